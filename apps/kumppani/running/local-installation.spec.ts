/** The installation of a folder: what it leaves behind, and how it ends when one of its threads has gone before. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Imports } from '#operations'
import { openDataFolder } from '#platform/config/data-folder.js'
import { readConfiguration } from '#services/configuration/configuration.js'
import type { Thread } from '#services/threads/threads.js'
import { LocalInstallation } from './local-installation.js'

interface Threads {
  served: { serving: { queryService: Thread } }
  readModels: { projector: Thread }
}

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

describe('imports', () => {
  it('have their thread begin while files are sent, and end with the installation', async () => {
    const folder = openDataFolder(path)
    const settings = readConfiguration({ KUMPPANI_DATA: path, KUMPPANI_DEMO: 'off' })
    const installation = await LocalInstallation.open(settings, { onStep: () => undefined, onFailure: () => undefined })
    const { imports } = installation as unknown as { imports: { keep: Imports['keep']; thread?: Promise<Thread> } }
    expect(imports.thread).toBeUndefined()
    const sending = imports.keep({ upload: 'one', by: 'm-1', name: 'sites', fileName: 'sites.csv' }, sent('no,name\n'))
    const { worker } = (await imports.thread) as Thread
    expect(await sending).toBe(8)
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    await installation.close()
    expect(await ended).toBe(0)
    folder.release()
  })
})

async function* sent(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

describe('closing', () => {
  it.each([
    ['query service', ({ served }: Threads) => served.serving.queryService],
    ['projector', ({ readModels }: Threads) => readModels.projector],
  ])('does not wait for a %s that has ended', async (_, threadOf) => {
    const folder = openDataFolder(path)
    const settings = readConfiguration({ KUMPPANI_DATA: path, KUMPPANI_DEMO: 'off' })
    const installation = await LocalInstallation.open(settings, { onStep: () => undefined, onFailure: () => undefined })
    const { worker } = threadOf(installation as unknown as Threads)
    await worker.terminate()
    await installation.close()
    await expect(installation.log.head()).rejects.toThrow('is closed')
    folder.release()
  })
})
