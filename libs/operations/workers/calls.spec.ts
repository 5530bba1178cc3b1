/** Calls and tellings between two ends of a real channel. */
import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  DomainError,
  LogRefused,
  NobodyWaits,
  ReadStoreRefused,
  refuse,
  SubjectErased,
  said,
  tellableOf,
} from '#kernel'
import { loggedError } from '#platform/observability/logged-error.js'
import { serve, ThreadCaller } from './calls.js'

let channel: MessageChannel
beforeEach(() => {
  channel = new MessageChannel()
})
afterEach(() => channel.port1.close())

describe('what one thread tells another', () => {
  it('waits until somebody hears it, in its order', async () => {
    const heard: unknown[] = []
    const teller = new ThreadCaller(channel.port1)
    const ready = Promise.withResolvers<void>()
    serve(channel.port2, { ready: () => ready.resolve(), nothing: () => undefined })
    for (const position of [1, 2, 3]) teller.tell('progressed', position)
    teller.tell('ready')
    await ready.promise
    expect(heard).toEqual([])
    serve(channel.port2, { progressed: (position: number) => heard.push(position) })
    expect(heard).toEqual([1, 2, 3])
    serve(channel.port2, { more: () => undefined })
    expect(heard).toEqual([1, 2, 3])
  })
})

describe('a call', () => {
  it('answers, and a refusal stays a refusal', async () => {
    const caller = new ThreadCaller(channel.port1)
    serve(channel.port2, { double: (n: number) => 2 * n, never: () => refuse('not-found') })
    expect(await caller.call('double', 21)).toBe(42)
    await expect(caller.call('never')).rejects.toThrow(DomainError)
    await expect(caller.call('unknown')).rejects.toThrow('serves no unknown')
  })

  it('is rejected once the other end is gone', async () => {
    const caller = new ThreadCaller(channel.port1)
    const waiting = caller.call('anything')
    caller.end(new Error('the thread has ended'))
    await expect(waiting).rejects.toThrow('the thread has ended')
    await expect(caller.call('anything')).rejects.toThrow('the thread has ended')
    expect(caller.hasEnded).toBe(true)
  })

  it('is given up once nobody waits for it, and the other end hears of that', async () => {
    const caller = new ThreadCaller(channel.port1)
    const [begun, heard] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const long = (_: string, gone: AbortSignal) => {
      gone.addEventListener('abort', () => heard.resolve())
      begun.resolve()
      return new Promise(() => undefined)
    }
    serve(channel.port2, { long, short: (text: string) => text })
    const leaving = new AbortController()
    const waiting = caller.callUntil(leaving.signal, 'long', 'asked')
    await begun.promise
    leaving.abort()
    await expect(waiting).rejects.toThrow(NobodyWaits)
    await heard.promise
    await expect(caller.callUntil(leaving.signal, 'short', 'too late')).rejects.toThrow(NobodyWaits)
    expect(await caller.callUntil(new AbortController().signal, 'short', 'in time')).toBe('in time')
  })

  const thrown = async (error: unknown): Promise<Error> => {
    const caller = new ThreadCaller(channel.port1)
    serve(channel.port2, { fail: () => Promise.reject(error) })
    return caller.call('fail').then(
      () => new Error('it did not fail'),
      (crossed: Error) => crossed,
    )
  }

  it.each([
    [new LogRefused('The disk is full.'), LogRefused],
    [new ReadStoreRefused('The file is damaged.'), ReadStoreRefused],
    [new SubjectErased(), SubjectErased],
  ])('is rejected with the engine’s own %p', async (error, kind) => {
    const crossed = await thrown(error)
    expect(crossed).toBeInstanceOf(kind)
    expect(crossed.message).toBe(error.message)
  })

  it('is rejected with a sentence that is said where it is read', async () => {
    const texts = { en: 'Damaged: {file}.', fi: 'Vioittunut: {file}.', sv: '', de: '', nb: '' }
    const crossed = await thrown(new LogRefused({ texts, values: { file: 'data.db' } }))
    expect(said({ why: tellableOf(crossed) }, 'fi')).toEqual({ why: 'Vioittunut: data.db.' })
  })

  it('is rejected with the name, the message and the frames of what nobody foresaw', async () => {
    const error = new TypeError('this is not a list')
    const logged = loggedError(await thrown(error))
    expect(logged).toEqual(loggedError(error))
    expect(logged.stack.length).toBeGreaterThan(0)
  })

  it('is rejected without what could not be read', async () => {
    const unreadable = (() => {
      try {
        return JSON.parse('Virtanen')
      } catch (error) {
        return error
      }
    })()
    const crossed = await thrown(unreadable)
    expect(crossed.name).toBe('SyntaxError')
    expect(`${crossed.message} ${crossed.stack} ${JSON.stringify(loggedError(crossed))}`).not.toContain('Virt')
  })
})
