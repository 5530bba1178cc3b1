/**
 * What was said wrongly and is corrected shows as if it had been said rightly from the start: of a customer of whom
 * everything was corrected as of one of whom nothing had to be, as of whatever day, in pages and in figures. What was
 * known before is still answered as it was. Forty of each; `LAWS_SEED` says of which seed.
 */
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { TestGroup } from '../harness/group.js'
import { verified } from '../harness/verified.js'

jest.setTimeout(300_000)

let group: TestGroup
beforeAll(async () => {
  group = await (await TestGroup.open()).found()
  const rates = [{ currency: 'SEK', toGroup: '0.09' }]
  await group.do('rates', 'publish', { day: '2025-01-01', rates }, { id: 'ecb' })
  group.time = '2026-11-20T12:00:00.000Z'
})
afterAll(async () => {
  expect((await verified(group)).differences).toEqual([])
  await group.close()
})

const minutes = fc.integer({ min: 0, max: 28 * 1440 - 1 })
/** A moment of a month: to the minute, to the day, or no more than the month. */
const within = (month: string) =>
  fc.tuple(minutes, fc.constantFrom('instant', 'day', 'month')).map(([minute, precision]) => {
    const at = new Date(Date.parse(`${month}-01T00:00:00Z`) + minute * 60_000).toISOString()
    return precision === 'instant' ? at : precision === 'day' ? at.slice(0, 10) : month
  })
const monthsOf = (...months: string[]) => fc.constantFrom(...months).chain(within)
const unit = fc.constantFrom('fi', 'se')
const members: Readonly<Record<string, string>> = { fi: 'aino', se: 'bengt' }
const stated = fc.record({
  amountMinor: fc.integer({ min: 1, max: 900_000 }),
  currency: fc.constantFrom('EUR', 'SEK', 'JPY'),
})
const value = fc.option(stated, { nil: undefined })
const text = fc.constantFrom('Freezers.', 'A new chef.', 'They compare.', 'Two kitchens.')

/** One fact as it is said: of which customer `of` says. */
interface Saying {
  body: (of: string) => object
  at: string
}
const saying = <T>(body: fc.Arbitrary<T>, at: fc.Arbitrary<string>, as: (body: T, of: string) => object) =>
  fc.tuple(body, at).map(([said, at]): Saying => ({ body: (of) => as(said, of), at }))

const ofNote = saying(fc.record({ unit, note: text }), monthsOf('2026-02', '2026-03', '2026-07'), (body, of) => ({
  ...body,
  customers: [of],
}))
const ofMeeting = saying(
  fc.record({ unit, function: fc.constantFrom('sales', 'service'), startedBy: fc.constantFrom('we-unasked', 'they') }),
  monthsOf('2026-02', '2026-03', '2026-07'),
  (body, of) => ({ ...body, customers: [of], members: [members[body.unit]] }),
)
const ofOpening = saying(
  fc.record({ unit, value, name: fc.constantFrom('Cold room', 'Line') }),
  monthsOf('2026-01', '2026-02'),
  (body, of) => ({ ...body, customer: of, profile: 'product-sale', stage: 'engaging', owner: members[body.unit] }),
)
/** A win that states no amount takes that of the deal as it was when it was said. */
const ofWin = saying(fc.record({ value: stated }), monthsOf('2026-04', '2026-05'), (body) => body)
const ofLoss = saying(
  fc.record({ reason: fc.constantFrom('price', 'time') }),
  monthsOf('2026-04', '2026-05'),
  (body) => body,
)
const ofPromise = saying(
  fc.record({ unit, what: text, due: fc.constantFrom('2026-06-10T10:00:00.000Z', '2026-06-20T10:00:00.000Z') }),
  monthsOf('2026-03'),
  (body, of) => ({ ...body, customer: of, kind: 'promise', clock: 'calendar', owner: members[body.unit] }),
)
const ofKeeping = saying(fc.constant({}), monthsOf('2026-06'), (body) => body)
const ofStage = saying(
  fc.record({ to: fc.constantFrom('exploratory', 'basic', 'cooperative'), why: text }),
  monthsOf('2026-02', '2026-05'),
  (body) => ({ from: 'identified', ...body }),
)

const ways = ['restated', 'twice', 'taken back and said again', 'never was', 'right at once'] as const

interface Fact {
  category: string
  command: string
  right: Saying
  wrong: Saying
  also: Saying
  way: (typeof ways)[number]
  /** Whether it was first filed with another customer. */
  isAstray: boolean
  /** What comes after it on its record. */
  next?: Fact
}

