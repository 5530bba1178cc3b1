/**
 * Columns that documents take from the one document of their partition in another view, so that lists
 * sort and filter by them in the engine: a relationship by its customer's name. When that document says
 * something else, the rows that are joined with it are written again.
 */
import type { JsonObject, ReadStore, Row, View, Write } from '#kernel'
import { type Held, slotOf, standingIn, tableOf } from '#read-models'
import { columnValue } from './rows.js'

type StandingReads = Pick<ReadStore, 'getMany' | 'scan'>
type Documents = ReadonlyMap<string, Held>

/** A row's joined columns, from the documents at hand. */
export function joinedColumns(
  { view: { joins: borrows }, partition }: Pick<Held, 'view' | 'partition'>,
  held: Documents,
): Row['columns'] {
  if (!borrows) return {}
  const lender = held.get(slotOf(borrows.from, partition))?.document as JsonObject | null | undefined
  const { columns, of = {} } = borrows
  return Object.fromEntries(Object.keys(columns).map((name) => [name, columnValue(lender?.[of[name] ?? name])]))
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

  /** Rows that no event touched but that are joined with a document that says something else by now. */
  async writes(store: StandingReads): Promise<Write[]> {
    const writes: Write[] = []
    for (const view of this.borrowers) {
      const lenders = new Map(this.changedLendersOf(view).map((lender) => [lender.key, lender]))
      for (const row of await rowsOf(store, view, [...lenders.keys()])) {
        const lender = lenders.get(String(row.columns.partition))
        if (!lender || this.held.get(slotOf(view, row.key))?.changed) continue
        const columns = { ...row.columns, ...joinedColumns({ view, partition: lender.key }, this.held) }
        writes.push({ table: tableOf(view), put: { ...row, position: lender.changedBy, columns } })
      }
    }
    return writes
  }

  private changedLendersOf(view: View): Held[] {
    return this.lendersOf(view).filter((lender) => {
      const before = this.before.get(this.placeOf(view, lender))
      return before !== undefined && before !== this.lentBy(view, lender)
    })
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

async function rowsOf(store: StandingReads, view: View, partitions: string[]): Promise<Row[]> {
  const rows: Row[] = []
  for await (const page of standingIn(view, partitions, store)) rows.push(...page)
  return rows
}
