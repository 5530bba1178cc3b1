/** The same laws over what commands really record: arbitrary commands and corrections, refused ones passed over. */
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { DomainError, type StoredEvent } from '#kernel'
import { Rebuild } from '#projections/rebuild.js'
import { compareStores } from '#projections/verify.js'
import { stated } from '../grammar/stated.js'
import { TestGroup } from '../harness/group.js'
import { dealsOf, impossibleAmong } from '../oracle/deals.js'
import { customerOf, relationshipsOf } from '../oracle/documents.js'
import { Oracle } from '../oracle/oracle.js'
import { inTime, mostMs } from './in-time.js'
import { Projected } from './projected.js'

jest.setTimeout(mostMs)

const kinds = [
  ...['register', 'note', 'plan', 'move', 'evaluate', 'stage', 'end', 'merge', 'restate', 'retract'],
  ...['open-deal', 'deal-stage', 'deal-value', 'deal-win', 'move-deal', 'restate', 'retract'],
] as const
/** What becomes of deals alone, so that one moves, loses facts and gets them back often. */
const dealKinds = ['deal-stage', 'deal-value', 'deal-win', 'move-deal', 'restate', 'retract', 'restate', 'merge']

const stepsOf = (among: readonly string[], size: { minLength: number; maxLength: number }) =>
  fc.array(fc.record({ kind: fc.constantFrom(...among), n: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)) }), size)

type Step = { kind: string; n: [number, number, number] }

const step = (kind: Step['kind'], ...n: Step['n']): Step => ({ kind, n })
/** A merge is undone whose survivor had a relationship from the other customer alone, in batches of one. */
const mergedAndUnmerged = [
  step('end', 0, 0, 0),
  step('register', 0, 0, 5),
  step('plan', 0, 0, 0),
  step('merge', 0, 4, 0),
  step('retract', 3, 0, 0),
]

/** A deal moves but for a fact that was taken back; its opening is taken back, and that fact comes back where it was. */
const broughtBackApart = [
  step('deal-stage', 0, 0, 19),
  step('deal-win', 0, 0, 7),
  step('retract', 38, 0, 0),
  step('merge', 25, 56, 0),
  step('restate', 18, 0, 0),
  step('restate', 0, 20, 1),
  step('deal-stage', 48, 71, 92),
  step('retract', 66, 86, 26),
  step('restate', 26, 72, 90),
  step('deal-win', 59, 80, 94),
]

/** A deal is told to be won earlier than its value was last edited. */
const wonBeforeItsTerms = [step('deal-stage', 0, 0, 0), step('deal-win', 0, 0, 79)]

/** A deal that is won is told to have been won on an earlier day. */
const wonTwice = [
  step('deal-stage', 0, 0, 0),
  step('deal-stage', 0, 0, 0),
  step('deal-stage', 0, 0, 0),
  step('deal-win', 0, 0, 75),
  step('deal-win', 0, 0, 49),
]

const opened: { close(): Promise<void> }[] = []
const closeAll = async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
}
afterEach(closeAll)

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)]
const moments = ['2026-01', '2026-02-10', '2026-02-10T08:00:00.000Z', '2026-02-20T08:00:00.000Z', '', undefined]
const dealStages = ['prospecting', 'engaging', 'offered']
const stages = ['identified', 'exploratory', 'basic', 'cooperative']

/** Does what a group's members may do, one step after another, as far as the rules allow. */
class Doing {
  private customers: string[] = []
  private readonly touchpoints: { id: string; plan: boolean }[] = []
  private readonly deals: string[] = []
  private readonly recorded: StoredEvent[] = []

  constructor(private readonly group: TestGroup) {}

  async all(list: readonly Step[]): Promise<void> {
    for (const name of ['Aamu', 'Ilta', 'Yö']) {
      const { id } = await this.group.send('customer', 'register', { name, sector: 'retail' }, { as: 'aino' })
      this.customers.push(id)
    }
    for (const step of list) await this.one(step)
  }

  private async one({ kind, n }: Step): Promise<void> {
    try {
      const before = await this.group.log.head()
      await this.act(kind, n)
      this.recorded.push(...(await this.group.log.readAll({ after: before, limit: 100 })))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
    }
  }

