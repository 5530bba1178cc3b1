/** What stands beside an event: its corrections, what it came of, and what came of it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import type { BesideAnswer } from './beside-event.js'

let group: TestGroup
let hotel: string
let visit: { id: string; position: string; event: string }

const beside = (event: string, as = 'aino') =>
  group.ask<BesideAnswer>('customer-event', { id: hotel, event }, { as, language: 'en' })
const lines = (events: BesideAnswer['record']) => events.map(({ type, mode }) => mode ?? type)

const recorded = async (...[category, command, body, options]: Parameters<TestGroup['do']>) => {
  const { id, position, events } = await group.do(category, command, body, options)
  return { id, position: String(position), event: events[0]?.id ?? '' }
}

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  const said = { customers: [hotel], unit: 'fi', note: 'They renew the kitchen.', language: 'fi' }
  visit = await recorded('touchpoint', 'record-note', said, { as: 'aino' })
})
afterEach(() => group.close())

describe('beside an event', () => {
  it('stand its corrections, and beside those what they correct', async () => {
    const body = { customers: [hotel], unit: 'fi', note: 'They renew the bakery.' }
    await group.correct(`touchpoint-${visit.id}`, visit.event, { as: 'aino', body })
    await group.correct(`touchpoint-${visit.id}`, visit.event, { as: 'aino' })
    const first = await beside(visit.position)
    expect(lines(first.correctedBy)).toEqual(['restate', 'retract'])
    expect(first).toMatchObject({
      typeName: 'Note',
      who: { id: 'aino', name: 'Name of aino' },
      unit: { id: 'fi' },
      language: 'fi',
    })
    const restated = await beside(first.correctedBy[0]?.position ?? '')
    expect(restated.corrects).toMatchObject({ position: visit.position, summary: 'They renew the kitchen.' })
    expect(lines(restated.correctedBy)).toEqual(['retract'])
    expect(lines(restated.record)).toEqual(['touchpoint.note', 'restate', 'retract'])
  })

  it('stands what came of it, and beside that where it came from', async () => {
    const why = { from: 'identified', to: 'exploratory', why: 'They told of plans.', evidence: [visit.id] }
    const stage = await recorded('relationship', 'changeStage', why, { as: 'aino', id: `${hotel}.fi` })
    expect(lines((await beside(visit.position)).effects)).toEqual(['relationship.stage-changed'])
    const { causes, effects } = await beside(stage.position)
    expect(causes.map(({ position, summary }) => [position, summary])).toEqual([
      [visit.position, 'They renew the kitchen.'],
    ])
    expect(effects).toEqual([])
  })

  it('says nothing of a private note of somebody else but that it is there', async () => {
    const own = await recorded('touchpoint', 'record-private-note', { ...privately(), note: 'Mine.' }, { as: 'aino' })
    const why = { from: 'identified', to: 'exploratory', why: 'Talks.', evidence: [own.id] }
    const stage = await recorded('relationship', 'changeStage', why, { as: 'aino', id: `${hotel}.fi` })
    expect((await beside(stage.position)).causes).toHaveLength(1)
    expect((await beside(stage.position, 'bengt')).causes).toEqual([])
    const seen = await beside(own.position, 'bengt')
    expect([seen.record[0]?.summary, seen.contacts]).toEqual([undefined, []])
  })

  it('is found by its record as well, where that began', async () => {
    await group.do('touchpoint', 'structure', { notes: { goals: 'One log.' } }, { id: visit.id, as: 'aino' })
    expect(await beside(`touchpoint-${visit.id}`)).toEqual(await beside(visit.position))
  })

  it('is not found where no such event is filed', async () => {
    await expect(beside('999999')).rejects.toMatchObject({ code: 'not-found' })
    const other = (await group.do('customer', 'register', { name: 'Toinen Oy' }, { as: 'aino' })).position
    await expect(beside(String(other))).rejects.toMatchObject({ code: 'not-found' })
  })
})

const privately = () => ({ customers: [hotel], unit: 'fi' })
