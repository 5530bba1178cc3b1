/** Adds up the contributions of parts, cell by cell, from nothing or from what others came to. */
import type { Yields } from '#kernel'
import type { ReadPart, Rollup } from '#read-models'
import { addTo, grown, type Sums, touch } from './cells.js'
import type { Scan } from './scan.js'

export type SummedColumn = 'value' | 'whole'

export class Summing {
  private touched: Uint8Array
  private value: Float64Array
  private whole: Float64Array

  /** @param columns of what is added; a part may have more columns at hand */
  constructor(
    private readonly scan: Scan,
    private readonly columns: readonly SummedColumn[],
    from?: Pick<Rollup, 'touched' | 'value' | 'whole'>,
  ) {
    this.touched = from?.touched.slice() ?? new Uint8Array(0)
    this.value = from?.value.slice() ?? new Float64Array(0)
    this.whole = from?.whole.slice() ?? new Float64Array(0)
  }

  async all(parts: readonly ReadPart[], yields: Yields): Promise<this> {
    for (const part of parts) {
      await yields.next()
      const cells = this.scan.cellsOf(part)
      this.touched = grown(this.touched, this.scan.cells, Uint8Array)
      this.value = grown(this.value, this.scan.cells, Float64Array)
      this.whole = grown(this.whole, this.scan.cells, Float64Array)
      touch(this.touched, cells)
      addTo(this.value, cells, part.numbers.get('value'))
      if (this.columns.includes('whole')) addTo(this.whole, cells, part.numbers.get('whole'))
    }
    return this
  }

  sums(): Sums {
    return { places: this.scan.places, touched: this.touched, value: this.value, whole: this.whole }
  }

  /** As it stands, of as many cells as there are. */
  copy(): Pick<Rollup, 'touched' | 'value' | 'whole'> {
    const { cells } = this.scan
    return {
      touched: this.touched.slice(0, cells),
      value: this.value.slice(0, cells),
      whole: this.whole.slice(0, cells),
    }
  }
}
