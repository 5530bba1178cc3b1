/** What a program on one machine need not load: clients of engines that it does not name. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const root = resolve(import.meta.dirname, '../../..')
const clients = /node_modules\/(mongodb|@eventstore\/db-client|kafkajs)\//

/** Modules that are loaded by opening engines on these URLs, as far as they get. */
function loadedFor(environment: Record<string, string>): string[] {
  const dataFolder = mkdtempSync(join(tmpdir(), 'kumppani-opening-'))
  const script = `
    import { registerHooks } from 'node:module'
    const loaded = []
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) })
    const { generationsOf, openForFollowing, openForWriting, openLeases, openSessions, readEngineUrls } = await import('#engines')
    const urls = readEngineUrls(${JSON.stringify(environment)}, { dataFolder: ${JSON.stringify(dataFolder)} })
    for (const open of [openForWriting, openForFollowing, openLeases, openSessions])
      await open(urls).then((opened) => (opened.close ?? opened.log.close.bind(opened.log)).call(opened), () => undefined)
    await generationsOf(urls).current().catch(() => undefined)
    process.stdout.write(JSON.stringify(loaded))
    process.exit()`
  const node = ['--disable-warning=ExperimentalWarning', '--eval', script]
  try {
    return JSON.parse(execFileSync(process.execPath, node, { cwd: root, encoding: 'utf8' }))
  } finally {
    rmSync(dataFolder, { recursive: true })
  }
}

const clientsIn = (loaded: readonly string[]) => [
  ...new Set(loaded.flatMap((url) => clients.exec(url)?.[1] ?? []).sort()),
]

describe('what opens engines', () => {
  it('loads no client where all of it is in files', () => {
    const loaded = loadedFor({})
    expect(loaded.some((url) => url.includes('sqlite'))).toBe(true)
    expect(clientsIn(loaded)).toEqual([])
  })

  it('loads the client of what it is given', () => {
    const refused = 'mongodb://127.0.0.1:1/kumppani?nonsense=on'
    expect(clientsIn(loadedFor({ READ_STORE_URL: refused }))).toEqual(['mongodb'])
  })
})
