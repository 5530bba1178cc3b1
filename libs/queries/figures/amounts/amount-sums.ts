/** Sums of money of which some must be valued: those that can be, and beside them how many there are and how many cannot. */
import type { Yields } from '#kernel'
import type { ReadPart } from '#read-models'
import { addTo, grown, type Sums, touch } from '../scan/cells.js'
import type { Scan } from '../scan/scan.js'
import { numbersIn } from '../scan/widened.js'
import { type ValuedPart, Valuing } from './valuing.js'

export async function amountSums(
  scan: Scan,
  parts: readonly ReadPart[],
  { valuing, yields }: { valuing: Valuing; yields: Yields },
): Promise<Sums> {
  let [touched, value, whole] = [new Uint8Array(0), new Float64Array(0), new Float64Array(0)]
  const unvalued = new Map<string, Float64Array>()
  for (const part of parts) {
    await yields.next()
    const valued = Valuing.isOfAmounts(part) ? valuing.of(part) : undefined
    const cells = scan.cellsOf(part)
    touched = grown(touched, scan.cells, Uint8Array)
    value = grown(value, scan.cells, Float64Array)
    whole = grown(whole, scan.cells, Float64Array)
    touch(touched, cells)
    addTo(value, cells, valued ? { base: 0, steps: valued.values } : part.numbers.get('value'))
    addTo(whole, cells, part.numbers.get('whole'))
    for (const code of valued?.currenciesUnvalued ?? []) {
      const currency = valuing.currencyOf(code)
      const counts = grown(unvalued.get(currency) ?? new Float64Array(0), scan.cells, Float64Array)
      unvalued.set(currency, counts)
      countUnvalued(counts, cells, { code, valued: valued as ValuedPart, times: numbersIn(part, 'whole') })
    }
  }
  return { places: scan.places, touched, value, whole, unvalued }
}

function countUnvalued(
  counts: Float64Array,
  cells: Int32Array,
  { code, valued: { unvalued }, times }: { code: number; valued: ValuedPart; times: Float64Array },
): void {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as number
    if (cell >= 0 && unvalued[at] === code) counts[cell] = (counts[cell] as number) + (times[at] as number)
  }
}
