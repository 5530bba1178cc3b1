/** One touchpoint, durable, from 64 callers at once: by HTTP until the read models have caught up, and without HTTP. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { business } from '#crm/business.js'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { SqliteGenerations } from '#engines/sqlite/generations/generations.js'
import { openSqliteVault } from '#engines/sqlite/key-vault/sqlite-key-vault.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { LocalCore } from '#operations/core/local-core.js'
import { RunningProgram } from '../../harness/running-program.js'
import { type DataSet, filesOf } from '../data-set/data-set.js'
import { memberId, membersCount } from '../data-set/places.js'
import { atLeast, type Figure, secondsOf } from '../figure.js'
import { caughtUp, load, notes, tokensOf } from '../load/load.js'
import { plainInserts } from '../load/plain-inserts.js'
import { copyOf } from '../load/serving.js'

const durationMs = 10_000
const warmUpMs = 2000
const callers = 64
const baselineEntry = new URL('../load/baseline-program.js', import.meta.url)

export const writing: Figure = {
  name: 'writing',
  async measure(context) {
    const copy = copyOf(context)
    const baseline = await perSecond(copy, baselineEntry)
    const measured = await perSecond(copy)
    const of = { unit: 'notes', perSecond: measured, baselinePerSecond: baseline, target: 0.35 }
    return [
      atLeast('one touchpoint by HTTP, durable, 64 callers', of),
      atLeast('one touchpoint decided and appended without HTTP, 64 callers', await withoutHttp(copy, context.scratch)),
    ]
  },
}

async function perSecond(data: DataSet, entry?: URL): Promise<number> {
  const program = await RunningProgram.start({ folder: data.folder, ...(entry && { entry }) })
  try {
    const tokens = await tokensOf(data)
    const job = { url: program.url, tokens, requests: notes(data), connections: callers }
    await load({ ...job, durationMs: warmUpMs })
    const fromMs = performance.now()
    const { answered, position, seconds } = await load({ ...job, durationMs })
    if (entry) return answered / seconds
    const [token = ''] = tokens
    await caughtUp(program, token, position)
    // The load generator's own start and end are not the program's.
    const afterMs = performance.now() - fromMs - seconds * 1000
    process.stderr.write(`bench: caught up ${Math.round(afterMs)} ms after the last note\n`)
    return answered / ((performance.now() - fromMs) / 1000)
  } finally {
    await program.stop()
  }
}

const directMs = 5000

/** Beside plain inserts of the same bytes. */
async function withoutHttp(data: DataSet, scratch: string) {
  const files = filesOf(data.folder)
  const log = openSqliteLog({ file: files.log })
  const vault = openSqliteVault({ file: files.keys, erasuresFile: files.erasures })
  const generation = await new SqliteGenerations(files.reads).current()
  const store = openSqliteReadStore({ file: generation?.place ?? ':memory:', readOnly: true, log })
  const clock = () => new Date()
  const core = new LocalCore({ ...business, log, store, vault, clock, locale: 'en', parked: async () => 0 })
  await core.start()
  const before = await log.head()
  const requests = notes(data).map(({ body }) => ({
    category: 'touchpoint',
    command: 'record-note',
    body: JSON.parse(body ?? '{}') as object,
  }))
  let sent = 0
  const untilMs = performance.now() + directMs
  const caller = async () => {
    while (performance.now() < untilMs) {
      const at = sent++
      const viewer = core.viewer(memberId(at % membersCount))
      const request = requests[at % requests.length]
      if (viewer && request) await core.dispatch(request, { viewer, commandId: core.commandId('bench', String(at)) })
    }
  }
  const seconds = await secondsOf(() => Promise.all(Array.from({ length: callers }, caller)))
  const events = await log.readAll({ after: before, limit: 10_000 })
  await core.stop()
  for (const engine of [log, store, vault]) await engine.close()
  const inserting = await plainInserts(join(mkdtempSync(join(scratch, 'writing-')), 'plain.db'), events)
  return { unit: 'notes', perSecond: sent / seconds, baselinePerSecond: events.length / inserting, target: 0.1 }
}
