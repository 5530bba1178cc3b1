/** Each file of a group missing, emptied, cut in half and exchanged with another group's: at start and in a backup. */

import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { beginAccessLogIn, openForWriting, restoreBackup } from '#engines'
import { storedPosition } from '#kernel'
import { openDataFolder } from '#platform/config/data-folder.js'
import { StartRefused } from '#platform/config/exit-codes.js'
import { readConfiguration } from '#services/configuration/configuration.js'
import { refusalOf } from '#services/configuration/refused-start.js'
import { LocalInstallation } from './local-installation.js'

let root: string
let folder: string
let backup: string
const inRoot = (...path: string[]): string => join(root, ...path)

const settingsOf = (path: string) => readConfiguration({ KUMPPANI_DATA: path, KUMPPANI_DEMO: 'off' })

/** Starts the engines of a folder and works on them; the lines they said, or why they refused. */
async function start(
  path: string,
  work: (installation: LocalInstallation) => Promise<unknown> = async () => undefined,
) {
  const held = openDataFolder(path)
  const steps: string[] = []
  try {
    const installation = await LocalInstallation.open(settingsOf(path), {
      onStep: (line) => steps.push(line),
      onFailure: () => undefined,
    })
    await work(installation)
    await installation.close()
    return steps
  } finally {
    held.release()
  }
}

const restored = ({ replace }: { replace: boolean }) =>
  restoreBackup(backup, settingsOf(folder).engines, { replace, catalogue: business.registry.catalogue })

async function refusal(of: Promise<unknown>): Promise<StartRefused> {
  const error = await of.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  const refused = refusalOf(error)
  if (refused instanceof StartRefused) return refused
  throw error ?? new Error('it was not refused')
}

/** What stands in a folder, by its bytes; which process holds it, and what its readers keep, is none of it. */
function contentOf(path: string): Record<string, string> {
  const kept = readdirSync(path).filter((name) => !/lock$|-shm$|-wal$|running/.test(name))
  return Object.fromEntries(
    kept.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(path, name)))
        .digest('hex'),
    ]),
  )
}

const faults: Record<string, (file: string, others: string) => void> = {
  missing: (file) => rmSync(file),
  emptied: (file) => truncateSync(file, 0),
  'cut in half': (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
  "another group's": (file, others) => cpSync(others, file),
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'kumppani-identity-'))
  for (const name of ['ours', 'theirs']) {
    await start(inRoot(name), (installation) => installation.backup(inRoot(`${name}-backup`)))
  }
}, 120_000)

beforeEach(() => {
  folder = inRoot('data')
  backup = inRoot('backup')
  for (const path of [folder, backup]) rmSync(path, { recursive: true, force: true })
  cpSync(inRoot('ours'), folder, { recursive: true })
  cpSync(inRoot('ours-backup'), backup, { recursive: true })
})

afterAll(() => rmSync(root, { recursive: true }))

