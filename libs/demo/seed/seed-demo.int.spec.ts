/** The demo group is large, in many languages, tells its stories in documents, and is the same for a seed and a day. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { type CustomerDocument, customersView as customers } from '#crm/customers/customers.view.js'
import { type OpportunityDocument, opportunities } from '#crm/opportunities/opportunities.view.js'
import { organization } from '#crm/organization/organization.reference.js'
import { type PromiseDocument, promises } from '#crm/promises/promises.view.js'
import { type RelationshipDocument, relationships } from '#crm/relationships/relationships.view.js'
import { statusOn } from '#crm/relationships/rules/life-cycle.js'
import { kinds } from '#crm/touchpoints/kinds/kinds.js'
import { type Plan, plans } from '#crm/touchpoints/plans/plans.view.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { openSqliteReadStore, type SqliteReadStore } from '#engines/sqlite/read-store/sqlite-read-store.js'
import { history, type Position, type StoredEvent, type View } from '#kernel'
import { LocalCore } from '#operations/core/local-core.js'
import { openSealed } from '#privacy/opening.js'
import { Rebuild } from '#projections/rebuild.js'
import { TestGroup } from '#test/harness/group.js'
import { demoCompanies } from '../customers/companies.js'
import { seededRandom } from '../random.js'
import { storied } from './founding/portfolio.js'
import type { ActStep } from './run/act.js'
import { runSteps } from './run/run-steps.js'
import { planDemo, seedDemo } from './seed-demo.js'
import { duplicateName } from './stories/merged.js'
import { secondName } from './stories/waiting.js'

const until = new Date('2026-09-14T08:30:00Z')
const end = '2026-09-14'
const seed = 7

let group: TestGroup
/** Derived from the log afterwards, as at a first start. */
let readModels: SqliteReadStore
let events: StoredEvent[]
let plan: ActStep[]
const lines: string[] = []
const tenths = Array.from({ length: 10 }, (_, at) => `${10 * (at + 1)} %`)

async function readAll(from: Pick<TestGroup, 'log'>): Promise<StoredEvent[]> {
  const all: StoredEvent[] = []
  for (let after: Position = 0; ; ) {
    const page = await from.log.readAll({ after, limit: 5000 })
    all.push(...page.map((event) => openSealed(business.registry.catalogue.read(event), group.vault)))
    const last = page.at(-1)
    if (!last || page.length < 5000) return all
    after = last.position
  }
}

async function documents<D extends object>(view: View<D>): Promise<D[]> {
  const found: D[] = []
  for await (const rows of readModels.scan(`${view.name}-${view.version}`, {})) {
    found.push(...rows.map(({ doc }) => doc as unknown as D))
  }
  return found
}

async function customer(name: string): Promise<CustomerDocument> {
  const found = (await documents(customers)).find((document) => document.name === name)
  if (!found) throw new Error(`no customer ${name}`)
  return found
}

async function relationship(name: string, unit: string): Promise<RelationshipDocument> {
  const { id } = await customer(name)
  const row = await readModels.get(`${relationships.name}-${relationships.version}`, `${id}.${unit}`)
  return row?.doc as unknown as RelationshipDocument
}

/** Stages that a relationship passed, by its facts. */
async function stagesOf(name: string, unit: string): Promise<string[]> {
  const { id } = await relationship(name, unit)
  const facts = history(events.filter(({ stream }) => stream === `relationship-${id}`))
  return facts.flatMap(({ type, data }) => (type === 'relationship.stage-changed' ? [String(data.to)] : []))
}

const encounters = new Set(kinds.map(({ kind }) => `touchpoint.${kind}`))
const touches = () => events.filter(({ type }) => encounters.has(type))

beforeAll(async () => {
  group = await TestGroup.open()
  const setClock = (moment: Date) => {
    group.time = moment.toISOString()
  }
  await seedDemo({ core: group.core, setClock, until, seed, onProgress: (line) => lines.push(line) })
  events = await readAll(group)
  plan = planDemo(end, seed)
  readModels = openSqliteReadStore({ file: join(group.folder, 'derived.db'), locale: 'fi', log: group.log })
  await new Rebuild({ log: group.log, store: readModels, ...business }).run()
}, 300_000)

afterAll(async () => {
  await readModels.close()
  await group.close()
})

