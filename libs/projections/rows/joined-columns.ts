/**
 * Columns that documents borrow from the one document of their partition, so that lists sort and
 * filter by them in the engine: a relationship by its customer's name. When what is lent changes, the
 * borrowers' rows are written anew.
 */
import { all, type JsonObject, type ReadStore, type Row, type View, type Write } from '#kernel'
import { type Held, slotOf, tableOf } from '#read-models'
import { columnValue } from './rows.js'

type Documents = ReadonlyMap<string, Held>

/** A row's borrowed columns, from the documents at hand. */
export function joinedColumns(
  { view: { joins: borrows }, partition }: Pick<Held, 'view' | 'partition'>,
  held: Documents,
): Row['columns'] {
  if (!borrows) return {}
  const lender = held.get(slotOf(borrows.from, partition))?.document as JsonObject | null | undefined
  return Object.fromEntries(Object.keys(borrows.columns).map((name) => [name, columnValue(lender?.[name])]))
}

export class JoinSources {
  private readonly borrowers: readonly View[]
  private readonly before = new Map<string, string>()

  /** @param held as fetched, before anything is folded */
  constructor(
    views: readonly View[],
    private readonly held: Documents,
  ) {
    this.borrowers = views.filter((view) => view.kept && view.joins)
    for (const view of this.borrowers) {
      for (const lender of this.lendersOf(view)) this.before.set(this.placeOf(view, lender), this.lentBy(view, lender))
    }
  }

  /**
   * Rows of borrowers that no event touched but whose lender now lends something else.
   * @param removed slots of documents that go with this batch though their rows still stand
   */
  async writes(store: ReadStore, removed: ReadonlyMap<string, Held>): Promise<Write[]> {
    const writes: Write[] = []
    for (const view of this.borrowers) {
      for (const lender of this.lendersOf(view)) {
        const before = this.before.get(this.placeOf(view, lender))
        if (before === undefined || before === this.lentBy(view, lender)) continue
        for (const row of await rowsOf(store, view, lender.key)) {
          const slot = slotOf(view, row.key)
          if (removed.has(slot) || this.held.get(slot)?.changed) continue
          const columns = { ...row.columns, ...joinedColumns({ view, partition: lender.key }, this.held) }
          writes.push({ table: tableOf(view), put: { ...row, position: lender.changedBy, columns } })
        }
      }
    }
    return writes
  }

  private lendersOf({ joins: borrows }: View): Held[] {
    return [...this.held.values()].filter(({ view }) => view.name === borrows?.from.name)
  }

  private placeOf(view: View, { key }: Held): string {
    return slotOf(view, key)
  }

  private lentBy(view: View, { key }: Held): string {
    return JSON.stringify(joinedColumns({ view, partition: key }, this.held))
  }
}

async function rowsOf(store: ReadStore, view: View, partition: string): Promise<Row[]> {
  const rows: Row[] = []
  const where = all({ column: 'partition', eq: partition })
  for await (const page of store.scan(tableOf(view), { where })) rows.push(...page)
  return rows
}