  private async act(kind: Step['kind'], [x, y, z]: Step['n']): Promise<void> {
    const customer = pick(this.customers, x) ?? ''
    const unit = y % 2 ? 'fi' : 'se'
    const as = y % 2 ? 'aino' : 'bengt'
    const at = pick(moments, z)
    const said = { customers: [customer], unit, note: `Said ${z}.` }
    if (kind === 'register') await this.send('customer', 'edit', { employees: { is: y } }, { id: customer, as, at })
    else if (kind === 'note') await this.begin('record-note', said, { as, at })
    else if (kind === 'plan')
      await this.begin('plan', { ...said, kind: 'visit', startsAt: '2026-04-14T07:00:00Z' }, { as })
    else if (kind === 'move') await this.onTouchpoint('move', { startsAt: '2026-04-21T07:00:00Z' }, x)
    else if (kind === 'evaluate') await this.onTouchpoint('evaluate', { reached: true }, x)
    else if (kind === 'merge')
      await this.send('merge', 'merge', { into: pick(this.customers, y) }, { id: customer, as: 'stella' })
    else if (kind === 'restate' || kind === 'retract') await this.correct(kind, [x, y, z])
    else if (kind === 'open-deal') await this.openDeal(customer, { unit, as, at })
    else if (kind.includes('deal')) await this.onDeal(kind, [x, y, z])
    else await this.decide(kind, `${customer}.${unit}`, { as, at, to: pick(stages, z) })
  }

  private send(...of: Parameters<TestGroup['send']>) {
    return this.group.send(...of)
  }

  private async begin(command: string, body: object, options: { as: string; at?: string }): Promise<void> {
    const { id } = await this.send('touchpoint', command, body, options)
    this.touchpoints.push({ id, plan: command === 'plan' })
  }

  private async onTouchpoint(command: string, body: object, x: number): Promise<void> {
    const touchpoint = pick(
      this.touchpoints.filter(({ plan }) => plan === (command === 'move')),
      x,
    )
    if (touchpoint) await this.send('touchpoint', command, body, { id: touchpoint.id })
  }

  private async openDeal(customer: string, { unit, as, at }: { unit: string; as: string; at?: string }): Promise<void> {
    const deal = { customer, unit, name: 'Cold rooms', profile: 'product-sale', stage: 'engaging' }
    const { id } = await this.send('opportunity', 'open', deal, { as, at })
    this.deals.push(id)
  }

  private async onDeal(kind: string, [x, y, z]: Step['n']): Promise<void> {
    const id = pick(this.deals, x)
    if (id === undefined) return
    if (kind === 'move-deal') {
      const opening = this.recorded.find(({ stream }) => stream === `opportunity-${id}`)
      return this.correctOne('restate', opening, [x, y, z])
    }
    const options = { id, at: pick(moments, z), confirmed: y % 2 === 0 }
    const value = { amountMinor: 100 + y, currency: 'EUR' }
    const edits = y % 3 ? { value: { is: value } } : { probability: { is: y } }
    if (kind === 'deal-stage') await this.send('opportunity', 'changeStage', { to: pick(dealStages, y) }, options)
    else if (kind === 'deal-win') await this.send('opportunity', 'win', { value }, options)
    else await this.send('opportunity', 'edit', edits, options)
  }

  private async decide(kind: string, id: string, { as, at, to }: { as: string; at?: string; to?: string }) {
    const options = { id, as, at, confirmed: true }
    if (kind === 'end') await this.send('relationship', 'end', { by: 'we', how: 'ran-its-course', why: 'So.' }, options)
    else await this.send('relationship', 'changeStage', { from: 'identified', to, why: 'So.' }, options)
  }

  private async correct(mode: 'restate' | 'retract', [x, y, z]: Step['n']): Promise<void> {
    const firsts = this.recorded.filter(({ metadata }) => !metadata.corrects)
    await this.correctOne(mode, pick(firsts, x), [x, y, z])
  }

  /** Restated without a body, it comes back as it was, or to another moment. */
  private async correctOne(
    mode: 'restate' | 'retract',
    event: StoredEvent | undefined,
    [x, y, z]: Step['n'],
  ): Promise<void> {
    if (!event) return
    const confirmed = y % 2 === 0
    const customer = pick(this.customers, y)
    const isTouch = 'customers' in event.data
    const moved = isTouch ? { customers: [customer] } : event.type === 'opportunity.opened' && { customer }
    const at = pick(moments, z)
    const before = await impossibleIn(this.group, event)
    const request = { stream: event.stream, eventId: event.id, mode, because: 'A slip.', confirmed }
    const restated = moved ? { body: { ...(await this.open(event)), ...moved } } : {}
    const occurred = at === undefined ? {} : { occurred: stated(at) }
    await this.group.core.correct(
      { ...request, ...(mode === 'restate' && { ...restated, ...occurred }) },
      {
        viewer: this.group.viewer('stella'),
        commandId: this.group.core.commandId('correct', `${x} ${y} ${z} ${this.recorded.length}`),
      },
    )
    if (confirmed) return
    const after = await impossibleIn(this.group, event)
    expect(after.filter((id) => !before.includes(id))).toEqual([])
  }

  private async open(event: StoredEvent): Promise<object> {
    const { registry, sealer } = this.group.core.ports
    return (await sealer.open(registry.catalogue.read(event))).data
  }
}

