/**
 * Answers as people read them: amounts in their currency instead of minor units, figures in the unit of
 * their metric. Programs get answers as they are.
 */
import type { Money } from '#kernel'
import { figureTable, isByPeriod } from './figure-table.js'
import { RefusedRequest } from './refused.js'
import type { Session } from './session.js'

type Named = Readonly<Record<string, unknown>>

/** Fields of a figure that are in the unit of its metric. */
const measured = new Set(['value', 'compared', 'change', 'p90'])
const minor = /^(.+)Minor$/
/** What is drawn, and read by nobody, and what is said here in English. */
const passedOver = new Set(['spark', 'leftOut'])

export async function forPeople(answer: unknown, session: Pick<Session, 'get'>): Promise<unknown> {
  const inUnits = isFigures(answer) ? asTable(inWords(withUnits(answer)) as Figures) : inWords(answer)
  return hasMinor(inUnits) ? withAmounts(inUnits, await groupCurrency(session)) : inUnits
}

interface Figures {
  metric: { unit: string; currency?: string }
  figures: Named[]
  names?: { id: string; name: unknown }[]
}

const isFigures = (answer: unknown): answer is Figures =>
  isRecord(answer) && isRecord(answer.metric) && Array.isArray(answer.figures)

/** Periods across where there are any; the names then stand in the rows. */
function asTable({ names = [], ...answer }: Figures): unknown {
  if (!isByPeriod(answer.figures)) return { ...answer, names }
  const byId = new Map(names.map(({ id, name }) => [id, name]))
  return { ...answer, figures: figureTable(answer.figures, byId) }
}

function withUnits(answer: Figures): Figures {
  const { metric, figures } = answer
  const shown = (name: string, value: unknown) =>
    measured.has(name) && typeof value === 'number' ? inUnit(value, metric) : value
  return {
    ...answer,
    figures: figures.map((figure) =>
      Object.fromEntries(Object.entries(figure).map(([name, value]) => [name, shown(name, value)])),
    ),
  }
}

function inUnit(value: number, { unit, currency }: Figures['metric']): unknown {
  if (unit === 'money' && currency !== undefined) return { amountMinor: value, currency } satisfies Money
  if (unit === 'percent') return `${value.toFixed(1)} %`
  return Number.isInteger(value) ? value : value.toFixed(1)
}

/** What a number leaves out is said in words beside it; without what is passed over. */
function inWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inWords)
  if (!isRecord(value)) return value
  const { amounts, ...others } = value
  const isSaid = isUnvalued('unvalued', value.unvalued)
  return Object.fromEntries(
    Object.entries(isSaid ? others : value)
      .filter(([name]) => !passedOver.has(name))
      .map(([name, member]) => [
        name,
        isUnvalued(name, member) ? sentenceOf(member, name === 'unvalued' ? amounts : undefined) : inWords(member),
      ]),
  )
}

interface Unvalued {
  currency: string
  count: number
}

const isUnvalued = (name: string, value: unknown): value is Unvalued[] =>
  /unvalued$/i.test(name) && Array.isArray(value) && value.length > 0

function sentenceOf(unvalued: readonly Unvalued[], amounts: unknown): string {
  const count = unvalued.reduce((sum, each) => sum + each.count, 0)
  const currencies = unvalued.map((each) => (unvalued.length > 1 ? `${each.currency} (${each.count})` : each.currency))
  return `${count}${typeof amounts === 'number' ? ` of ${amounts}` : ''} not valued: no rate for ${currencies.join(', ')}`
}

/** A field of minor units is in the currency beside it, or else in the group's; it loses the word. */
function withAmounts(value: unknown, currency: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((each) => withAmounts(each, currency))
  if (!isRecord(value) || isMoney(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      const [, plain] = minor.exec(name) ?? []
      const own = plain && (value[`${plain}Currency`] ?? currency)
      if (plain === undefined || typeof member !== 'number' || typeof own !== 'string')
        return [name, withAmounts(member, currency)]
      return [plain, { amountMinor: member, currency: own } satisfies Money]
    }),
  )
}

function hasMinor(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasMinor)
  if (!isRecord(value) || isMoney(value)) return false
  return Object.entries(value).some(([name, member]) => minor.test(name) || hasMinor(member))
}

/** Whoever may not read the group's rules reads minor units. */
async function groupCurrency(session: Pick<Session, 'get'>): Promise<string | undefined> {
  try {
    return ((await session.get('/group')).body as { currency?: string }).currency
  } catch (error) {
    if (error instanceof RefusedRequest) return undefined
    throw error
  }
}

const isRecord = (value: unknown): value is Named =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
const isMoney = (value: Named): boolean => 'amountMinor' in value && 'currency' in value
