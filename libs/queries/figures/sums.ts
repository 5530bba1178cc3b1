/** What the contributions asked for come to, cell by cell: their sums, or where those are that must be looked at together. */
import type { Metric } from '#kernel'
import { amountColumns, type ContributionReader, type ReadPart } from '#read-models'
import { amountSums } from './amounts/amount-sums.js'
import { Valuing } from './amounts/valuing.js'
import { addTo, grown, type Sums, touch } from './scan/cells.js'
import { Scan, type Wanted } from './scan/scan.js'

export type AskedSums = Omit<Wanted, 'metric'> & { metric: Pick<Metric, 'name' | 'kind' | 'unit'> }

export async function readSums(reader: ContributionReader, asked: AskedSums, valuing: Valuing): Promise<Sums> {
  const { name, kind, unit } = asked.metric
  const scan = new Scan(reader, { ...asked, metric: name })
  if (kind === 'duration') return gathered(scan, await scan.parts(['value', 'length']))
  if (kind === 'distinct') return gathered(scan, await scan.parts(['value', 'who']))
  if (unit !== 'money') return summed(scan, await scan.parts(['value', 'whole']), ['value', 'whole'])
  const inGroupCurrency = await scan.parts(['value', ...amountColumns])
  // How many amounts there are is read where some may not be among what is summed.
  if (!inGroupCurrency.some(Valuing.isOfAmounts)) return summed(scan, inGroupCurrency, ['value'])
  return amountSums(scan, await scan.parts(['value', 'whole', 'amount', ...amountColumns]), valuing)
}

/** @param names of what is added; a part may have more columns at hand */
function summed(scan: Scan, parts: readonly ReadPart[], names: readonly ('value' | 'whole')[]): Sums {
  let [touched, value, whole] = [new Uint8Array(0), new Float64Array(0), new Float64Array(0)]
  for (const part of parts) {
    const cells = scan.cellsOf(part)
    touched = grown(touched, scan.cells, Uint8Array)
    value = grown(value, scan.cells, Float64Array)
    whole = grown(whole, scan.cells, Float64Array)
    touch(touched, cells)
    addTo(value, cells, part.numbers.get('value'))
    if (names.includes('whole')) addTo(whole, cells, part.numbers.get('whole'))
  }
  return { places: scan.places, touched, value, whole }
}

function gathered(scan: Scan, parts: readonly ReadPart[]): Sums {
  const found = parts.map((part) => ({ part, cells: scan.cellsOf(part).slice() }))
  const touched = new Uint8Array(scan.cells)
  for (const { cells } of found) touch(touched, cells)
  const none = new Float64Array(0)
  return { places: scan.places, touched, value: none, whole: none, found }
}
