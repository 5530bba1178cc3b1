/** What `read_topics.py` writes of a group, without a Kafka between: every published event, and the rows of the tables. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventLog, Position, ReadStore, Registry } from '#kernel'
import { tableOf } from '#read-models/rows/tables.js'
import { EventMessages, placedInCommands, publishedRow, publishedViews, sourceOf } from '#streams'

export interface StreamedGroup {
  log: EventLog
  store: ReadStore
  business: { registry: Registry }
}

const pageSize = 500

/** The messages' values, in recorded order. */
export async function publishedOf({ log, business }: Omit<StreamedGroup, 'store'>): Promise<string[]> {
  const messages = new EventMessages(business.registry, sourceOf('dGVzdA'))
  const values: string[] = []
  let after: Position = 0
  for (let page = await log.readAll({ after, limit: pageSize }); page.length > 0; ) {
    for (const { event, place } of await placedInCommands(page, log)) {
      const message = messages.of(event, place)
      if (message) values.push(message.value)
    }
    after = page.at(-1)?.position ?? after
    page = await log.readAll({ after, limit: pageSize })
  }
  return values
}

/** Rows by the name of their table, as they are now. */
export async function rowsOf({ store, business }: Omit<StreamedGroup, 'log'>): Promise<Map<string, object[]>> {
  const found = new Map<string, object[]>()
  for (const view of publishedViews(business.registry)) {
    const rows: object[] = []
    for await (const page of store.scan(tableOf(view), {}))
      rows.push(...page.flatMap(({ doc }) => (doc ? [publishedRow(view, doc)] : [])))
    found.set(view.published.name, rows)
  }
  return found
}

export async function writeStreamFiles(group: StreamedGroup, folder: string): Promise<void> {
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(folder, `${name}.jsonl`), lines.map((line) => `${line}\n`).join(''))
  write('events', await publishedOf(group))
  for (const [name, rows] of await rowsOf(group))
    write(
      name,
      rows.map((row) => JSON.stringify(row)),
    )
}