const factOf = (category: string, command: string, said: fc.Arbitrary<Saying>, next?: fc.Arbitrary<Fact>) =>
  fc.record({
    ...{ category: fc.constant(category), command: fc.constant(command), right: said, wrong: said, also: said },
    ...{ way: fc.constantFrom(...ways), isAstray: fc.boolean() },
    ...(next && { next: fc.option(next, { nil: undefined }) }),
  }) as fc.Arbitrary<Fact>

const decided = fc.oneof(factOf('opportunity', 'win', ofWin), factOf('opportunity', 'lose', ofLoss))
/** Once, since a change says what stood there before. */
const staged = fc.option(factOf('relationship', 'changeStage', ofStage), { nil: undefined })
const others = fc.array(
  fc.oneof(
    factOf('touchpoint', 'record-note', ofNote),
    factOf('touchpoint', 'record-meeting', ofMeeting),
    factOf('opportunity', 'open', ofOpening, decided),
    factOf('promise', 'make', ofPromise, factOf('promise', 'keep', ofKeeping)),
  ),
  { minLength: 1, maxLength: 5 },
)
const facts = fc.tuple(others, staged).map(([all, stage]) => (stage ? [...all, stage] : all))

/** A record moves to another customer with all that was said of it: one fact alone does not. */
const canStray = ({ category, way, next }: Fact): boolean =>
  category !== 'relationship' && way !== 'right at once' && !next
async function say(fact: Fact, said: Saying, of: string, id?: string) {
  const ids = fact.category === 'relationship' ? { id: `${of}.fi` } : id === undefined ? {} : { id }
  return group.do(fact.category, fact.command, said.body(of), { ...ids, at: said.at, confirmed: true })
}

type Correction = () => Promise<unknown>

/** What is said instead, one after the other; nothing where it is taken back. */
function steps({ way, right, also, next }: Fact): (Saying | undefined)[] {
  if (way === 'right at once') return []
  if (way === 'never was') return next ? [right] : [undefined]
  if (way === 'taken back and said again') return next ? [right] : [undefined, right]
  return way === 'twice' ? [also, right] : [right]
}

/** Says all of it wrongly; answers with what corrects each fact, in turn. */
async function saidWrongly(all: readonly Fact[], of: string, astray: string): Promise<Correction[][]> {
  const ofAll: Correction[][] = []
  const wrongly = async (fact: Fact, id?: string): Promise<void> => {
    const first = fact.way === 'right at once' ? fact.right : fact.wrong
    const { stream, events, id: record } = await say(fact, first, fact.isAstray && canStray(fact) ? astray : of, id)
    const correct = (as?: Saying) => () =>
      group.correct(stream, events[0]?.id ?? '', { confirmed: true, ...(as && { body: as.body(of), at: as.at }) })
    ofAll.push(steps(fact).map((step) => correct(step)))
    if (fact.next) await wrongly(fact.next, record)
  }
  for (const fact of all) await wrongly(fact)
  return ofAll
}

/** One after the other, each fact's own in their order. */
async function correctedIn(ofAll: readonly Correction[][], order: Iterator<number>): Promise<void> {
  for (let left = ofAll.filter((own) => own.length > 0); left.length > 0; left = left.filter((own) => own.length > 0))
    await left[order.next().value % left.length]?.shift()?.()
}

async function saidRightly(all: readonly Fact[], of: string): Promise<void> {
  const rightly = async (fact: Fact, id?: string): Promise<void> => {
    if (fact.way === 'never was' && !fact.next) return
    const recorded = await say(fact, fact.right, of, id)
    if (fact.next) await rightly(fact.next, recorded.id)
  }
  for (const fact of all) await rightly(fact)
}

type Rows = { rows: Record<string, unknown>[] }
const counted = ['touchpoints', 'touches-unasked', 'won-revenue', 'deals-won', 'win-rate', 'open-pipeline']
const metrics = [...counted, 'relationships-by-stage', 'promises-kept', 'income', 'sales-cycle-days']
const days = ['2026-02-15', '2026-03-31', '2026-04-20', '2026-06-15', undefined]

