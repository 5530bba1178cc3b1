/** Every instant in an answer has its precision beside it, and what is known to the day is that day for every reader. */
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { hasPast } from '#kernel'
import { TestGroup } from '../harness/group.js'

let group: TestGroup
const ids = new Map<string, string>()

const auckland = { name: 'NZ', country: 'NZ', currency: 'NZD', timeZone: 'Pacific/Auckland', language: 'en' }
const value = { amountMinor: 100, currency: 'EUR' }
/** In Auckland the first of October begins on the last of September elsewhere. */
const begins = '2026-09-30T11:00:00.000Z'
const month = '2026-08-31T12:00:00.000Z'

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  await group.do('subsidiary', 'open', auckland, { id: 'nz' })
  await group.do('unit', 'open', { subsidiary: 'nz', name: 'NZ' }, { id: 'nz' })
  await group.member('kiri', 'nz', 'member')
  await group.do('contact', 'register', { name: 'Moana' }, { id: 'p1' })
  const customer = (await group.do('customer', 'register', { name: 'Hotel Tāne' }, { as: 'kiri' })).id
  const post = { customer, title: 'Chef', level: 'strategic', since: '2024-01-01' }
  await group.do('contact', 'startPost', post, { id: 'p1' })
  ids.set('customers', customer).set('relationships', `${customer}.nz`).set('contacts', 'p1')
  group.time = '2026-11-01T09:00:00.000Z'
  await everything(customer, '2026-10-01')
})
afterEach(() => group.close())

async function everything(customer: string, at: string): Promise<void> {
  const on = { as: 'kiri', at }
  const about = { customer, unit: 'nz' }
  const to = (stage: string, from: string) => ({ from, to: stage, why: 'So it is.' })
  await group.do('relationship', 'changeStage', to('cooperative', 'identified'), { ...on, id: `${customer}.nz` })
  const met = { customers: [customer], unit: 'nz', contacts: ['p1'], function: 'sales', members: ['kiri'] }
  const visit = await group.do('touchpoint', 'record-visit', { ...met, notes: { goals: 'One log.' } }, on)
  ids.set('touchpoints', visit.id)
  const deal = { ...about, profile: 'product-sale', stage: 'engaging', value }
  ids.set('opportunities', (await group.do('opportunity', 'open', { ...deal, name: 'Open' }, on)).id)
  const won = (await group.do('opportunity', 'open', { ...deal, name: 'Won' }, on)).id
  const shares = [{ member: 'aino', unit: 'fi', percent: 100 }]
  await group.do('opportunity', 'shareCredit', { shares }, { ...on, id: won })
  await group.do('opportunity', 'win', {}, { ...on, id: won })
  const lost = (await group.do('opportunity', 'open', { ...deal, name: 'Lost' }, { ...on, at: '2026-09' })).id
  await group.do('opportunity', 'lose', { reason: 'price' }, { ...on, id: lost })
  const promise = { ...about, what: 'Send it.', kind: 'promise', clock: 'calendar', due: '2026-10-20T10:00:00Z' }
  await group.do('promise', 'make', promise, on)
  const kept = (await group.do('promise', 'make', promise, on)).id
  await group.do('promise', 'keep', {}, { ...on, id: kept })
  const project = { ...about, name: 'Renovation', kind: 'renovation', what: 'All kitchens.' }
  await group.do('customerproject', 'learn', project, on)
  const consent = { purpose: 'newsletter', channel: 'email', evidence: 'Said so.' }
  await group.do('contact', 'giveConsent', consent, { ...on, id: 'p1' }).catch(() => undefined)
  const said = { fieldGroup: 'address', field: 'city', ours: 'Napier', theirs: 'Nelson', system: 'erp' }
  await group.do('customer', 'contradict', said, { ...on, id: customer })
}

interface Found {
  page: string
  path: string
  beside: object
  key: string
}

/** Instants that stand for a day or a month. */
function* rough(page: string, value: unknown, path = ''): Generator<Found> {
  // A replay tells documents field by field, how exactly times are known among them.
  if (value === null || typeof value !== 'object' || /\/changes\/\d+\/fields/.test(path)) return
  for (const [key, inner] of Object.entries(value)) {
    const place = `${path}/${key}`
    if (inner === begins || inner === month) yield { page, path: place, beside: value, key }
    yield* rough(page, inner, place)
  }
}

interface Question {
  page: string
  params: Record<string, string>
  moment: object
}

/** Every query of every subject there is, now and as of a day. */
function questions(): Question[] {
  const { queries, metrics } = group.business.registry
  return [...queries.values()].flatMap((query) => {
    const { name: page, route } = query
    const [, of = '', param] = /^\/(\w+)(?:\/:(\w+))?/.exec(route) ?? []
    const subjects = param === 'metric' ? [...metrics.keys()] : [ids.get(of)].filter((id) => id !== undefined)
    const named = param === undefined ? [{}] : subjects.map((subject) => ({ [param]: subject }))
    const moments = hasPast(query) ? [{}, { asOf: '2026-10-20' }] : [{}]
    return named.flatMap((params) => moments.map((moment) => ({ page, params, moment })))
  })
}

const asked: Readonly<Record<string, object>> = {
  search: { text: 'note' },
  'many-figures': { metrics: ['touchpoints'] },
}

async function answerTo({ page, params, moment }: Question): Promise<object> {
  try {
    return await group.ask(page, params, { as: 'greta', query: asked[page] ?? {}, ...moment })
  } catch (error) {
    if (['not-allowed', 'not-found'].includes((error as { code?: string }).code ?? '')) return {}
    throw error
  }
}

it('of whatever query', async () => {
  const pages = new Set<string>()
  for (const question of questions()) {
    const { page } = question
    const answer = await answerTo(question)
    expect([page, /30 September|30\. syyskuuta/.test(JSON.stringify(answer))]).toEqual([page, false])
    for (const { path, beside, key } of rough(page, answer)) {
      pages.add(page)
      const told = beside as Record<string, unknown>
      const precision = told[`${key}Precision`] ?? told.precision
      const day = told[`${key}On`] ?? told.occurred
      expect([page, path, precision, day]).toEqual([
        page,
        path,
        ...(told[key] === begins ? ['day', '2026-10-01'] : ['month', '2026-09']),
      ])
    }
  }
  const expected = ['customer', 'customers', 'relationship', 'relationships', 'opportunity', 'opportunities']
  expect([...pages]).toEqual(expect.arrayContaining([...expected, 'timeline', 'contact', 'contacts', 'figure-events']))
})

it('of a brief', async () => {
  const brief = await group.ask('brief', { id: ids.get('customers') ?? '' }, { as: 'greta', query: { language: 'en' } })
  expect(JSON.stringify(brief)).toContain('1 October 2026')
  expect(JSON.stringify(brief)).not.toContain('30 September')
})

it('of a figure: a share of a win counts on the day of the win, wherever its unit is', async () => {
  const query = { from: '2026-09-01', to: '2026-10-31', by: ['day', 'unit'] }
  const { figures } = await group.ask<{ figures: { period: { name: string }; value: number }[] }>(
    'figures',
    { metric: 'won-revenue' },
    { as: 'greta', query },
  )
  expect(figures.filter(({ value }) => value > 0)).toMatchObject([{ period: { name: '2026-10-01' }, unit: 'fi' }])
})