describe('a start', () => {
  it.each([
    ['log.db', 'missing', /log\.db is missing, but .*keys\.db holds the keys of a group: restore the backup/],
    ['log.db', 'emptied', /log\.db is empty, but .*keys\.db holds the keys of a group: restore the backup/],
    ['log.db', 'cut in half', /log\.db is damaged.* put the newest backup in its place/],
    ['log.db', "another group's", /log\.db and .*keys\.db are of two groups/],
    ['keys.db', 'missing', /keys\.db is missing: without the keys .* Restore it from the backup/],
    ['keys.db', 'emptied', /keys\.db is empty: without the keys .* Restore it from the backup/],
    ['keys.db', 'cut in half', /keys\.db cannot be opened: it is damaged/],
    ['keys.db', "another group's", /log\.db and .*keys\.db are of two groups/],
    ['access.db', 'missing', /access\.db is missing: .* kumppani begin-access-log/],
    ['access.db', 'emptied', /access\.db is empty: .* kumppani begin-access-log/],
    ['access.db', 'cut in half', /access\.db is no access log, or damaged: .* kumppani begin-access-log/],
    ['access.db', "another group's", /access\.db is not the access log of this group/],
  ])('is refused with %s %s, and nothing is changed', async (name, fault, line) => {
    faults[fault]?.(join(folder, name), inRoot('theirs', name))
    const before = contentOf(folder)
    const refused = await refusal(start(folder))
    expect(refused.message).toMatch(line)
    expect(refused.message).not.toContain('\n')
    expect([7, 9]).toContain(refused.exitCode)
    expect(contentOf(folder)).toEqual(before)
  })

  it.each([
    ...Object.keys(faults).map((fault) => ['read-0001.db', fault] as const),
    // Another group's says nothing else than ours: a number, and a shape.
    ...['missing', 'emptied', 'cut in half'].map((fault) => ['read.db.current', fault] as const),
  ])('derives the read models anew with %s %s', async (name, fault) => {
    faults[fault]?.(join(folder, name), inRoot('theirs', name))
    const steps = await start(folder)
    expect(steps.some((line) => line.startsWith('deriving the read models: '))).toBe(true)
  })

  it('is refused with both log and keys gone while the access log of a used group stands', async () => {
    const note = {
      kind: 'export',
      page: 'spec',
      partitions: ['contact:1'],
      viewer: 'x',
      position: storedPosition(1),
    } as const
    await start(folder, (installation) =>
      installation.rights().accessLog.note({ ...note, partitions: [...note.partitions] }),
    )
    for (const name of ['log.db', 'keys.db']) rmSync(join(folder, name))
    expect((await refusal(start(folder))).message).toMatch(/log\.db holds no event, but .*access\.db is of a group/)
  })

  it('is refused with keys from before what the log holds', async () => {
    await start(folder, (installation) => record(installation, 'Anders'))
    cpSync(inRoot('ours', 'keys.db'), join(folder, 'keys.db'))
    expect((await refusal(start(folder))).message).toMatch(
      /keys\.db does not hold the keys of .*log\.db: the event at position \d+ \(member\.joined\)/,
    )
  })

  it('gives what belongs together without an identity its own, and refuses what does not', async () => {
    for (const name of ['log.db', 'access.db']) withoutIdentity(join(folder, name))
    await start(folder)
    cpSync(join(folder, 'log.db'), inRoot('adopted.db'))
    rmSync(join(folder, 'access.db'))
    expect((await refusal(start(folder))).message).toContain('access.db is missing')
    cpSync(inRoot('theirs', 'log.db'), join(folder, 'log.db'))
    withoutIdentity(join(folder, 'log.db'))
    cpSync(inRoot('ours', 'access.db'), join(folder, 'access.db'))
    expect((await refusal(start(folder))).message).toContain('keys.db does not hold the keys of')
  })

  it('founds a group where an earlier start was cut short before it recorded anything', async () => {
    rmSync(folder, { recursive: true })
    openDataFolder(folder).release()
    const opened = await openForWriting(settingsOf(folder).engines)
    for (const one of [opened.log, opened.vault, opened.accessEntries]) await one.close()
    await start(folder, async (installation) => expect(installation.isFirstStart).toBe(true))
  })

  it('says at which position the log is damaged', async () => {
    const { position, type } = damage(join(folder, 'log.db'))
    const { message } = await refusal(start(folder))
    expect(message).toContain(`log.db is damaged: the event at position ${position} (${type}) cannot be read`)
  })

  it('goes on once somebody has said that the access log is lost', async () => {
    truncateSync(join(folder, 'access.db'), 4096)
    const { replaced } = beginAccessLogIn(settingsOf(folder).engines)
    expect(readdirSync(replaced[0] ?? '')).toContain('access.db')
    await start(folder)
    expect(() => beginAccessLogIn(settingsOf(folder).engines)).toThrow('there is nothing to begin')
  })
})

