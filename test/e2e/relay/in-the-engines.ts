/** What topics must say, found out from the engines by code that publishes nothing. */
import { business } from '#crm/business.js'
import { type EngineUrls, generationsOf, openForFollowing } from '#engines'
import type { Position } from '#kernel'
import { tableOf } from '#read-models'
import { publishedRow, publishedViews } from '#streams'

export interface StandingThere {
  /** The published events of the log, in recorded order. */
  events: { id: string; position: number }[]
  /** The rows of all published tables, by the names of the tables. */
  tables: Record<string, Record<string, unknown>>
}

export async function standingIn(engines: EngineUrls): Promise<StandingThere> {
  const { log, vault, openReadStore } = await openForFollowing(engines)
  const generations = generationsOf(engines)
  const events: StandingThere['events'] = []
  for (let after: Position = 0; ; ) {
    const page = await log.readAll({ after, limit: 1000 })
    const published = page.filter(({ type }) => business.registry.catalogue.get(type)?.published === true)
    events.push(...published.map(({ id, position }) => ({ id, position })))
    const last = page.at(-1)
    if (!last) break
    after = last.position
  }
  const current = await generations.current()
  if (!current) throw new Error('there are no read models')
  const store = await openReadStore({ place: current.place, readOnly: true })
  const tables: StandingThere['tables'] = {}
  for (const view of publishedViews(business.registry)) {
    const rows: Record<string, unknown> = {}
    for await (const page of store.scan(tableOf(view), {}))
      for (const { key, doc } of page) rows[key] = JSON.parse(JSON.stringify(publishedRow(view, doc ?? {})))
    tables[view.published.name] = rows
  }
  for (const each of [store, generations, log, vault]) await each.close()
  return { events, tables }
}