describe('the size of the demo group', () => {
  it('is that of three years of work, ten with the customers of the stories', () => {
    expect(events.length).toBeGreaterThanOrEqual(15_000)
    expect(events[0]?.metadata.recordedAt.slice(0, 10)).toBe('2016-09-14')
    expect(events.at(-1)?.metadata.recordedAt.slice(0, 7)).toBe('2026-09')
    expect(lines.map((line) => line.split(':')[0])).toEqual(tenths)
  })

  it('has four subsidiaries, five units and sixteen members, and says that it is simulated', () => {
    const known = group.core.references().get(organization)
    expect([known.subsidiaries.size, known.units.size, known.members.size]).toEqual([4, 5, 16])
    expect(known.group?.simulated).toBe(true)
  })

  it('has 80 customers and one registered twice, with parents and sites', async () => {
    const all = await documents(customers)
    expect(all).toHaveLength(81)
    expect(all.filter(({ parent }) => parent).length).toBeGreaterThan(15)
    expect(all.filter(({ sites }) => sites.length > 0).length).toBeGreaterThan(40)
  })
})

describe('the history of the demo group', () => {
  it('is recorded in the order of the clock, before the day it ends', () => {
    const moments = events.map(({ metadata }) => metadata.recordedAt)
    expect(moments).toEqual(moments.toSorted())
    expect((moments.at(-1) ?? '') < end).toBe(true)
  })

  it('is written by the members themselves but for its beginning and other systems', () => {
    const bySystems = events.filter(({ metadata }) => metadata.actor.startsWith('system:'))
    expect(bySystems.length / events.length).toBeLessThan(0.02)
    expect(new Set(touches().map(({ metadata }) => metadata.actor)).size).toBeGreaterThanOrEqual(12)
  })

  it('has every event that belongs to daily work', () => {
    const rare =
      /^(privacy|import|process|accesslog)\.|\.(closed|left|erased|slice-switched|role-withdrawn)$|^(group\.history-set|subsidiary\.changed|contact\.duplicate-dismissed)$|handover-(offered|accepted|declined)|^handover\.answered$/
    const types = new Set(events.map(({ type }) => type))
    const missing = business.registry.catalogue.all().filter(({ type }) => !types.has(type) && !rare.test(type))
    expect(missing.map(({ type }) => type)).toEqual([])
  })

  it('has at least 200 notes in each language, none twice at one customer', () => {
    const facts = history(touches()).filter(({ data }) => typeof data.note === 'string')
    const byLanguage = Map.groupBy(facts, ({ data }) => data.language)
    for (const language of ['fi', 'sv', 'de', 'nb']) {
      expect(new Set(byLanguage.get(language)?.map(({ data }) => data.note)).size).toBeGreaterThanOrEqual(200)
    }
    const keys = facts.map(({ customer: id, data }) => `${id} ${data.note}`)
    expect(keys).toHaveLength(new Set(keys).size)
  })

  it('has notes that were late, restated, taken back and moved to another customer', () => {
    const first = touches().filter(({ metadata }) => !metadata.corrects)
    const late = first.filter(({ metadata: m }) => Date.parse(m.recordedAt) - Date.parse(m.effectiveAt) > 86_400_000)
    expect(late.length / first.length).toBeGreaterThan(0.02)
    expect(late.length / first.length).toBeLessThan(0.06)
    expect(late.filter(({ metadata }) => metadata.occurredPrecision === 'day').length).toBeGreaterThan(20)
    const corrections = events.filter(({ metadata }) => metadata.corrects)
    const taken = corrections.filter(({ metadata }) => metadata.corrects?.mode === 'retract')
    const moved = corrections.filter(({ metadata }) => (metadata.formerly?.customers.length ?? 0) > 0)
    expect(corrections.length / first.length).toBeGreaterThan(0.01)
    expect(taken.length).toBeGreaterThan(5)
    expect(moved.length).toBeGreaterThan(2)
  })
})

