/** The engines of a folder: what they leave behind, and how they end when one of their threads has gone before. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openDataFolder } from '#platform/config/data-folder.js'
import { readConfiguration } from './configuration.js'
import { Engines } from './engines.js'
import type { Thread } from './threads.js'

let path: string

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'kumppani-engines-'))
})

afterEach(() => rmSync(path, { recursive: true }))

describe('a verification', () => {
  it('leaves nothing in the data folder, also when two are asked for at once', async () => {
    const folder = openDataFolder(path)
    const settings = readConfiguration({ KUMPPANI_DATA: path, KUMPPANI_DEMO: 'off' })
    const engines = await Engines.open(settings, { onStep: () => undefined, onFailure: () => undefined })
    const [first, second] = await Promise.all([engines.verify(), engines.verify()])
    expect([first.differences, second.differences]).toEqual([[], []])
    expect(readdirSync(path).filter((name) => name.startsWith('read-') && !name.startsWith('read-0001'))).toEqual([])
    await engines.close()
    folder.release()
  })
})

describe('closing', () => {
  it.each(['queryService', 'projector'])('does not wait for an %s that has ended', async (name) => {
    const folder = openDataFolder(path)
    const settings = readConfiguration({ KUMPPANI_DATA: path, KUMPPANI_DEMO: 'off' })
    const engines = await Engines.open(settings, { onStep: () => undefined, onFailure: () => undefined })
    const { worker } = (engines as unknown as Record<string, Thread>)[name] as Thread
    await worker.terminate()
    await engines.close()
    await expect(engines.log.head()).rejects.toThrow('is closed')
    folder.release()
  })
})
