/** Every command on a touchpoint and every refusal. */
import { describe, it } from '@jest/globals'
import type { Decider, Draft } from '#kernel'
import { given, happened } from '#test/grammar/given.js'
import { memberEvents } from '../organization/events/member.events.js'
import { touchpoint as decider, type TouchpointState } from './touchpoint.decider.js'
import { touchpointEvents } from './touchpoint.events.js'

const { planned, moved, cancelled, evaluated, structured, keptPrivate } = touchpointEvents

/** Commands per kind have names that only the list of kinds knows. */
const touchpoint: Decider<TouchpointState> = decider

const met = { customers: ['c1'], unit: 'fi', note: 'They plan a new wing.' }
const recorded = (kind: string, more: object = {}): Draft => ({
  type: `touchpoint.${kind}`,
  data: { ...met, function: 'sales', ...more },
})
const plan = { ...met, kind: 'visit', startsAt: '2026-07-01T07:00:00.000Z' }
const visitPlanned = planned({ ...plan, function: 'sales' })

describe('recording a touchpoint', () => {
  it.each(['meeting', 'visit', 'phone-call', 'email', 'note', 'private-note'])(
    'fills in the function of whoever records a %s',
    (kind) => given(touchpoint).when(`record-${kind}`, met).leadsTo(recorded(kind)),
  )
  it('keeps the function that was stated', () =>
    given(touchpoint)
      .when('record-note', { ...met, function: 'service' })
      .leadsTo(recorded('note', { function: 'service' })))
  it('needs a customer', () =>
    given(touchpoint)
      .when('record-note', { ...met, customers: [] })
      .refuses('touchpoint-without-customer'))
  it('needs an open unit', () =>
    given(touchpoint)
      .when('record-note', { ...met, unit: 'no' })
      .refuses('unit-unknown'))
  it.each([
    ['customer', { customers: ['c1', 'c9'] }, 'customer-c9', 'touchpoint-customer-unknown'],
    ['person', { contacts: ['p9'] }, 'contact-p9', 'touchpoint-contact-unknown'],
    ['opportunity', { opportunity: 'o9' }, 'opportunity-o9', 'touchpoint-opportunity-unknown'],
    ['customer’s project', { customerProject: 'h9' }, 'customerproject-h9', 'touchpoint-project-unknown'],
  ])('names no %s that is not there', async (_, more, missing, code) => {
    const command = { ...met, ...more }
    await given(touchpoint).when('record-note', command).leadsTo(recorded('note', more))
    await given(touchpoint)
      .when('record-note', command, { missing: [missing] })
      .refuses(code)
  })
  it('names members, who may have left since', async () => {
    await given(touchpoint)
      .when('record-note', { ...met, members: ['nobody'] })
      .refuses('touchpoint-member-unknown')
    await given(touchpoint)
      .within(happened(memberEvents.left({})).of('bengt').occurred('2026-02-01'))
      .when('record-note', { ...met, members: ['bengt'] })
      .leadsTo(recorded('note', { members: ['bengt'] }))
  })
  it('was not started by us unasked when they turned to us', () =>
    given(touchpoint)
      .when('record-email', { ...met, direction: 'inbound', startedBy: 'we-unasked' })
      .refuses('touchpoint-began-twice'))
  it('as a note says something', async () => {
    const silent = { customers: ['c1'], unit: 'fi' }
    await given(touchpoint).when('record-note', silent).refuses('touchpoint-says-nothing')
    await given(touchpoint)
      .when('record-private-note', { ...silent, notes: {} })
      .refuses('touchpoint-says-nothing')
    await given(touchpoint)
      .when('record-note', { ...silent, notes: { goals: 'One log.' } })
      .leadsTo({ type: 'touchpoint.note', data: { ...silent, notes: { goals: 'One log.' }, function: 'sales' } })
    await given(touchpoint)
      .when('record-visit', silent)
      .leadsTo({ type: 'touchpoint.visit', data: { ...silent, function: 'sales' } })
  })
  it('as a private note carries no promises', () =>
    given(touchpoint)
      .when('record-private-note', { ...met, notes: { promisesMade: 'A discount.' } })
      .refuses('touchpoint-private-promise'))
  it('happens once', () => given(touchpoint, recorded('note')).when('record-note', met).refuses('touchpoint-exists'))
})

describe('planning', () => {
  it('says when and where', () => given(touchpoint).when('plan', plan).leadsTo(visitPlanned))
  it('says when in UTC', async () => {
    await given(touchpoint)
      .when('plan', { ...plan, startsAt: '2026-07-01T09:00:00+02:00' })
      .leadsTo(visitPlanned)
    await given(touchpoint, visitPlanned)
      .when('move', { startsAt: '2026-07-02T09:00:00+02:00' })
      .leadsTo(moved({ startsAt: '2026-07-02T07:00:00.000Z' }))
  })
  it('may be recorded late, though not by years', async () => {
    const earlier = '2026-05-01T07:00:00.000Z'
    await given(touchpoint)
      .when('plan', { ...plan, startsAt: earlier })
      .leadsTo(planned({ ...plan, startsAt: earlier, function: 'sales' }))
    await given(touchpoint)
      .when('plan', { ...plan, startsAt: '1999-07-01T07:00:00Z' })
      .refuses('touchpoint-planned-long-past')
  })
  it('is moved only to another time or place', async () => {
    const { startsAt } = plan
    await given(touchpoint, visitPlanned).when('move', { startsAt }).changesNothing()
    await given(touchpoint, visitPlanned)
      .when('move', { startsAt, place: 'Espoo' })
      .leadsTo(moved({ startsAt, place: 'Espoo' }))
    await given(touchpoint, visitPlanned, moved({ startsAt, place: 'Espoo' }))
      .when('move', { startsAt, place: 'Espoo' })
      .changesNothing()
  })
  it('happens once', () => given(touchpoint, visitPlanned).when('plan', plan).refuses('touchpoint-exists'))
  it('is moved and cancelled', async () => {
    await given(touchpoint, visitPlanned)
      .when('move', { startsAt: '2026-07-02T07:00:00.000Z' })
      .leadsTo(moved({ startsAt: '2026-07-02T07:00:00.000Z' }))
    await given(touchpoint, visitPlanned)
      .when('cancel', { by: 'they' })
      .leadsTo(cancelled({ by: 'they' }))
  })
  it('is moved and cancelled only while it is planned', async () => {
    await given(touchpoint).when('move', { startsAt: '2026-07-02T07:00:00.000Z' }).refuses('touchpoint-unknown')
    await given(touchpoint, recorded('visit')).when('cancel', { by: 'we' }).refuses('touchpoint-not-planned')
    await given(touchpoint, visitPlanned, cancelled({ by: 'we' }))
      .when('move', { startsAt: '2026-07-02T07:00:00.000Z' })
      .refuses('touchpoint-not-planned')
  })
})