describe('the stories', () => {
  it('tell of a relationship that climbed and one that fell', async () => {
    expect(await stagesOf(storied.climbed, 'fi-foodservice')).toEqual([
      'exploratory',
      'basic',
      'cooperative',
      'interdependent',
    ])
    expect(await relationship(storied.climbed, 'fi-foodservice')).toMatchObject({
      stage: 'interdependent',
      keyAccount: true,
    })
    expect(await stagesOf(storied.fell, 'se')).toEqual([
      'exploratory',
      'basic',
      'cooperative',
      'interdependent',
      'cooperative',
      'basic',
    ])
    expect(await relationship(storied.fell, 'se')).toMatchObject({ stage: 'basic', stageBefore: 'cooperative' })
  })

  it('tell of a customer that became passive', async () => {
    const { schedule, incomes } = await relationship(storied.passive, 'de')
    expect([incomes, statusOn(schedule, end)]).toEqual([8, 'passive'])
  })

  it('tell of two countries that disagree', async () => {
    const stages = await Promise.all(
      ['fi-foodservice', 'no'].map(async (unit) => (await relationship(storied.disagreeing, unit)).stage),
    )
    expect(stages).toEqual(['interdependent', 'exploratory'])
  })

  it('tell of two customers that always were one', async () => {
    const { mergedFrom } = await customer(storied.merged)
    expect(mergedFrom).toEqual([{ id: expect.any(String), name: duplicateName }])
  })

  it('tell of a relationship that ended and was taken up again', async () => {
    const { id } = await relationship(storied.reopened, 'no')
    const types = history(events.filter(({ stream }) => stream === `relationship-${id}`)).filter(({ type }) =>
      /ended|reopened/.test(type),
    )
    expect(types.map(({ type }) => type)).toEqual(['relationship.ended', 'relationship.reopened'])
    expect(await relationship(storied.reopened, 'no')).toMatchObject({ stage: 'basic' })
  })

  it('leave an overdue promise and visits in the coming days', async () => {
    const { id } = await customer(storied.overdue)
    const overdue = (await documents<PromiseDocument>(promises)).filter(
      (promise) => promise.customer === id && promise.overdueAt !== undefined && promise.overdueAt < end,
    )
    expect(overdue.length).toBeGreaterThan(0)
    const ahead = (await documents<Plan>(plans)).filter(
      (plan) => plan.status === 'planned' && plan.startsAt > until.toISOString(),
    )
    expect(ahead.filter((plan) => plan.customer === id)).not.toEqual([])
    expect(ahead.length).toBeGreaterThan(4)
  })

  it('have two countries sell to one caterer at the same time', async () => {
    const { id } = await customer(storied.shared)
    const open = (await documents<OpportunityDocument>(opportunities)).filter(
      (one) => one.customer === id && one.status === 'open',
    )
    expect(new Set(open.map(({ unit }) => unit))).toEqual(new Set(['de', 'se']))
  })
})

const open = async () => (await documents<OpportunityDocument>(opportunities)).filter(({ status }) => status === 'open')
const openPromises = async () => (await documents<PromiseDocument>(promises)).filter(({ status }) => status === 'open')

describe('the last day', () => {
  it('has no open deal that closes in the past', async () => {
    expect((await open()).length).toBeGreaterThan(5)
    expect((await open()).filter(({ closesOn = '' }) => closesOn < end)).toEqual([])
  })

  it('has a pyramid in the shape of its targets, with two at the top and some that ended', async () => {
    const byStage = Map.groupBy(await documents<RelationshipDocument>(relationships), ({ stage }) => stage)
    const count = (stage: RelationshipDocument['stage']) => byStage.get(stage)?.length ?? 0
    const counts = (['exploratory', 'basic', 'cooperative', 'interdependent', 'integrated'] as const).map(count)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect([count('integrated'), count('ended')]).toEqual([2, 4])
    for (const step of group.core.references().get(organization).ladder) {
      if (step.target === undefined) continue
      expect(count(step.stage) / step.target).toBeGreaterThan(0.6)
      expect(count(step.stage) / step.target).toBeLessThan(1.2)
    }
  })

  it('knows a purchase of whoever is at basic or deeper', async () => {
    const bought = new Set(['basic', 'cooperative', 'interdependent', 'integrated'])
    const deep = (await documents<RelationshipDocument>(relationships)).filter(({ stage }) => bought.has(stage))
    expect(deep.filter(({ incomes }) => incomes === 0)).toEqual([])
  })

  it('has a promise of Aino due today, one about to break and one offered to her, and a handover abroad', async () => {
    const waiting = await openPromises()
    const due = (from: string, until: string) =>
      waiting.filter(({ owner, due: at }) => owner === 'aino' && from <= at && at < until)
    expect(due(`${end}T09:00`, `${end}T21:00`).length).toBeGreaterThan(0)
    expect(due('2026-09-15T00:00', '2026-09-15T09:00').length).toBeGreaterThan(0)
    expect(waiting.filter(({ offeredTo }) => offeredTo === 'aino')).toHaveLength(1)
    expect(waiting.filter(({ offeredTo }) => offeredTo === 'mattias')).toHaveLength(1)
  })

  it('leaves a contradiction and a suspected duplicate to the steward', async () => {
    expect((await customer('Kaivopiha Bistro Oy')).contradictions).toHaveLength(1)
    expect((await customer(secondName)).suspected).toHaveLength(1)
  })
})

