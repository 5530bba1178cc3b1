/** Replay: each event with the fields it changed, in the order known and in the order happened. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import { pagesOf } from '#test/harness/pages-of.js'
import type { ReplayAnswer, ReplayStep } from './replay.query.js'

let group: TestGroup
let hotel: string

const replay = (query: object = {}, options: object = {}) =>
  group.ask<ReplayAnswer>('replay', { id: hotel }, { as: 'aino', query, ...options })
const changeOf = (step: ReplayStep | undefined, view: string, path: string) =>
  step?.changes.find((change) => change.view === view)?.fields.find((field) => field.path === path)
const types = ({ steps }: ReplayAnswer) => steps.map(({ type }) => type)

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-03-02T09:00:00.000Z'
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  group.time = '2026-06-01T09:00:00.000Z'
  const stage = { from: 'identified', to: 'basic', why: 'They bought.' }
  await group.do('relationship', 'changeStage', stage, { id: `${hotel}.fi`, as: 'aino', at: '2026-04-10T10:00:00Z' })
  const note = { customers: [hotel], unit: 'fi', note: 'Told late.' }
  await group.do('touchpoint', 'record-note', note, { as: 'aino', at: '2026-03-10T10:00:00Z' })
})
afterEach(() => group.close())

describe('replay', () => {
  it('says in recorded order what each event changed, opened', async () => {
    const { steps } = await replay()
    expect(steps.map(({ type }) => type)).toEqual([
      'customer.registered',
      'relationship.stage-changed',
      'touchpoint.note',
    ])
    expect(changeOf(steps[0], 'customers', 'name')).toEqual({ path: 'name', after: 'Hotelli Merituuli' })
    expect(changeOf(steps[1], 'relationships', 'stageWhy')).toEqual({ path: 'stageWhy', after: 'They bought.' })
    expect(changeOf(steps[2], 'relationships', 'since')).toEqual({
      path: 'since',
      before: '2026-04-10T10:00:00.000Z',
      after: '2026-03-10T10:00:00.000Z',
    })
    expect(steps[2]?.says).toMatchObject({ note: 'Told late.' })
  })

  it('calls each event as its reader does', async () => {
    const { steps } = await replay()
    expect(steps.map(({ kindName }) => kindName)).toEqual(['Asiakas rekisteröity', 'Vaihe muuttunut', 'Muistiinpano'])
    const { steps: swedish } = await replay({}, { as: 'bengt' })
    expect(swedish.at(-1)?.kindName).toBe('Anteckning')
  })

  it('in effective order puts the late note where it happened', async () => {
    const { steps } = await replay({ order: 'effective' })
    expect(steps.map(({ type }) => type)).toEqual([
      'customer.registered',
      'touchpoint.note',
      'relationship.stage-changed',
    ])
    expect(changeOf(steps[1], 'relationships', 'stage')?.after).toBe('identified')
    expect(changeOf(steps[2], 'relationships', 'stage')).toMatchObject({ before: 'identified', after: 'basic' })
  })

  it('goes on from a position in either order, to the same steps', async () => {
    for (const order of ['recorded', 'effective']) {
      const whole = await replay({ order })
      const steps: ReplayStep[] = []
      for await (const page of pagesOf(({ cursor: from }) => replay({ order, limit: 1, ...(from && { from }) })))
        steps.push(...page.steps)
      expect(steps).toEqual(whole.steps)
    }
  })

  it('shows corrections as steps of their own, and stops at what was known', async () => {
    const { steps } = await replay()
    const [stream, note] = [`touchpoint-`, steps[2]]
    const { changes: _, ...known } = note as ReplayStep
    const id = (await group.ask<{ rows: { record: string }[] }>('timeline', { id: hotel }, { query: { kind: 'note' } }))
      .rows[0]?.record
    await group.correct(`${stream}${id}`, known.event, { as: 'aino' })
    const after = await replay()
    expect(after.steps[3]).toMatchObject({ corrects: known.event, mode: 'retract' })
    expect(changeOf(after.steps[3], 'relationships', 'since')?.after).toBe('2026-04-10T10:00:00.000Z')
    expect(types(await replay({}, { knownAt: known.position }))).toHaveLength(3)
  })

  it('still shows a customer of which everything was taken back, and none that never was', async () => {
    const { id } = await group.do('customer', 'register', { name: 'Twice' }, { as: 'aino' })
    const ofTwice = (params: object) => group.ask<ReplayAnswer>('replay', { id, ...params }, { as: 'aino' })
    const [registered] = (await ofTwice({})).steps
    await group.correct(`customer-${id}`, registered?.event ?? '', {})
    await expect(group.ask('customer', { id }, { as: 'aino' })).rejects.toMatchObject({ code: 'not-found' })
    const { steps, customer } = await ofTwice({})
    expect(customer).toEqual({ id })
    expect(steps.map(({ type, mode }) => [type, mode])).toEqual([
      ['customer.registered', undefined],
      ['customer.registered', 'retract'],
    ])
    expect(steps[0]?.says).toMatchObject({ name: 'Twice' })
    await expect(ofTwice({ id: 'neverwas' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('shows of a private note of another that it is there', async () => {
    const note = { customers: [hotel], unit: 'fi', note: 'Wait.' }
    await group.do('touchpoint', 'record-private-note', note, { as: 'aino' })
    const last = (await replay({}, { as: 'eero' })).steps.at(-1)
    expect(last).toMatchObject({ type: 'touchpoint.private-note', private: true, says: null })
    expect(JSON.stringify(last)).not.toContain('Wait.')
    await expect(replay({}, { as: 'eero', asOf: '2030-01-01' })).rejects.toMatchObject({ name: 'InvalidInput' })
    group.time = '2026-09-01T09:00:00.000Z'
    const shared = (await replay({}, { as: 'eero', knownAt: last?.position })).steps.at(-1)
    expect(shared).toMatchObject({ private: false, says: { note: 'Wait.' } })
  })

  it('refuses a position that is none', () =>
    expect(replay({ from: 'x' })).rejects.toMatchObject({ name: 'BadCursor' }))
})
