/**
 * Columns that say what a document's amounts are worth, by the rates known when the row is written. When rates are
 * published or corrected, the rows that they value are written again: as a rebuild from there on would write them.
 */
import {
  type OwnAmount,
  type ReadStore,
  type ReferenceHolder,
  type Row,
  type StoredEvent,
  type Valuation,
  type View,
  type Where,
  type Worth,
  worthBy,
} from '#kernel'
import { type Held, tableOf, VALUED_IN } from '#read-models'

export function valuedColumns({ view, document }: Pick<Held, 'view' | 'document'>, worth: Worth): Row['columns'] {
  const { valued } = view
  if (!valued || document === null) return {}
  const currencies = new Set<string>()
  const noting = (amount: OwnAmount) => {
    currencies.add(amount.currency)
    return worth(amount)
  }
  const worths = valued.of(document, noting)
  const columns = Object.keys(valued.columns).map((name) => [name, worths[name] ?? null])
  return { ...Object.fromEntries(columns), [VALUED_IN]: [...currencies].sort() }
}

/** What amounts are worth by the references taken so far, and what is to be written when that changes. */
export class Revaluing {
  constructor(private readonly p: { valuation: Valuation; references: ReferenceHolder; views: readonly View[] }) {}

  get worth(): Worth {
    return worthBy(this.p.valuation, this.p.references.at())
  }

  /** In which currencies amounts are worth something else from an event on. */
  currenciesBy(event: StoredEvent): readonly string[] {
    return this.p.valuation.revaluedBy(event, this.p.references.at())
  }

  /** Writes the rows anew that an event values otherwise: page by page, and as often as it is asked for. */
  async write(event: StoredEvent, store: Pick<ReadStore, 'scan' | 'write'>): Promise<void> {
    const currencies = this.currenciesBy(event)
    if (currencies.length === 0) return
    const where: Where = { or: currencies.map((currency) => ({ column: VALUED_IN, has: currency })) }
    const { position } = event
    for (const view of this.p.views.filter(({ kept, valued }) => kept && valued)) {
      const table = tableOf(view)
      for await (const rows of store.scan(table, { where })) {
        const columnsOf = ({ doc, columns }: Row) => ({
          ...columns,
          ...valuedColumns({ view, document: doc }, this.worth),
        })
        await store.write(rows.map((row) => ({ table, put: { ...row, position, columns: columnsOf(row) } })))
      }
    }
  }
}
