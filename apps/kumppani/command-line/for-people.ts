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
const saidIn = /leftOut$/i
/** What is drawn, and read by nobody. */
const passedOver = new Set(['spark'])

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

/** What a number leaves out is said in words beside it: how much of which currency that is stays for programs. */
function inWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inWords)
  if (!isRecord(value)) return value
  const counted = new Set(Object.keys(value).flatMap((name) => (saidIn.test(name) ? countedBeside(name) : [])))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !passedOver.has(name) && !counted.has(name))
      .map(([name, member]) => [name, inWords(member)]),
  )
}

/** `openLeftOut` says what `openUnvalued` counts, `leftOut` what `unvalued` does. */
function countedBeside(name: string): string[] {
  const of = name.replace(saidIn, '')
  return of === '' ? ['amounts', 'unvalued'] : [`${of}Amounts`, `${of}Unvalued`]
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
