/**
 * A process to be killed: appends to the SQLite log as fast as it can and prints one line for
 * each answer, so that its parent knows what was acknowledged.
 *
 *     node append-child.js <file> <writers>
 *     → <stream> <revision> <event ids, comma separated> <position of the last> .
 */
import { writeSync } from 'node:fs'
import { sampleEvents } from '#engines/contracts/event-log/sample-event.js'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'

/** Always the same, so that an append recorded by half shows in the length of its stream. */
const eventsPerAppend = 3
const [file = '', writers = '8'] = process.argv.slice(2)
const log = openSqliteLog({ file })

/** Written at once and unbuffered: what the parent has read was acknowledged, whenever the kill comes. */
function acknowledge(...words: (string | number)[]): void {
  writeSync(1, `${words.join(' ')}\n`)
}

async function appendForEver(): Promise<never> {
  for (;;) {
    const stream = `customer-${crypto.randomUUID()}`
    for (let revision = -1; revision < 20; ) {
      const events = sampleEvents(eventsPerAppend)
      const answer = await log.append(stream, revision === -1 ? 'no-stream' : revision, events)
      revision = answer.revision
      acknowledge(stream, revision, events.map(({ id }) => id).join(), answer.position, '.')
    }
  }
}

await Promise.all(Array.from({ length: Number(writers) }, appendForEver))