/** Of a time as much as is known: the instant at which a day is taken to begin is that of where it was said. */
function known(row: Record<string, unknown>, name: string): unknown {
  const precision = name === 'at' ? row.precision : row[`${name}Precision`]
  if (precision === undefined || precision === 'instant') return row[name]
  return name === 'at' ? row.occurred : row[`${name}On`]
}
const picked = (row: Record<string, unknown>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, known(row, name)]))
const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort()

/** What pages say of a customer, without the ids of records and when they were recorded. */
async function pages(of: string, moment: { asOf?: string; knownAt?: string }): Promise<object> {
  const asked = { as: 'greta', ...moment }
  const rows = async (page: string, names: readonly string[]) => {
    const answer = await group.ask<Rows>(page, { id: of }, { ...asked, query: { limit: 200 } })
    return sorted(answer.rows.map((row) => picked(row, names)))
  }
  const { parts } = await group.ask<{ parts?: { standings: object[] } }>('customer', { id: of }, asked)
  const standings = (parts?.standings ?? []) as Record<string, unknown>[]
  const standing = ['unit', 'stage', 'status', 'purchases', 'boughtGroupMinor', 'boughtLeftOut', 'lastPurchase']
  return {
    standings: sorted(standings.map((one) => picked(one, [...standing, 'since', 'lastTouch', 'next']))),
    timeline: await rows('timeline', ['at', 'occurred', 'precision', 'kind', 'unit', 'function', 'summary']),
    deals: await rows('customer-opportunities', [
      'name',
      'unit',
      'status',
      'stage',
      'value',
      'owner',
      'wonAt',
      'lostAt',
    ]),
    promises: await rows('customer-promises', ['what', 'unit', 'due', 'status', 'owner', 'overdue']),
  }
}

type Sums = Map<string, number>
const numbers = ['value', 'part', 'whole', 'count', 'leftOut'] as const
type Numbers = Partial<Record<(typeof numbers)[number], number>>
type Figure = Omit<Numbers, 'leftOut'> & { period: { name: string }; unit: string; unvalued?: { count: number }[] }

/** What figures say by month and unit. */
async function figures(): Promise<Sums> {
  const sums: Sums = new Map()
  for (const metric of metrics) {
    const query = { from: '2026-01-01', to: '2026-11-20', by: ['month', 'unit'] }
    const answer = await group.ask<{ figures: Figure[] }>('figures', { metric }, { as: 'greta', query })
    for (const { period, unit, unvalued = [], part, value, count, whole } of answer.figures) {
      const leftOut = unvalued.reduce((sum, each) => sum + each.count, 0)
      // A share says of how much it is one, and a median of how many.
      const said: Numbers = { part, whole, count, leftOut, ...(part === undefined && count === undefined && { value }) }
      for (const number of numbers) sums.set(`${metric} ${period.name} ${unit} ${number}`, said[number] ?? 0)
    }
  }
  return sums
}

/** What came to be counted since. */
const since = (before: Sums, now: Sums): string[] =>
  [...now]
    .map(([row, sum]) => [row, sum - (before.get(row) ?? 0)] as const)
    .flatMap(([row, more]) => (more === 0 ? [] : [`${row} ${more}`]))
    .sort()

it('of a customer of whom all was corrected is what is said of one of whom all was right', async () => {
  const seed = process.env.LAWS_SEED === undefined ? 12 : Number(process.env.LAWS_SEED)
  const inputs = fc.sample(fc.tuple(facts, fc.infiniteStream(fc.nat())), { numRuns: 40, seed })
  let atFirst = await figures()
  for (const [at, [all, order]] of inputs.entries()) {
    const register = async () =>
      (await group.do('customer', 'register', { name: `Hotel ${at}` }, { at: '2025-12-01' })).id
    const [corrected, right, astray] = [await register(), await register(), await register()]
    const wrong = await saidWrongly(all, corrected, astray)
    const knownAt = String(await group.log.head())
    const before = await pages(corrected, {})
    await correctedIn(wrong, order)
    const onceCorrected = await figures()
    await saidRightly(all, right)
    const told = JSON.stringify(all.map(({ next, ...fact }) => [fact, next]))
    for (const asOf of days) {
      const moment = asOf === undefined ? {} : { asOf }
      expect([told, asOf, await pages(corrected, moment)]).toEqual([told, asOf, await pages(right, moment)])
    }
    const onceRight = await figures()
    expect([told, since(atFirst, onceCorrected)]).toEqual([told, since(onceCorrected, onceRight)])
    atFirst = onceRight
    expect([told, await pages(corrected, { knownAt })]).toEqual([told, before])
  }
})