describe('a restore', () => {
  const swapBoth = (path: string): void => {
    renameSync(join(path, 'data.db'), join(path, 'away'))
    renameSync(join(path, 'keys.db'), join(path, 'data.db'))
    renameSync(join(path, 'away'), join(path, 'keys.db'))
  }
  const newer = (path: string, name: string): void => {
    const database = new DatabaseSync(join(path, name))
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA user_version = 99')
    database.close()
  }
  const bad: [string, RegExp, (path: string) => void][] = [
    ...['data.db', 'keys.db'].flatMap((name) =>
      Object.entries(faults).map(([fault, make]): [string, RegExp, (path: string) => void] => [
        `${name} ${fault}`,
        new RegExp(
          {
            missing: `${name} is missing: a backup is the two files`,
            emptied: `${name} is empty: it is no backup`,
            'cut in half': `${name} .*damaged`,
          }[fault] ?? 'data.db and .*keys.db are of two groups',
        ),
        (path) => make(join(path, name), inRoot('theirs-backup', name)),
      ]),
    ),
    [
      'both of another group',
      /is the backup of another group than the one in/,
      (path) => {
        cpSync(inRoot('theirs-backup'), path, { recursive: true })
      },
    ],
    [
      'its files exchanged',
      /data\.db.* cannot be opened: it is a database of something else|keys\.db cannot be opened/,
      swapBoth,
    ],
    ['a log of a later version', /data\.db was written by a later version/, (path) => newer(path, 'data.db')],
    [
      'keys of a later version',
      /keys\.db cannot be opened: it was written by a newer version/,
      (path) => newer(path, 'keys.db'),
    ],
    [
      'a damaged event',
      /data\.db is damaged: the event at position \d+ \(.+\) cannot be read/,
      (path) => damage(join(path, 'data.db')),
    ],
  ]
  it.each(bad)('refuses a backup with %s, and nothing is touched', async (_, line, make) => {
    make(backup)
    const before = contentOf(folder)
    const refused = await refusal(restored({ replace: true }))
    expect(refused.message).toMatch(line)
    expect(refused.message).not.toContain('\n')
    expect(contentOf(folder)).toEqual(before)
  })

  it('refuses a log that goes further than its keys', async () => {
    await start(folder, async (installation) => {
      await record(installation, 'Anders')
      await installation.backup(inRoot('later'))
    })
    cpSync(inRoot('later', 'data.db'), join(backup, 'data.db'))
    expect((await refusal(restored({ replace: true }))).message).toMatch(
      /keys\.db does not hold the keys of .*data\.db: the event at position \d+ \(member\.joined\)/,
    )
  })

  it('keeps what it replaces where it says, and the folder starts', async () => {
    await start(folder, (installation) => record(installation, 'Anders'))
    const before = contentOf(folder)
    const { replaced } = await restored({ replace: true })
    expect(replaced).toHaveLength(1)
    const kept = contentOf(replaced[0] ?? '')
    expect(kept).toEqual({ 'log.db': before['log.db'], 'keys.db': before['keys.db'] })
    await start(folder, async (installation) => expect((await installation.verify()).differences).toEqual([]))
  })

  it('takes a backup of before identities into the folder of its group', async () => {
    withoutIdentity(join(backup, 'data.db'))
    await restored({ replace: true })
    await start(folder)
  })

  it('fills an empty folder, which then starts', async () => {
    rmSync(folder, { recursive: true })
    expect(await restored({ replace: false })).toEqual({ replaced: [], knowsErasures: false })
    await start(folder)
    expect(existsSync(join(folder, 'access.db'))).toBe(true)
  })
})

describe('a backup', () => {
  it('is refused when the log is damaged, with the position, and leaves nothing', async () => {
    await start(folder, async (installation) => {
      const { position, type } = damage(join(folder, 'log.db'))
      await expect(installation.backup(inRoot('damaged'))).rejects.toThrow(
        `${join(folder, 'log.db')} is damaged: the event at position ${position} (${type}) cannot be read`,
      )
      expect(readdirSync(inRoot('damaged'))).toEqual([])
      await expect(installation.verify()).rejects.toThrow(`the event at position ${position} (${type}) cannot be read`)
    })
  })
})

async function record(installation: LocalInstallation, name: string): Promise<void> {
  await installation.core.dispatch(
    {
      category: 'member',
      command: 'join',
      id: name.toLowerCase(),
      body: { name, function: 'sales', unit: 'hq', language: 'en' },
    },
    {
      viewer: { member: 'admin', grants: [{ role: 'admin', scope: 'group' }] as never },
      commandId: installation.core.commandId('spec', name),
    },
  )
}

function withoutIdentity(file: string): void {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = DELETE; DROP TABLE "~identity"')
  database.close()
}

/** Breaks the data of the last event, as a bad disk would. */
function damage(file: string): { position: number; type: string } {
  const database = new DatabaseSync(file)
  const row = database.prepare('SELECT position, type FROM events ORDER BY position DESC LIMIT 1').get()
  database.prepare(`UPDATE events SET data = substr(data, 1, 10) WHERE position = ?`).run(Number(row?.position))
  database.close()
  return { position: Number(row?.position), type: String(row?.type) }
}