/** Facts of a stream, but for one, that could not happen when they say they did. */
async function impossibleIn({ log }: TestGroup, { stream, id }: StoredEvent): Promise<string[]> {
  const facts = new Oracle(await log.readStream(stream)).all()
  return impossibleAmong(facts).filter((other) => other !== id)
}

/** Projected in batches of a size, the log of the steps says what a rebuild and the oracle say. */
async function expectAlike(list: readonly Step[], size: number): Promise<void> {
  const group = await (await TestGroup.open()).found()
  opened.push(group)
  await new Doing(group).all(list)
  const events = await group.log.readAll({ after: 0, limit: 10_000 })
  const [some, clean] = [await Projected.over(group.log), await Projected.over(group.log, { empty: true })]
  opened.push(some, clean)
  for (let at = 0; at < events.length; at += size) await some.projector.project(events.slice(at, at + size))
  expect(some.projector.parking.list()).toEqual([])
  const parts = { log: group.log, store: clean.store, ...clean.business, opening: clean.opening }
  const position = await new Rebuild(parts).run()
  const of = { registry: some.business.registry, position, clear: { kept: some.clear, clean: clean.clear } }
  const compared = await compareStores(some.store, clean.store, of)
  expect(compared.differences).toEqual([])
  const oracle = new Oracle(events)
  await expectOracle(await some.documents(), oracle)
  await expectDeals(await some.documents(), oracle)
  await expectPast(group, events)
}

/** Asked as known at the last position, a deal's page says what it says now. */
async function expectPast(group: TestGroup, events: readonly StoredEvent[]): Promise<void> {
  await group.projector.catchUp()
  const knownAt = String(events.at(-1)?.position)
  const streams = new Set(events.map(({ stream }) => stream).filter((stream) => stream.startsWith('opportunity-')))
  for (const stream of streams) {
    const said = (options?: { knownAt: string }) =>
      group.ask('opportunity', { id: stream.slice('opportunity-'.length) }, options).catch(codeOf)
    expect(await said({ knownAt })).toEqual(await said())
  }
}

function codeOf(error: unknown): string {
  if (error instanceof DomainError) return error.code
  throw error
}

const numRuns = Number(process.env.LAWS ?? 5)
const sizes = fc.integer({ min: 1, max: 9 })

describe('what commands record', () => {
  it('projects alike in any batches, as a rebuild does, and as the oracle says', async () => {
    const steps = stepsOf(kinds, { minLength: 5, maxLength: 25 })
    await fc.assert(fc.asyncProperty(steps, sizes, expectAlike).afterEach(closeAll), {
      ...inTime,
      numRuns,
      examples: [[mergedAndUnmerged, 1]],
    })
  })

  it('stays with a deal that moves, is taken back in parts, comes back and is merged', async () => {
    const steps = stepsOf(dealKinds, { minLength: 5, maxLength: 20 })
    const ofDeals = (list: Step[], size: number) =>
      expectAlike([step('open-deal', 0, 1, 1), step('deal-value', 0, 1, 3), ...list], size)
    await fc.assert(fc.asyncProperty(steps, sizes, ofDeals).afterEach(closeAll), {
      ...inTime,
      numRuns,
      examples: [
        [broughtBackApart, 8],
        [wonBeforeItsTerms, 1],
        [wonTwice, 1],
      ],
    })
  })
})

/** A deal has its document where its opening is, over all its facts, and they are all filed there. */
async function expectDeals(documents: Record<string, unknown>, oracle: Oracle): Promise<void> {
  const told = dealsOf(oracle)
  const ours = Object.keys(documents).filter((slot) => slot.startsWith('opportunities '))
  expect(ours.sort()).toEqual([...told.keys()].map((id) => `opportunities ${id}`).sort())
  for (const [id, { places, ...deal }] of told) {
    const expected = Object.fromEntries(Object.entries(deal).filter(([, value]) => value !== undefined))
    expect(documents[`opportunities ${id}`]).toMatchObject(expected)
    expect([...places]).toHaveLength(1)
  }
}

async function expectOracle(documents: Record<string, unknown>, oracle: Oracle): Promise<void> {
  const slots = Object.keys(documents)
  const hasIncome = oracle.all().some(({ type }) => type === 'opportunity.won')
  for (const slot of slots.filter((one) => one.startsWith('customers '))) {
    const id = slot.slice('customers '.length)
    expect(documents[slot]).toMatchObject({ ...customerOf(oracle, id) })
    const told = relationshipsOf(oracle, id)
    const ours = slots.filter((one) => one.startsWith(`relationships ${id}.`))
    expect(ours).toHaveLength(told.size)
    for (const [unit, { status, ...relationship }] of told) {
      // Of income, which makes a status, the oracle knows nothing.
      const said = hasIncome ? relationship : { ...relationship, status }
      const expected = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
      expect(documents[`relationships ${id}.${unit}`]).toMatchObject(expected)
    }
  }
}