describe('what is said', () => {
  const facts = (type: string) => history(events.filter((event) => event.type === type))

  it('gives no reason of a lost deal that belongs to another', () => {
    const byWhy = Map.groupBy(facts('opportunity.lost'), ({ data }) => String(data.why))
    const mixed = [...byWhy].filter(([, lost]) => new Set(lost.map(({ data }) => data.reason)).size > 1)
    expect(mixed.map(([why]) => why)).toEqual([])
  })

  it('sells kitchens to no laboratory, and laboratories’ goods to no ship and no kitchen of a hotel', async () => {
    const sectors = new Map((await documents<CustomerDocument>(customers)).map(({ id, sector }) => [id, sector]))
    const odd = facts('opportunity.opened').filter(({ data }) => {
      const [sector, product] = [sectors.get(String(data.customer)), String(data.product)]
      if (sector === 'laboratory' || sector === 'pharma') return product.startsWith('ha-')
      return sector !== 'healthcare' && /^kr-(lr|lf|ul|mc|cr)/.test(product)
    })
    expect(odd).toEqual([])
  })

  it('calls goods by their names in five languages', () => {
    const { products } = group.core.references().get(organization)
    expect(products.get('ha-cr20')?.names).toMatchObject({ fi: 'Kylmähuone 20 m³', de: 'Kühlraum 20 m³' })
    const unnamed = [...products.values()].filter(({ names = {} }) => Object.values(names).length < 5)
    expect(unnamed).toEqual([])
  })

  it('meets a group where its daughter is', async () => {
    const { id } = await customer(storied.disagreeing)
    const met = touches().filter(({ data }) => data.unit === 'no' && data.place && String(data.customers) === id)
    expect([...new Set(met.map(({ data }) => data.place))]).toEqual(['Tromsø'])
  })

  it('is written down sooner in some countries than in others, and the register is fuller there', async () => {
    const lateIn = (unit: string) => {
      const own = touches().filter(({ data, metadata }) => data.unit === unit && !metadata.corrects)
      const late = own.filter(({ metadata: m }) => Date.parse(m.recordedAt) - Date.parse(m.effectiveAt) > 86_400_000)
      return late.length / own.length
    }
    expect(lateIn('no')).toBeGreaterThan(1.5 * lateIn('fi-foodservice'))
    const sized = (await documents<CustomerDocument>(customers)).filter(({ employees }) => employees !== undefined)
    const shareOf = (country: string) =>
      sized.filter((one) => one.country === country).length /
      demoCompanies(seededRandom(1)).filter((one) => one.country === country).length
    expect(shareOf('FI')).toBeGreaterThan(shareOf('NO'))
  })
})

describe('whom the steward finds twice', () => {
  it('is one contact of the hotel, by name and number', () => {
    const of = events.filter(({ type }) => type === 'contact.registered')
    const registered = history(of).map(({ data }) => data)
    const wordsOf = (name: unknown) => String(name).split(' ').sort().join(' ')
    const alike = [...Map.groupBy(registered, ({ name, phone }) => `${wordsOf(name)} ${phone}`).values()]
    expect(alike.filter(({ length }) => length > 1)).toHaveLength(1)
  })
})

describe('seeding', () => {
  it('plans another history for another seed', () => {
    expect(JSON.stringify(planDemo(end, seed + 1))).not.toBe(JSON.stringify(plan))
  })

  it('records the same events for the same seed', async () => {
    const lastDay = '2019-01-01'
    const log = openMemoryLog()
    let now = new Date(0)
    const parked = async () => 0
    const { store, vault } = group
    const core = new LocalCore({ ...business, log, store, vault, clock: () => now, locale: 'fi', parked })
    await core.start()
    const setClock = (moment: Date) => {
      now = moment
    }
    const steps = plan.filter(({ at }) => at < lastDay)
    await runSteps(steps, { core, setClock, onMoment: () => undefined })
    const again = await readAll({ log })
    await core.stop()
    await log.close()
    expect(byPlace(again)).toEqual(byPlace(events.filter(({ metadata }) => metadata.recordedAt < lastDay)))
  })

  it('names the command that was refused', async () => {
    const { core } = group
    const occupied = {
      dispatch: core.dispatch.bind(core),
      correct: core.correct.bind(core),
      viewer: core.viewer.bind(core),
      commandId: (...parts: string[]) => core.commandId('again', ...parts),
    }
    const nothing = () => undefined
    await expect(seedDemo({ core: occupied, setClock: nothing, until, seed, onProgress: nothing })).rejects.toThrow(
      /demo group: group found by system:demo at 2016-09-14/,
    )
  })
})

/** Types and data by stream and revision; where data name events, by those places, since ids are of one run. */
function byPlace(all: readonly StoredEvent[]): Map<string, unknown> {
  const placeOf = ({ stream, revision }: StoredEvent) => `${stream} ${revision}`
  const places = new Map(all.map((event) => [event.id, placeOf(event)]))
  const said = ({ type, data }: StoredEvent) =>
    JSON.stringify({ type, data }).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => places.get(id) ?? id)
  return new Map(all.map((event) => [placeOf(event), said(event)]))
}
