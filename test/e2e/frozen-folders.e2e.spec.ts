/**
 * Data folders that released versions have written: the program opens a copy of each, derives its read models
 * anew, answers what was written down by hand, and leaves what was recorded as it was.
 */
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { canonicalJson, type JsonObject, SEALED, type SealedGroup, type StoredEvent } from '#kernel'
import { newFolder, RunningProgram } from './running-program.js'

const frozen = fileURLToPath(new URL('../../../test/frozen/', import.meta.url))
/** More than any frozen log holds, and as much as one page may. */
const wholeLog = 10_000
/** For a program that derives its read models before it answers. */
const patienceMs = 60_000

interface Expected {
  /** Ids by the names that stand in braces in questions and answers. */
  records: Record<string, string>
  log: { events: number; sha256: string }
  keys: { live: number; destroyed: number; sha256: string }
  /** What no file may hold, in whatever case, since the person was erased. */
  erased: string[]
  /** What some file does hold. */
  standing: string
  answers: { about: string; as: string; ask: string; is: JsonObject }[]
}

const sha256 = (lines: readonly string[]): string => createHash('sha256').update(lines.join('\n')).digest('hex')

function expectedOf(name: string): Expected {
  const text = readFileSync(join(frozen, name, 'answers.json'), 'utf8')
  const { records } = JSON.parse(text) as Expected
  return JSON.parse(text.replace(/\{(\w+)\}/g, (braced, record: string) => records[record] ?? braced)) as Expected
}

async function eventsIn(folder: string): Promise<StoredEvent[]> {
  const log = openSqliteLog({ file: join(folder, 'log.db') })
  const events = await log.readAll({ after: 0, limit: wholeLog })
  await log.close()
  return events
}

/** Without positions, which are a log's own. */
const logOf = (events: readonly StoredEvent[]): Expected['log'] => ({
  events: events.length,
  sha256: sha256(
    events.map(({ id, type, stream, revision, data, metadata }) =>
      canonicalJson({ id, type, stream, revision, data, metadata }),
    ),
  ),
})

/** The keys that open what the events have sealed. */
async function keysOf(folder: string, events: readonly StoredEvent[]): Promise<Expected['keys']> {
  const tokens = events.flatMap(({ data }) =>
    ((data[SEALED] ?? []) as unknown as SealedGroup[]).map((one) => one.token),
  )
  const ids = [...new Set(tokens.map((token) => token.slice(0, token.indexOf('.'))))].sort()
  const vault = openSqliteVault({ file: join(folder, 'keys.db'), erasuresFile: join(folder, 'erasures.log') })
  const keys = ids.map((id) => [id, vault.bytesOf(id)?.toString('base64')] as const)
  await vault.close()
  const live = keys.flatMap(([id, bytes]) => (bytes === undefined ? [] : [`${id} ${bytes}`]))
  return { live: live.length, destroyed: keys.length - live.length, sha256: sha256(live) }
}

/** Whatever the program has in its folder, in lower case, by file. */
function textsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8').toLowerCase())
}

const names = readdirSync(frozen).filter((name) => name.startsWith('data-folder-'))

describe.each(names)('the frozen %s', (name) => {
  const expected = expectedOf(name)
  let program: RunningProgram

  beforeAll(async () => {
    const folder = newFolder()
    cpSync(join(frozen, name, 'data'), folder, { recursive: true })
    program = await RunningProgram.start(folder)
  }, patienceMs)
  afterAll(() => program.discard())

  it('holds no more than what was recorded, its keys, and who looked', () => {
    const files = readdirSync(join(frozen, name, 'data')).sort()
    expect(files).toEqual(['access.db', 'erasures.log', 'keys.db', 'log.db'])
  })

  it.each(expected.answers)('shows $about', async ({ as, ask, is }) => {
    const { body } = await program.ask(ask, { as })
    expect(body).toMatchObject(is)
  })

  it('has nothing parked, and read models that a clean fold comes to', async () => {
    expect((await program.ask('/operations/parked')).body).toEqual({ parked: [] })
    const verified = await program.ask('/operations/verify', { body: {} })
    expect(verified.body).toMatchObject({ equal: true, differences: [] })
  })

  it('has no word of an erased person in any file', () => {
    const texts = textsIn(program.folder)
    const held = (word: string) => texts.some((text) => text.includes(word.toLowerCase()))
    expect(expected.erased.filter(held)).toEqual([])
    expect(held(expected.standing)).toBe(true)
  })

  it('leaves every event and every key as it was', async () => {
    await program.stop()
    const events = await eventsIn(program.folder)
    expect(logOf(events)).toEqual(expected.log)
    expect(await keysOf(program.folder, events)).toEqual(expected.keys)
  })
})
