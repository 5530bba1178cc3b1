/** Amounts that a number of money leaves out because they cannot be valued: how many, by currency. */
import { type Unvalued, unvaluedIn } from '#kernel'

export class LeftOut {
  private readonly counts = new Map<string, number>()

  /** Less than none where they are taken back. */
  add(currency: string, count: number): void {
    if (count !== 0) this.counts.set(currency, (this.counts.get(currency) ?? 0) + count)
  }

  addAll({ counts }: LeftOut): void {
    for (const [currency, count] of counts) this.add(currency, count)
  }

  /** @param amounts how many there are, those left out among them */
  told(amounts: number): { amounts?: number; unvalued?: Unvalued[] } {
    const unvalued = unvaluedIn([...this.counts].filter(([, count]) => count !== 0))
    return unvalued.length === 0 ? {} : { amounts, unvalued }
  }
}
