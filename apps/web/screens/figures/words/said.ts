/** Figures in the words of the reader: values with their units, changes with their signs, and what they are of. */
import { capital, useWords, type Words } from '../../../components/words.js'
import { useFormats, useLanguage, useTexts } from '../../../language/language.js'
import { type Dimension, type Metric, type OneFilter, teamCode } from '../address.js'
import { type Change, shownOf } from './change.js'
import { figuresTexts } from './texts.js'

export interface Said {
  value(value: number | undefined): string
  /** Where there is little room: amounts in thousands. */
  short(value: number | undefined): string
  change(change: Change): string
}

/** To the decimal that numbers are written with, so that what reads as one is one. */
const asWritten = (value: number): number => Math.round(value * 10) / 10

/** How values of a metric are said. */
export function useSaid(): (metric: Pick<Metric, 'unit' | 'currency'>) => Said {
  const say = useTexts(figuresTexts)
  const formats = useFormats()
  return ({ unit, currency = 'EUR' }) => {
    const said: Record<Metric['unit'], (value: number) => string> = {
      count: formats.number,
      percent: (value) => formats.share(value / 100),
      money: (value) => formats.money(value, currency),
      days: (value) => say('days', { n: asWritten(value), count: formats.number(value) }),
      hours: (value) => say('hours', { count: formats.number(value) }),
    }
    const value = (of: number | undefined) => (of === undefined ? '–' : said[unit](of))
    return {
      value,
      short: (of) => (of !== undefined && unit === 'money' ? formats.shortMoney(of, currency) : value(of)),
      change: (change) => {
        const { sign, size } = shownOf(change)
        return sign + (change.isPoints ? say('points', { count: formats.number(size) }) : formats.share(size))
      },
    }
  }
}

const wordSets: Readonly<Partial<Record<Dimension, string>>> = {
  function: 'function',
  status: 'status',
  stage: 'stage',
  sector: 'sector',
  profile: 'profile',
}

export interface NamesOf {
  of(dimension: Dimension, code: string | undefined): string
  /** Codes of a dimension in their own order; none where they have none. */
  order(dimension: Dimension): string[]
}

/** What the values of dimensions are called. */
export function useNames(named: readonly { id: string; name?: unknown }[]): NamesOf {
  const say = useTexts(figuresTexts)
  const words = useWords()
  const countries = new Intl.DisplayNames([useLanguage()], { type: 'region' })
  const isOrdered = (dimension: Dimension) => dimension === 'stage' || dimension === 'status'
  return {
    of: (dimension, code) => {
      if (code === undefined) return say('notStated')
      if (code === teamCode) return say('team')
      if (dimension === 'country' && /^[A-Z]{2}$/.test(code)) return countries.of(code) ?? code
      const set = wordSets[dimension]
      if (set) return capital(words.of(set, code))
      const name = named.find(({ id }) => id === code)?.name
      return typeof name === 'string' ? name : code
    },
    order: (dimension) => (isOrdered(dimension) ? words.in(dimension).map(({ code }) => code) : []),
  }
}

/** What figures are of, in words: where nothing is stated, together with what that would be. */
export const saidOf = ({ name, dimension, codes }: OneFilter, names: NamesOf, words: Words): string => {
  const of = codes.map((code) => names.of(dimension, code)).join(', ')
  return name === 'unstated' ? `${words.of('dimension', dimension)}: ${of}` : of
}
