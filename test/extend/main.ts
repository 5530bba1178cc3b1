/**
 * Runs inside a scratch copy of the sources to which the code of docs/how-to/extend.md was added: uses what
 * was added as a member would, and prints what came of it as one JSON value.
 */
import { business } from '#crm/business.js'
import { relationships } from '#crm/relationships/relationships.view.js'
import { languages } from '#crm/texts/languages.js'
import { DomainError, InvalidInput, type Registry } from '#kernel'
import { openApiOf } from '#platform/http/openapi/openapi.js'
import { eventsPage } from '../check/reference/events-page.js'
import { TestGroup } from '../harness/group.js'
import { ImportingGroup, textFile } from '../import/importing-group.js'

const mapping = `kumppani-mapping: 1
source: shop
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { orders: { name: orders.csv } }
rows:
  - file: orders
    records:
      - { target: customer, key: customer, at: before, fields: { name: customer } }
      - { target: order, key: "no", at: day, fields: { customer: customer, unit: { constant: fi }, what: what, value: value } }
      - { target: order-invoiced, key: "no", at: day, fields: { value: value } }
`

const group = await (await TestGroup.open()).found()
try {
  process.stdout.write(
    JSON.stringify({ ...(await added(group)), ...(await ordered(group)), imported: await imported() }),
  )
} finally {
  await group.close()
}

