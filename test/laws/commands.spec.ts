/** The same laws over what commands really record: arbitrary commands and corrections, refused ones passed over. */
import { afterEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { DomainError, type StoredEvent } from '#kernel'
import { Rebuild } from '#projections/rebuild.js'
import { compareStores } from '#projections/verify.js'
import { TestGroup } from '../harness/group.js'
import { customerOf, relationshipsOf } from '../oracle/documents.js'
import { Oracle } from '../oracle/oracle.js'
import { Projected } from './projected.js'

const kinds = ['register', 'note', 'plan', 'move', 'evaluate', 'stage', 'end', 'merge', 'restate', 'retract'] as const
const steps = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), n: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)) }),
  {
    minLength: 5,
    maxLength: 25,
  },
)

type Step = { kind: (typeof kinds)[number]; n: [number, number, number] }

const step = (kind: Step['kind'], ...n: Step['n']): Step => ({ kind, n })
/** A merge is undone whose survivor had a relationship from the other customer alone, in batches of one. */
const mergedAndUnmerged = [
  step('end', 0, 0, 0),
  step('register', 0, 0, 5),
  step('plan', 0, 0, 0),
  step('merge', 0, 4, 0),
  step('retract', 3, 0, 0),
]

const opened: { close(): Promise<void> }[] = []
const closeAll = async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
}
afterEach(closeAll)

const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % Math.max(1, from.length)]
const moments = ['2026-01', '2026-02-10', '2026-02-10T08:00:00.000Z', '2026-02-20T08:00:00.000Z', '', undefined]
const stages = ['identified', 'exploratory', 'basic', 'cooperative']

/** Does what a group's members may do, one step after another, as far as the rules allow. */
class Doing {
  private customers: string[] = []
  private readonly touchpoints: { id: string; plan: boolean }[] = []
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

  private async decide(kind: 'stage' | 'end', id: string, { as, at, to }: { as: string; at?: string; to?: string }) {
    const options = { id, as, at, confirmed: true }
    if (kind === 'end') await this.send('relationship', 'end', { by: 'we', how: 'ran-its-course', why: 'So.' }, options)
    else await this.send('relationship', 'changeStage', { from: 'identified', to, why: 'So.' }, options)
  }

  private async correct(mode: 'restate' | 'retract', [x, y, z]: Step['n']): Promise<void> {
    const event = pick(
      this.recorded.filter(({ metadata }) => !metadata.corrects),
      x,
    )
    if (!event) return
    const isTouch = 'customers' in event.data
    const body = isTouch ? { ...this.open(event), customers: [pick(this.customers, y)] } : undefined
    await this.group.core.correct(
      {
        stream: event.stream,
        eventId: event.id,
        mode,
        because: 'A slip.',
        ...(mode === 'restate' && body ? { body } : {}),
      },
      {
        viewer: this.group.viewer('stella'),
        commandId: this.group.core.commandId('correct', `${x} ${y} ${z} ${this.recorded.length}`),
      },
    )
  }

  private open({ data }: StoredEvent): object {
    const { '~sealed': _, ...clear } = data
    return clear
  }
}

describe('what commands record', () => {
  it('projects alike in any batches, as a rebuild does, and as the oracle says', async () => {
    await fc.assert(
      fc
        .asyncProperty(steps, fc.integer({ min: 1, max: 9 }), async (list, size) => {
          const group = await (await TestGroup.open()).found()
          opened.push(group)
          await new Doing(group).all(list)
          const events = await group.log.readAll({ after: 0, limit: 10_000 })
          const [some, clean] = [await Projected.over(group.log), await Projected.over(group.log, { empty: true })]
          opened.push(some, clean)
          for (let at = 0; at < events.length; at += size) await some.projector.project(events.slice(at, at + size))
          expect(some.projector.parking.list()).toEqual([])
          const parts = { log: group.log, store: clean.store, business: clean.business, open: <T>(value: T) => value }
          const position = await new Rebuild(parts).run()
          const compared = await compareStores(some.store, clean.store, { business: some.business, position })
          expect(compared.differences).toEqual([])
          await expectOracle(await some.documents(), new Oracle(events))
        })
        .afterEach(closeAll),
      { numRuns: Number(process.env.LAWS ?? 5), examples: [[mergedAndUnmerged, 1]] },
    )
  }, 120_000)
})

async function expectOracle(documents: Record<string, unknown>, oracle: Oracle): Promise<void> {
  const slots = Object.keys(documents)
  for (const slot of slots.filter((one) => one.startsWith('customers '))) {
    const id = slot.slice('customers '.length)
    expect(documents[slot]).toMatchObject({ ...customerOf(oracle, id) })
    const told = relationshipsOf(oracle, id)
    const ours = slots.filter((one) => one.startsWith(`relationships ${id}.`))
    expect(ours).toHaveLength(told.size)
    for (const [unit, relationship] of told) {
      const expected = Object.fromEntries(Object.entries(relationship).filter(([, value]) => value !== undefined))
      expect(documents[`relationships ${id}.${unit}`]).toMatchObject(expected)
    }
  }
}
