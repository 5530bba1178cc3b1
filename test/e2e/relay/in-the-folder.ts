/** What topics must say, found out from the files of a data folder by code that publishes nothing. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { business } from '#crm/business.js'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { SqliteGenerations } from '#engines/sqlite/generations/generations.js'
import { openSqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { tableOf } from '#read-models'
import { publishedRow, publishedViews } from '#streams'

/** The published events of the log, in recorded order. */
export async function publishedIn(folder: string): Promise<{ id: string; position: number }[]> {
  const log = openSqliteLog({ file: join(folder, 'log.db'), readOnly: true })
  const events = []
  for (let after = 0 as Parameters<typeof log.readAll>[0]['after']; ; ) {
    const page = await log.readAll({ after, limit: 1000 })
    events.push(...page.filter(({ type }) => business.registry.catalogue.get(type)?.published === true))
    const last = page.at(-1)
    if (!last) break
    after = last.position
  }
  await log.close()
  return events.map(({ id, position }) => ({ id, position }))
}

/** The rows of all published tables, by the names of the tables. */
export async function tablesIn(folder: string): Promise<Record<string, Record<string, unknown>>> {
  const log = openSqliteLog({ file: join(folder, 'log.db'), readOnly: true })
  const generations = new SqliteGenerations(join(folder, 'read.db'))
  const place = (await generations.current())?.place
  if (!place || !existsSync(place)) throw new Error(`no read models in ${readdirSync(folder).join(' ')}`)
  const store = openSqliteReadStore({ file: place, log, readOnly: true })
  const tables: Record<string, Record<string, unknown>> = {}
  for (const view of publishedViews(business.registry)) {
    const rows: Record<string, unknown> = {}
    for await (const page of store.scan(tableOf(view), {}))
      for (const { key, doc } of page) rows[key] = JSON.parse(JSON.stringify(publishedRow(view, doc ?? {})))
    tables[view.published.name] = rows
  }
  await store.close()
  await log.close()
  return tables
}
