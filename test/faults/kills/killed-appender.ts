/** The log's writer alone, killed without warning, and the end of its write-ahead log torn as a failing write tears it. */
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import type { StoredEvent } from '#kernel'
import type { Report } from '../report.js'
import { type AcknowledgedAppend, killAfter } from './kill-appender.js'

const mostAnswers = 1500

/** Deaths of the writer, each followed by a look at everything it acknowledged. */
export async function killAppender(folder: string, kills: number): Promise<Report[]> {
  const plain = await deaths(join(folder, 'appender.db'), { kills, afterDeath: () => undefined })
  const torn = await deaths(join(folder, 'torn.db'), { kills: Math.ceil(kills / 3), afterDeath: tear })
  return [
    { fault: "the log's writer killed", ...plain },
    { fault: 'last page of the log torn', ...torn },
  ]
}

async function deaths(file: string, { kills, afterDeath }: { kills: number; afterDeath: (file: string) => void }) {
  const acknowledged: AcknowledgedAppend[] = []
  for (let kill = 0; kill < kills; kill++) {
    acknowledged.push(...(await killAfter(file, 50 + Math.floor(Math.random() * mostAnswers))))
    afterDeath(file)
  }
  const events = await reopened(file)
  const places = new Set(events.flatMap((event) => [placeOf(event), `${event.id} at ${event.position}`]))
  const expected = acknowledged.flatMap(placesOf)
  return {
    times: kills,
    acknowledged: acknowledged.flatMap(({ ids }) => ids).length,
    lost: expected.filter((place) => !places.has(place)).length,
    twice: events.length - new Set(events.map(({ id }) => id)).size,
    outOfOrder: outOfOrder(events),
  }
}

/** What a write leaves that was under way when the machine died: half a page of what was there before, behind the rest. */
function tear(file: string): void {
  const pageBytes = 4096
  const log = readFileSync(`${file}-wal`)
  appendFileSync(`${file}-wal`, log.subarray(log.length - pageBytes, log.length - pageBytes / 2))
}

const placeOf = ({ id, stream, revision }: Pick<StoredEvent, 'id' | 'stream' | 'revision'>): string =>
  [id, stream, revision].join(' ')

/** Of each event, and the position of the last, which is all that the answer says of positions. */
const placesOf = ({ stream, revision, ids, position }: AcknowledgedAppend): string[] => [
  ...ids.map((id, at) => placeOf({ id, stream, revision: revision - ids.length + 1 + at })),
  `${ids.at(-1)} at ${position}`,
]

function outOfOrder(events: readonly StoredEvent[]): number {
  const revisions = new Map<string, number>()
  let count = 0
  for (const { stream, revision } of events) {
    if (revision !== (revisions.get(stream) ?? -1) + 1) count++
    revisions.set(stream, revision)
  }
  return count
}

/** Everything in the log, opened for writing as the next start would. */
async function reopened(file: string): Promise<StoredEvent[]> {
  const log = openSqliteLog({ file })
  const events: StoredEvent[] = []
  for (;;) {
    const page = await log.readAll({ after: events.at(-1)?.position ?? 0, limit: 10_000 })
    if (page.length === 0) break
    for (const event of page) events.push(event)
  }
  await log.close()
  return events
}
