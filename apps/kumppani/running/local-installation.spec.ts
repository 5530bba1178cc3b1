/** The installation of a folder: what it leaves behind, and how it ends when one of its threads has gone before. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openDataFolder } from '#platform/config/data-folder.js'
import { readConfiguration } from './configuration.js'
import { LocalInstallation } from './local-installation.js'
import type { Thread } from './threads.js'

let path: string

beforeEach(() => {
  path = mkdtempSync(join(tmpdir(), 'kumppani-installation-'))
})

afterEach(() => rmSync(path, { recursive: true }))

describe('a verification', () => {
  it('leaves nothing in the data folder, also when two are asked for at once', async () => {
    const folder = openDataFolder(path)
    const settings = readConfiguration({ KUMPPANI_DATA: path, KUMPPANI_DEMO: 'off' })
    const installation = await LocalInstallation.open(settings, { onStep: () => undefined, onFailure: () => undefined })
    const [first, second] = await Promise.all([installation.verify(), installation.verify()])
    expect([first.differences, second.differences]).toEqual([[], []])
    expect(readdirSync(path).filter((name) => name.startsWith('read-') && !name.startsWith('read-0001'))).toEqual([])
    await installation.close()
    folder.release()
  })
})

describe('closing', () => {
  it.each(['queryService', 'projector'])('does not wait for an %s that has ended', async (name) => {
    const folder = openDataFolder(path)
    const settings = readConfiguration({ KUMPPANI_DATA: path, KUMPPANI_DEMO: 'off' })
    const installation = await LocalInstallation.open(settings, { onStep: () => undefined, onFailure: () => undefined })
    const { worker } = (installation as unknown as Record<string, Thread>)[name] as Thread
    await worker.terminate()
    await installation.close()
    await expect(installation.log.head()).rejects.toThrow('is closed')
    folder.release()
  })
})
