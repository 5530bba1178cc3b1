/**
 * One share of a rebuild, folded into a store: that of the rebuild itself, or a file of its own that
 * is taken into it afterwards, so that shares can be folded on threads beside each other.
 */
import { type ClearStore, type Position, type ReadStore, type ReferenceHolder, type Share, worthBy } from '#kernel'
import { BulkContributions, FoldPlan, Zones } from '#read-models'
import type { OpenerOf } from './clear/writings.js'
import { type ShareDone, ShareFold } from './fold/share-fold.js'
import type { FoldingRules } from './folding-rules.js'
import { PendingRows } from './rows/pending-rows.js'

/** What all shares have in common; plain values, so that it can be handed to a thread. */
export interface SharedWork {
  /** Keys of customers that were ever one, each set folded as a whole. */
  sets: readonly (readonly string[])[]
  /** Up to which events are filed. */
  until: Position
}

/** Where plaintext is put, in the same pass. */
export interface Opening {
  into: ClearStore
  openerOf: OpenerOf
}

export interface ShareRebuild extends FoldingRules {
  /** Holds the filings. */
  source: ReadStore
  /** Takes the rows; its tables are declared, without indexes. */
  into: ReadStore
  references: ReferenceHolder
  /** Its tables are declared likewise; absent where no plaintext is derived. */
  opening?: Opening
  share: Share
  work: SharedWork
  /** Told now and then how many events were folded since it was told last. */
  onFolded?: (events: number) => void
}

const pageRows = 5000
/** Events folded from one word of it to the next. */
const fewestTold = 2000

export async function rebuildShare({
  source,
  into,
  work,
  share,
  onFolded,
  ...parts
}: ShareRebuild): Promise<ShareDone> {
  const { registry, identitySets, calendar, privateWriting, withholding, valuation, references, opening } = parts
  const { catalogue } = registry
  const pending = new PendingRows(into)
  const opened = opening && new PendingRows(opening.into)
  const contributions = new BulkContributions(into)
  let untold = 0
  const tell = () => {
    onFolded?.(untold)
    untold = 0
  }
  const fold = new ShareFold(
    {
      ...{ identitySets, references, source, share, catalogue },
      openerOf: opening?.openerOf,
      plan: new FoldPlan(registry),
      zonesAt: new Zones(references, calendar).at,
      sets: work.sets,
      worth: worthBy(valuation, references.at()),
      writing: { catalogue, privateWriting, withheld: withholding.withheldEvents(references.at()) },
    },
    {
      row: (table, row) => pending.add(table, row),
      clear: (table, row) => opened?.add(table, row),
      contribute: (caused) => contributions.add(caused),
      folded: async (events) => {
        untold += events
        if (untold >= fewestTold) tell()
        for (const rows of [pending, opened]) if (rows && rows.size >= pageRows) await rows.flush()
        await contributions.flush()
      },
    },
  )
  const done = await fold.run()
  for (const rows of [pending, opened]) await rows?.flush()
  await contributions.finish()
  tell()
  return done
}
