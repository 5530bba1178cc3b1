/**
 * What contributions of money come to in group currency, by the rates known at the moment asked about. Rates are
 * looked up once for each currency, day and share that occur; a part without amounts of its own is read as it is.
 */
import { atRate, type CausedFigure, type References, shareOf, shareOfCode, type Valuation } from '#kernel'
import { amountColumns, type ContributionReader, numberAt, type ReadPart } from '#read-models'
import { Combined } from '../scan/combined.js'
import { numbersIn } from '../scan/widened.js'

/** Minor units of group currency for minor units of a currency; undefined where they cannot be valued. */
type Conversion = (amountMinor: number) => number | undefined

/** What is known of a contribution besides its numbers: nothing of one in group currency. */
interface Stated {
  currency: string
  rateDay: string
  share?: string
}

/** What each contribution of a part adds: nothing where it cannot be valued. */
export interface ValuedPart {
  values: Float64Array
  /** Currency of each that cannot be valued, as its code in the reader's dictionary; 0 of the others. */
  unvalued: Int32Array
  /** Those that occur there. */
  currenciesUnvalued: readonly number[]
}

export class Valuing {
  private readonly known = new Map<string, Conversion>()

  constructor(
    private readonly reader: ContributionReader,
    private readonly p: { valuation: Pick<Valuation, 'rateOn'>; references: References },
  ) {}

  static isOfAmounts({ coded }: ReadPart): boolean {
    return coded.has('currency')
  }

  of(part: ReadPart): ValuedPart {
    const columns = amountColumns.map((name) => part.coded.get(name))
    const { codes, tuples } = Combined.of(part.count, columns)
    const conversions = tuples.map((tuple) => this.conversionOf(this.statedBy(tuple)))
    const currencies = tuples.map(([currency = 0]) => currency)
    const values = numbersIn(part, 'value').slice()
    const amount = part.numbers.get('amount') ?? { base: Number.NaN }
    const unvalued = new Int32Array(part.count)
    const found = new Set<number>()
    for (let at = 0; at < part.count; at++) {
      const code = codes ? (codes[at] as number) : 0
      const conversion = conversions[code]
      if (!conversion) continue
      const each = conversion(numberAt(amount, at))
      if (each === undefined) {
        unvalued[at] = currencies[code] as number
        found.add(currencies[code] as number)
      }
      values[at] = (values[at] as number) * (each ?? 0)
    }
    return { values, unvalued, currenciesUnvalued: [...found] }
  }

  currencyOf(code: number): string {
    return this.reader.dictionary('currency').valueOf(code) ?? ''
  }

  /** Of a contribution that is not in group currency: what was stated, the day whose rate holds, and what it adds if it can be valued. */
  shownAt({ coded, numbers }: ReadPart, at: number): Pick<CausedFigure, 'amount' | 'rateDay' | 'value'> {
    const tuple = amountColumns.map((name) => {
      const { codes, entries } = coded.get(name) ?? { entries: new Int32Array(1) }
      return entries[codes?.[at] ?? 0] ?? 0
    })
    const stated = this.statedBy(tuple)
    if (!stated) return {}
    const { currency, rateDay, share } = stated
    const whole = numberAt(numbers.get('amount') ?? { base: 0 }, at)
    const times = numberAt(numbers.get('value') ?? { base: 0 }, at)
    const each = share === undefined ? whole : shareOf(whole, shareOfCode(share))
    const worth = this.conversionOf(stated)?.(whole)
    const value = worth === undefined ? undefined : times * worth
    return { amount: { amountMinor: times * each, currency }, rateDay, value }
  }

  private statedBy(tuple: readonly number[]): Stated | undefined {
    const [currency, rateDay, share] = amountColumns.map((name, at) =>
      this.reader.dictionary(name).valueOf(tuple[at] ?? 0),
    )
    return currency ? { currency, rateDay: rateDay ?? '', share: share ?? undefined } : undefined
  }

  private conversionOf(stated: Stated | undefined): Conversion | undefined {
    if (!stated) return undefined
    const { currency, rateDay, share = '' } = stated
    const key = `${currency} ${rateDay} ${share}`
    const conversion = this.known.get(key) ?? this.conversion(stated)
    this.known.set(key, conversion)
    return conversion
  }

  private conversion({ currency, rateDay, share }: Stated): Conversion {
    const rate = this.p.valuation.rateOn(currency, rateDay, this.p.references)
    if (!rate) return () => undefined
    if (share === undefined) return (amountMinor) => atRate(amountMinor, rate)
    const part = shareOfCode(share)
    return (amountMinor) => {
      const whole = atRate(amountMinor, rate)
      return whole === undefined ? undefined : shareOf(whole, part)
    }
  }
}
