/** The contract of entries of an access log on each engine: in a file, in logs of the hostile kind, and in memory. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { AccessEntriesInLog } from '#engines/embedded/access-entries-in-log.js'
import { HostileAccessEntries, SharedEntries } from '#engines/hostile/hostile-access-entries.js'
import { HostileEventLog } from '#engines/hostile/hostile-event-log.js'
import { openMemoryLog, openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import type { EventLog } from '#kernel'
import { describeAccessEntries } from './access-entries.contract.js'

const root = mkdtempSync(join(tmpdir(), 'kumppani-access-entries-'))
afterAll(() => rmSync(root, { recursive: true }))

let opened = 0
/** Two that write to one log, each knowing nothing of the other. */
const inLog = (log: EventLog) => ({
  entries: new AccessEntriesInLog(log),
  again: () =>
    new AccessEntriesInLog({
      append: (...appended) => log.append(...appended),
      readStream: (stream) => log.readStream(stream),
      close: async () => undefined,
    }),
})

describeAccessEntries('access entries in a file', async () =>
  inLog(openSqliteLog({ file: join(root, `${opened++}`, 'access.db') })),
)
describeAccessEntries('access entries in a hostile log', async () =>
  inLog(new HostileEventLog(openMemoryLog(), { seed: ++opened, lostAnswers: 0 })),
)
describeAccessEntries('hostile access entries', async () => {
  const shared = new SharedEntries()
  const entries = () => new HostileAccessEntries(shared, ++opened)
  return { entries: entries(), again: entries }
})
