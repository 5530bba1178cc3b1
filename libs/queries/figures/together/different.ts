/** How many different ones are present in each place: gathered by place, then counted one by one. Never by adding counts up. */

import type { InCells } from '../scan/cells.js'
import { entriesIn } from '../scan/widened.js'
import { byTally } from './by-tally.js'

/** @param found with the number of the tally, 0 ≤ number < tallies, in the place of each cell; used up */
export function differentIn(found: readonly InCells[], tallies: number): number[] {
  const gathered = byTally(found, tallies, { array: Int32Array, valuesOf: (part) => entriesIn(part, 'who') })
  const presences = new Presences()
  return Array.from({ length: tallies }, (_, tally) => {
    const { values, times } = gathered.of(tally)
    return presences.different(values, times)
  })
}

class Presences {
  /** By the number of who it is; all zero between two tallies. */
  private times = new Float64Array(0)

  /** How many are present more often than taken back. */
  different(whos: Int32Array, times?: Float64Array): number {
    const present = this.roomFor(whos)
    for (let at = 0; at < whos.length; at++) {
      const who = whos[at] as number
      present[who] = (present[who] as number) + (times ? (times[at] as number) : 1)
    }
    let different = 0
    for (let at = 0; at < whos.length; at++) {
      const who = whos[at] as number
      // The code 0 is of nobody.
      if (who > 0 && (present[who] as number) > 0) different++
      present[who] = 0
    }
    return different
  }

  private roomFor(whos: Int32Array): Float64Array {
    let most = 0
    for (let at = 0; at < whos.length; at++) if ((whos[at] as number) > most) most = whos[at] as number
    if (this.times.length <= most) this.times = new Float64Array(2 * (most + 1))
    return this.times
  }
}
