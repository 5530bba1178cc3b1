/** Calls and tellings between two ends of a real channel. */
import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { DomainError, refuse } from '#kernel'
import { Caller, serve } from './calls.js'

let channel: MessageChannel
beforeEach(() => {
  channel = new MessageChannel()
})
afterEach(() => channel.port1.close())

describe('what one thread tells another', () => {
  it('waits until somebody hears it, in its order', async () => {
    const heard: unknown[] = []
    const teller = new Caller(channel.port1)
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
    const caller = new Caller(channel.port1)
    serve(channel.port2, { double: (n: number) => 2 * n, never: () => refuse('not-found') })
    expect(await caller.call('double', 21)).toBe(42)
    await expect(caller.call('never')).rejects.toThrow(DomainError)
    await expect(caller.call('unknown')).rejects.toThrow('serves no unknown')
  })

  it('is rejected once the other end is gone', async () => {
    const caller = new Caller(channel.port1)
    const waiting = caller.call('anything')
    caller.end(new Error('the thread has ended'))
    await expect(waiting).rejects.toThrow('the thread has ended')
  })
})