describe('holding what was planned', () => {
  it('records it as its kind', () => given(touchpoint, visitPlanned).when('hold-visit', met).leadsTo(recorded('visit')))
  it('needs a plan', async () => {
    await given(touchpoint).when('hold-visit', met).refuses('touchpoint-unknown')
    await given(touchpoint, recorded('visit')).when('hold-visit', met).refuses('touchpoint-not-planned')
  })
  it('is with the customer that leads the plan, whoever joins, and by its unit', async () => {
    const joint = { customers: ['c1', 'c2'] }
    await given(touchpoint, visitPlanned)
      .when('hold-visit', { ...met, ...joint })
      .leadsTo(recorded('visit', joint))
    for (const other of [{ customers: ['c2', 'c1'] }, { unit: 'se' }])
      await given(touchpoint, visitPlanned)
        .when('hold-visit', { ...met, ...other })
        .refuses('touchpoint-held-elsewhere')
  })
  it('cannot be called off for a time before it, nor held twice', async () => {
    const onDay = (draft: Draft, day: string) => happened(draft).occurred(day)
    const facts = [
      onDay(visitPlanned, '2026-05-01'),
      onDay(recorded('visit'), '2026-05-20'),
      onDay(evaluated({ reached: true }), '2026-05-21'),
    ]
    await given(touchpoint, ...facts)
      .when('cancel', { by: 'we' }, { at: '2026-05-10T09:00:00.000Z' })
      .refuses('later-facts-conflict')
    await given(touchpoint, ...facts)
      .when('hold-visit', met, { at: '2026-05-10T09:00:00.000Z' })
      .refuses('later-facts-conflict')
  })
  it('takes no other kind', () =>
    given(touchpoint, visitPlanned).when('hold-meeting', met).refuses('touchpoint-other-kind'))
})

describe('adding to what took place', () => {
  const notes = { goals: 'Fewer suppliers.' }
  it('evaluates and structures', async () => {
    await given(touchpoint, recorded('visit'))
      .when('evaluate', { reached: true })
      .leadsTo(evaluated({ reached: true }))
    await given(touchpoint, recorded('visit')).when('structure', { notes }).leadsTo(structured({ notes }))
  })
  it('evaluates meetings and visits, and once', async () => {
    await given(touchpoint, recorded('note')).when('evaluate', { reached: true }).refuses('touchpoint-not-evaluable')
    await given(touchpoint, recorded('visit'), evaluated({ reached: false }))
      .when('evaluate', { reached: true })
      .refuses('touchpoint-evaluated')
  })
  it('adds something', () =>
    given(touchpoint, recorded('visit')).when('structure', { notes: {} }).refuses('touchpoint-says-nothing'))
  it('needs to have taken place', async () => {
    await given(touchpoint, visitPlanned).when('evaluate', { reached: true }).refuses('touchpoint-not-held')
    await given(touchpoint).when('structure', { notes }).refuses('touchpoint-unknown')
  })
})

describe('keeping a note private', () => {
  const own = happened(recorded('private-note')).by('aino').occurred('2026-05-01T09:00:00.000Z')
  it('is up to its writer', async () => {
    await given(touchpoint, own)
      .when('keepPrivate', { why: 'Still so.' })
      .leadsTo(keptPrivate({ why: 'Still so.' }))
    await given(touchpoint, own).when('keepPrivate', {}, 'eero').refuses('touchpoint-not-private')
  })
  it('has to be done before everybody reads it', async () => {
    const written = happened(recorded('private-note')).by('aino').occurred('2026-03-17T09:00:00.000Z')
    await given(touchpoint, written).when('keepPrivate').refuses('touchpoint-shared')
    const inTime = happened(keptPrivate({})).by('aino').occurred('2026-06-15T08:59:59.999Z')
    await given(touchpoint, written, inTime).when('keepPrivate').leadsTo(keptPrivate({}))
  })
  it('counts from when it was written, whatever it is about', () =>
    given(
      touchpoint,
      happened(recorded('private-note')).by('aino').occurred('2020-01-01T09:00:00.000Z').recorded('2026-05-01'),
    )
      .when('keepPrivate')
      .leadsTo(keptPrivate({})))
  it('needs a private note', () =>
    given(touchpoint, recorded('note')).when('keepPrivate').refuses('touchpoint-not-private'))
})