async function added({ business: { registry } }: TestGroup) {
  const { id } = await group.do('customer', 'register', { name: 'Hotelli Merituuli', sector: 'hospitality' })
  const meeting = { customers: [id], unit: 'fi', note: 'A walk through the kitchen.', feeling: 'good' }
  await group.do('touchpoint', 'record-meeting', meeting, { as: 'aino', at: '2026-02-01' })
  const letter = { customers: [id], unit: 'fi', reference: 'KV 1', note: 'Warranty terms.', feeling: 'poor' }
  await group.do('touchpoint', 'record-letter', letter, { as: 'aino', at: '2026-02-10' })
  const wish = await group.do('wish', 'hear', { customer: id, unit: 'fi', what: 'Wheels.' }, { as: 'aino' })
  await group.do('wish', 'fulfil', {}, { as: 'aino', id: wish.id })
  const ask = (page: string, options: object = {}) => group.ask(page, { id }, { as: 'aino', ...options })
  const share = { query: { from: '2026-02-01', to: '2026-02-28', by: ['unit'] }, as: 'greta' }
  return {
    paths: Object.keys(openApiOf(registry, '1.0.0').paths),
    refusals: Object.keys(registry.refusals),
    partsShown: partsShown(registry),
    figuresAsked: figuresAsked(registry),
    rights: await ask('me'),
    notTaken: await refusalOf(() =>
      group.do(
        'order',
        'place',
        { customer: id, unit: 'fi', what: 'A lamp.', value: { amountMinor: 1, currency: 'EUR' } },
        { as: 'stella' },
      ),
    ),
    catalogue: eventsPage(business.registry.slices).match(/^### \S+/gm),
    wrong: await refusalOf(() => group.do('touchpoint', 'record-letter', { ...letter, reference: 5 }, { as: 'aino' })),
    timeline: await ask('timeline'),
    share: await group.ask('figures', { metric: 'face-to-face' }, share),
    feelings: await ask('feelings'),
    feelingsThen: await ask('feelings', { asOf: '2026-02-05' }),
    wishes: await ask('wishes'),
    unknown: await refusalOf(() => group.ask('wishes', { id: 'c0' }, { as: 'aino' })),
  }
}

/** What figures may be asked by, as the API document has it. */
function figuresAsked(registry: Registry): object {
  const { paths, components } = openApiOf(registry, '1.0.0')
  const asked = paths['/api/v1/figures/{metric}']?.get as unknown as { parameters: { name: string }[] } | undefined
  const { FiguresAnswer } = components.schemas as unknown as {
    FiguresAnswer: { properties: { figures: { items: { properties: object } }; metric: object } }
  }
  const { figures, metric } = FiguresAnswer.properties
  return {
    filters: asked?.parameters.map(({ name }) => name),
    shown: Object.keys(figures.items.properties),
    metric: JSON.stringify(metric),
  }
}

/** Parts of the answer about a customer, as the API document has them. */
function partsShown(registry: Registry): string[] {
  const { CustomerAnswer } = openApiOf(registry, '1.0.0').components.schemas
  const { properties } = CustomerAnswer as unknown as { properties: { parts: { properties: object } } }
  return Object.keys(properties.parts.properties)
}

interface Shown {
  sections: { name: string; title: string; parts: string[] }[]
  parts: {
    orders?: { what: string }[]
    standings: { status: string; purchases: number; boughtGroupMinor: number; lastPurchase?: string }[]
  }
}
interface Brief {
  sections: {
    topic: string
    heading: string
    nothing?: string
    lines: { text: string; quote?: string; from: object[] }[]
  }[]
}

/** Orders of a customer that nobody has met: what they make of it, and what is left once one is credited. */
async function ordered(group: TestGroup) {
  const as = { as: 'aino' }
  const { id } = await group.do('customer', 'register', { name: 'Kahvila Kajo' }, as)
  const place = async (amountMinor: number, at: string, channel: string) => {
    const value = { amountMinor, currency: 'EUR' }
    const terms = { customer: id, unit: 'fi', what: 'A line.', channel, value }
    const placed = await group.do('order', 'place', terms, { ...as, at })
    await group.do('order', 'invoice', { value }, { ...as, id: placed.id, at })
    return placed.id
  }
  await place(100, '2025-03-01', 'phone')
  const last = await place(50, '2026-01-10', 'online')
  const ask = <A>(page: string, query: object = {}) => group.ask<A>(page, { id }, { as: 'aino', query })
  const standing = async () => (await ask<Shown>('customer')).parts.standings[0]
  const bought = async (language: string) =>
    (await ask<Brief>('brief', { language })).sections.find(({ topic }) => topic === 'purchases')
  const figures = (page: string, metric: string, query: object) =>
    group.ask(page, { metric }, { as: 'greta', query: { from: '2025-01-01', to: '2026-01-31', ...query } })
  const figure = (metric: string) => figures('figures', metric, { by: ['unit'] })
  const status = await standing()
  const briefs = await Promise.all(languages.map(async (language) => [language, await bought(language)] as const))
  const found = {
    status,
    briefs: Object.fromEntries(briefs),
    orders: await ask('orders'),
    rows: await ask('timeline'),
    income: await figure('income'),
    placed: await figure('orders-placed'),
    channels: {
      each: await figures('figures', 'orders-placed', { by: ['channel'] }),
      online: await figures('figures', 'orders-placed', { channel: ['online'] }),
      events: await figures('figure-events', 'orders-placed', { channel: ['online'] }),
      unknown: await refusalOf(() => figures('figures', 'orders-placed', { channel: ['fax'] })),
      elsewhere: await refusalOf(() => figures('figures', 'income', { channel: ['online'] })),
      named: await group.ask('vocabulary', {}, { as: 'aino' }),
    },
    deals: await group.ask('relationships', {}, { as: 'aino' }),
  }
  await group.do('order', 'credit', { why: 'Sent back.' }, { ...as, id: last })
  const credited = await standing()
  return { ordered: { ...found, credited, open: await openOrder(id) } }
}

/** Where an order that is still to be delivered shows, in each language, and with its slice switched off. */
async function openOrder(customer: string) {
  const value = { amountMinor: 10, currency: 'EUR' }
  const place = () =>
    group.do('order', 'place', { customer, unit: 'fi', what: 'A lamp.', value }, { as: 'aino', at: '2026-02-01' })
  await place()
  const shown = async () => {
    const found = languages.map(async (language) => {
      const ask = <A>(page: string) => group.ask<A>(page, { id: customer }, { as: 'aino', query: { language } })
      const { sections, parts } = await ask<Shown>('customer')
      const section = sections.find(({ name }) => name === 'orders')
      const topic = (await ask<Brief>('brief')).sections.find((one) => one.topic === 'orders')
      return [language, { section, orders: parts.orders, topic }] as const
    })
    return Object.fromEntries(await Promise.all(found))
  }
  const turn = (on: boolean) =>
    group.do('group', 'switchSlice', { slice: 'orders', unit: 'fi', on }, { id: 'group', as: 'adam' })
  const before = await shown()
  await turn(false)
  const offered = await group.ask<{ rows: { name: string }[] }>('metrics', {}, { as: 'aino' })
  const off = {
    shown: await shown(),
    metrics: offered.rows.map(({ name }) => name),
    me: await group.ask('me', {}, { as: 'aino' }),
    timeline: await group.ask('timeline', { id: customer }, { as: 'aino' }),
    placed: await group.ask(
      'figures',
      { metric: 'orders-placed' },
      { as: 'aino', query: { from: '2025-01-01', to: '2026-02-28' } },
    ),
    refused: await refusalOf(place),
    group: await group.ask('group', {}, { as: 'aino' }),
  }
  await turn(true)
  return { shown: before, off, again: await shown() }
}

/** What an import of two orders of one customer makes of it. */
async function imported() {
  const importing = await ImportingGroup.open('EUR')
  try {
    await importing.unit('fi')
    const rows = 'no,customer,what,day,value\n1,Kajo,A line,2025-03-01,1.00\n2,Kajo,A lamp,2026-01-10,0.50\n'
    await importing.group.member('eero', 'fi', 'manager')
    await importing.import({ mapping, files: { orders: textFile('orders.csv', rows) }, as: 'eero' })
    const [found] = await importing.documents(relationships)
    return { status: found?.status, incomes: found?.incomes }
  } finally {
    await importing.close()
  }
}

async function refusalOf(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems
    if (error instanceof DomainError) return error.code
    throw error
  }
}
