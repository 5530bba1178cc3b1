/**
 * What contributions of money come to in group currency, by the rates known at the moment asked about. Rates are
 * looked up once for each currency and day that occur; a part without amounts of its own is read as it is.
 */
import {
  type AmountShare,
  atRate,
  type CausedFigure,
  type ConversionRate,
  type References,
  shareOf,
  shareOfCode,
  type Valuation,
} from '#kernel'
import { type ContributionReader, type Entries, numberAt, type ReadPart } from '#read-models'
import { Combined } from '../scan/combined.js'
import { numbersIn } from '../scan/widened.js'

/** What each contribution of a part adds: nothing where it cannot be valued. */
export interface ValuedPart {
  values: Float64Array
  /** Currency of each that cannot be valued, as its code in the reader's dictionary; 0 of the others. */
  unvalued: Int32Array
  /** Those that occur there. */
  currenciesUnvalued: readonly number[]
}

export class Valuing {
  /** By the codes of a currency and a day; null where none is known. */
  private readonly rates = new Map<number, ConversionRate | null>()

  constructor(
    private readonly reader: ContributionReader,
    private readonly p: { valuation: Pick<Valuation, 'rateOn'>; references: References },
  ) {}

  static isOfAmounts({ coded }: ReadPart): boolean {
    return coded.has('currency')
  }

  of(part: ReadPart): ValuedPart {
    const { codes, tuples } = Combined.of(part.count, [part.coded.get('currency'), part.coded.get('rateDay')])
    const rates = tuples.map(([currency = 0, day = 0]) => this.rateBy(currency, day))
    const shares = this.sharesOf(part)
    const values = numbersIn(part, 'value').slice()
    const amount = part.numbers.get('amount') ?? { base: Number.NaN }
    const unvalued = new Int32Array(part.count)
    for (let at = 0; at < part.count; at++) {
      const code = codes ? (codes[at] as number) : 0
      const rate = rates[code]
      if (rate === undefined) continue
      const worth = rate ? worthAt(rate, numberAt(amount, at), shares?.(at)) : undefined
      if (worth === undefined) unvalued[at] = tuples[code]?.[0] ?? 0
      values[at] = (values[at] as number) * (worth ?? 0)
    }
    return { values, unvalued, currenciesUnvalued: [...new Set(unvalued)].filter((code) => code > 0) }
  }

  currencyOf(code: number): string {
    return this.reader.dictionary('currency').valueOf(code) ?? ''
  }

  /** Of a contribution that is not in group currency: what was stated, the day whose rate holds, and what it adds if it can be valued. */
  shownAt(part: ReadPart, at: number): Pick<CausedFigure, 'amount' | 'rateDay' | 'value'> {
    const [currency, day] = [codeAt(part.coded.get('currency'), at), codeAt(part.coded.get('rateDay'), at)]
    const rate = this.rateBy(currency, day)
    if (rate === undefined) return {}
    const share = this.sharesOf(part)?.(at)
    const whole = numberAt(part.numbers.get('amount') ?? { base: 0 }, at)
    const times = numberAt(part.numbers.get('value') ?? { base: 0 }, at)
    const worth = rate ? worthAt(rate, whole, share) : undefined
    return {
      amount: { amountMinor: times * (share ? shareOf(whole, share) : whole), currency: this.currencyOf(currency) },
      rateDay: this.reader.dictionary('rateDay').valueOf(day) ?? undefined,
      value: worth === undefined ? undefined : times * worth,
    }
  }

  /** Null where none is known; undefined of what is in group currency. */
  private rateBy(currency: number, day: number): ConversionRate | null | undefined {
    if (currency === 0) return undefined
    const key = currency * 2 ** 32 + day
    const known = this.rates.get(key)
    if (known !== undefined) return known
    const { valuation, references } = this.p
    const rateDay = this.reader.dictionary('rateDay').valueOf(day) ?? ''
    const rate = valuation.rateOn(this.currencyOf(currency), rateDay, references) ?? null
    this.rates.set(key, rate)
    return rate
  }

  private sharesOf({ coded }: ReadPart): ((at: number) => AmountShare | undefined) | undefined {
    const column = coded.get('share')
    if (!column) return undefined
    const shares = Array.from(column.entries, (entry) => {
      const code = this.reader.dictionary('share').valueOf(entry)
      return code === null ? undefined : shareOfCode(code)
    })
    return (at) => shares[column.codes?.[at] ?? 0]
  }
}

const codeAt = (column: Entries | undefined, at: number): number => column?.entries[column.codes?.[at] ?? 0] ?? 0

function worthAt(rate: ConversionRate, amountMinor: number, share: AmountShare | undefined): number | undefined {
  const whole = atRate(amountMinor, rate)
  return share === undefined || whole === undefined ? whole : shareOf(whole, share)
}
