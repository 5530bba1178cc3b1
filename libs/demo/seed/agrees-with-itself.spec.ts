/** What the demo tells agrees with itself: plans with what came of them, decisions with deals, posts with titles. */
import { describe, expect, it } from '@jest/globals'
import { postsOf } from '../people/posts.js'
import { grammars } from '../texts/texts.js'
import type { Act, ActStep } from './run/act.js'
import { planDemo } from './seed-demo.js'

interface Body {
  customer: string
  customerProject?: string
  startedBy?: string
  direction?: string
  language?: string
  goal?: string
  note?: string
  feeling?: string
  durationMinutes?: number
  site: string
  name: string
  sector: string
  title: string
  product: string
  level: { is: string }
}

const isAct = (step: ActStep): step is Act & { body: Body } => 'command' in step
const acts = planDemo('2026-09-14', 7)
  .filter(isAct)
  .toSorted((one, other) => (one.at < other.at ? -1 : 1))
const of = (category: string, command: RegExp) =>
  acts.filter((act) => act.category === category && command.test(act.command))
const byId = (found: readonly (Act & { body: Body })[]) => new Map(found.map((act) => [String(act.id), act]))
const sectors = new Map(of('customer', /^register$/).map(({ id, body }) => [String(id), body.sector]))

describe('what the demo tells', () => {
  it('has visits begun by whom their plans name', () => {
    const plans = byId(of('touchpoint', /^plan$/))
    const held = of('touchpoint', /^hold-/)
    expect(held.length).toBeGreaterThan(500)
    const begun = ({ startedBy, direction }: Partial<Body> = {}) => `${startedBy} ${direction}`
    expect(held.filter(({ id, body }) => begun(body) !== begun(plans.get(String(id))?.body))).toEqual([])
  })

  it('speaks at a visit of what it was for', () => {
    const goals = (grammars.sv['visitGoal@hear-concern'] ?? []).map((goal) => String(goal).replace(/\{.*/, ''))
    const concerns = grammars.sv.concern?.map((noun) => (typeof noun === 'string' ? noun : (noun.def ?? ''))) ?? []
    const held = of('touchpoint', /^hold-/).filter(
      ({ body: { language, goal = '' } }) => language === 'sv' && goals.some((one) => goal.startsWith(one)),
    )
    const meant = held.flatMap(({ body }) =>
      concerns.filter((concern) => body.goal?.includes(concern)).map((concern) => ({ concern, note: body.note ?? '' })),
    )
    expect(meant.length).toBeGreaterThan(20)
    expect(meant.filter(({ concern, note }) => !note.includes(concern))).toEqual([])
  })

  it('has nobody glad of a fault', () => {
    const faults = Object.values(grammars).flatMap(({ fault = [] }) => fault.map(String))
    const complaints = of('touchpoint', /^(record|hold)-/).filter(({ body: { note = '' } }) =>
      faults.some((fault) => note.includes(fault)),
    )
    expect(complaints.filter(({ body }) => body.feeling).length).toBeGreaterThan(20)
    expect(complaints.filter(({ body: { feeling = '' } }) => ['good', 'excellent'].includes(feeling))).toEqual([])
  })

  it('takes as long as there was time', () => {
    const short = acts.flatMap(({ body: { note = '', durationMinutes } }) => {
      const [, minutes] = /(\d+) [Mm]inu/.exec(note) ?? []
      return minutes && durationMinutes ? [{ minutes: Number(minutes), durationMinutes }] : []
    })
    expect(short.length).toBeGreaterThan(20)
    expect(short.filter(({ minutes, durationMinutes }) => minutes !== durationMinutes)).toEqual([])
  })

  it('ends the deal of a project after the customer has decided', () => {
    const ends = new Map(of('opportunity', /^(win|lose)$/).map(({ id, at }) => [String(id), at]))
    const decided = new Map(of('customerproject', /^(decide|drop)$/).map(({ id, at }) => [String(id), at]))
    const deals = of('opportunity', /^open$/).flatMap(({ id, body: { customerProject = '' } }) => {
      const [end, decision] = [ends.get(String(id)), decided.get(customerProject)]
      return end && decision ? [{ end, decision }] : []
    })
    expect(deals.length).toBeGreaterThan(10)
    expect(deals.filter(({ end, decision }) => end < decision)).toEqual([])
  })

  it('has a place for each site', () => {
    const sites = of('customer', /^openSite$/).map(({ id, body }) => `${id} ${body.site}`)
    expect(sites).toHaveLength(new Set(sites).size)
  })

  it('puts in charge only whoever gets a post that is', () => {
    const strategic = new Set(
      [...sectors.values()]
        .flatMap((sector) => postsOf(sector as Parameters<typeof postsOf>[0]))
        .flatMap(({ level, titles }) => (level === 'strategic' ? Object.values(titles) : [])),
    )
    const changed = of('contact', /^changePost$/)
    expect(changed.length).toBeGreaterThan(5)
    expect(changed.filter(({ body }) => !strategic.has((body.title as unknown as { is: string }).is))).toEqual([])
  })

  it('sells no medicine cabinets to laboratories, and shops have no chefs', () => {
    const sold = of('opportunity', /^open$/).filter(({ body }) => body.product === 'kr-mc20')
    expect(sold.filter(({ body }) => sectors.get(body.customer) === 'laboratory')).toEqual([])
    const chefs = of('contact', /^startPost$/).filter(
      ({ body }) => /chef|keittiö|kök|kjøkken|Küche/i.test(body.title ?? '') && sectors.get(body.customer) === 'retail',
    )
    expect(
      chefs.map(({ body }) => body.title).filter((title) => !/Fastighetschef|Inköpschef|Ekonomichef/.test(title)),
    ).toEqual([])
  })
})
