/** What the contributions asked for come to, cell by cell: their sums, or where those are that must be looked at together. */
import type { Metric, Yields } from '#kernel'
import { amountColumns, type ContributionReader, type ReadPart } from '#read-models'
import { amountSums } from './amounts/amount-sums.js'
import { Valuing } from './amounts/valuing.js'
import { type InCells, type Sums, touch } from './scan/cells.js'
import { Scan, type Wanted } from './scan/scan.js'
import { type SummedColumn, Summing } from './scan/summing.js'

export type AskedSums = Omit<Wanted, 'metric'> & { metric: Pick<Metric, 'name' | 'kind' | 'unit'> }

/** What sums are made with. */
export interface Summed {
  reader: ContributionReader
  valuing: Valuing
  yields: Yields
}

/** @throws NobodyWaits */
export async function readSums(asked: AskedSums, { reader, valuing, yields }: Summed): Promise<Sums> {
  const { name, kind, unit } = asked.metric
  const scan = new Scan(reader, { ...asked, metric: name })
  if (kind === 'duration') return gathered(scan, await scan.parts(['value', 'length']), yields)
  if (kind === 'distinct') return gathered(scan, await scan.parts(['value', 'who']), yields)
  if (unit !== 'money') return rolledUp(scan, ['value', 'whole'], yields)
  const inGroupCurrency = await scan.parts(['value', ...amountColumns])
  // How many amounts there are is read where some may not be among what is summed.
  if (!inGroupCurrency.some(Valuing.isOfAmounts))
    return (await new Summing(scan, ['value']).all(inGroupCurrency, yields)).sums()
  return amountSums(scan, await scan.parts(['value', 'whole', 'amount', ...amountColumns]), { valuing, yields })
}

/** What was summed for the same question before, and what has come since. */
async function rolledUp(scan: Scan, columns: readonly SummedColumn[], yields: Yields): Promise<Sums> {
  const { parts, rollup } = await scan.partsSince(columns)
  const summing = new Summing(scan, columns, rollup)
  // What a full part comes to is the same whenever this is asked.
  const { full = [], rest = [] } = Object.groupBy(parts, ({ id }) => (id === undefined ? 'rest' : 'full'))
  await summing.all(full, yields)
  if (full.length > 0) {
    const ids = full.flatMap(({ id }) => id ?? [])
    scan.keep(columns, { parts: new Set([...(rollup?.parts ?? []), ...ids]), ...summing.copy() })
  }
  return (await summing.all(rest, yields)).sums()
}

async function gathered(scan: Scan, parts: readonly ReadPart[], yields: Yields): Promise<Sums> {
  const found: InCells[] = []
  for (const part of parts) {
    await yields.next()
    found.push({ part, cells: scan.cellsOf(part).slice() })
  }
  const touched = new Uint8Array(scan.cells)
  for (const { cells } of found) touch(touched, cells)
  const none = new Float64Array(0)
  return { places: scan.places, touched, value: none, whole: none, found }
}
