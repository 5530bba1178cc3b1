/** The whole company that a customer belongs to: from what stands above all down to every daughter. */
import {
  Choice,
  Country,
  defineQuery,
  everyDocument,
  Flag,
  Id,
  Integer,
  Label,
  ListOf,
  NoQuery,
  Optional,
  type QueryContext,
} from '#kernel'
import { type Sector, sectors } from '../../customers/customer.events.js'
import { type CustomerDocument, customersView } from '../../customers/customers.view.js'
import { type Stage, stages } from '../../organization/events/group.events.js'
import { NamedUnit, Names } from '../shown/names.js'

/** Deeper hierarchies are not followed to their end. */
const deepest = 50
const mostRows = 2000

export class HierarchyRow {
  @Id('customer') id!: string
  @Optional() @Label() name?: string
  /** Absent of what stands above all. */
  @Optional() @Id('customer') parent?: string
  /** 0 for what stands above all. */
  @Integer({ min: 0, max: deepest }) depth!: number
  @Optional() @Choice(sectors) sector?: Sector
  @Optional() @Country() country?: string
  @ListOf(NamedUnit, { max: 1000 }) units!: NamedUnit[]
  /** The most advanced stage of all units. */
  @Optional() @Choice(stages) stage?: Stage
}

export class HierarchyAnswer {
  /** The customer asked about. */
  @Id('customer') id!: string
  /** Each before its daughters, and those by name. */
  @ListOf(HierarchyRow, { max: mostRows }) rows!: HierarchyRow[]
  /** Whether there are more. */
  @Flag() more!: boolean
}

type Ask = QueryContext<NoQuery>

interface Company {
  tree: ReadonlyMap<string, CustomerDocument[]>
  names: Names
}

/** Whoever stands above all, as far as the reader may see. */
async function topOf(start: CustomerDocument, ask: Ask): Promise<CustomerDocument> {
  const seen = new Set([start.id])
  let top = start
  for (let depth = 0; top.parent !== undefined && depth < deepest; depth++) {
    const [parent] = ask.journals.partitionOf(top.parent).ids
    const document = await ask.documents.get(customersView, parent)
    if (!document || seen.has(parent)) break
    seen.add(parent)
    top = document
  }
  return top
}

/** Whoever says that it belongs to one of these; many, not all. */
async function daughtersOfAll(parents: readonly string[], ask: Ask): Promise<CustomerDocument[]> {
  const found: CustomerDocument[] = []
  const where = { column: 'parent', in: parents.flatMap((id) => ask.journals.partitionOf(id).ids) }
  for await (const document of everyDocument(ask.documents, customersView, { where, sort: [{ column: 'name' }] })) {
    // Where it belongs is not for all to see.
    if (document.parent !== undefined) found.push(document)
    if (found.length > mostRows) break
  }
  return found
}

/** By parent, level after level. */
async function daughtersBelow(top: CustomerDocument, ask: Ask): Promise<Pick<Company, 'tree'> & { more: boolean }> {
  const tree = new Map<string, CustomerDocument[]>()
  const seen = new Set([top.id])
  let level = [top.id]
  for (let depth = 0; level.length > 0 && depth < deepest && seen.size <= mostRows; depth++) {
    const found = (await daughtersOfAll(level, ask)).filter(({ id }) => !seen.has(id))
    for (const document of found) {
      seen.add(document.id)
      const [parent] = ask.journals.partitionOf(document.parent ?? '').ids
      tree.set(parent, [...(tree.get(parent) ?? []), document])
    }
    level = found.map(({ id }) => id)
  }
  return { tree, more: level.length > 0 }
}

function rowsBelow(
  document: CustomerDocument,
  company: Company,
  at: { depth: number; parent?: string },
): HierarchyRow[] {
  const { id, name, sector, country, units, topStage } = document
  const { tree, names } = company
  const row = { id, name, ...at, sector, country, units: units.map((unit) => names.unit(unit)), stage: topStage }
  const below = { depth: at.depth + 1, parent: id }
  return [row, ...(tree.get(id) ?? []).flatMap((daughter) => rowsBelow(daughter, company, below))]
}

export const hierarchyQuery = defineQuery({
  name: 'hierarchy',
  about: 'The whole company that a customer belongs to, from what stands above all down to every daughter.',
  route: '/customers/:id/hierarchy',
  query: NoQuery,
  answer: HierarchyAnswer,
  fileRows: 'rows',
  past: { param: 'id', of: customersView, presentOnly: true },
  async read(ask): Promise<HierarchyAnswer> {
    const { id, document } = ask.subject
    if (!document) return { id, rows: [], more: false }
    const top = await topOf(document, ask)
    const { tree, more } = await daughtersBelow(top, ask)
    const rows = rowsBelow(top, { tree, names: new Names(ask) }, { depth: 0 })
    return ask.open({ id, rows: rows.slice(0, mostRows), more: more || rows.length > mostRows })
  },
})
