/** Every command on a touchpoint and every refusal. */
import { describe, it } from '@jest/globals'
import type { Decider, Draft } from '#kernel'
import { given, happened } from '#test/grammar/given.js'
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
const plan = { ...met, kind: 'visit', startsAt: '2026-07-01T07:00:00Z' }
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
  it('happens once', () => given(touchpoint, recorded('note')).when('record-note', met).refuses('touchpoint-exists'))
})

describe('planning', () => {
  it('says when and where', () => given(touchpoint).when('plan', plan).leadsTo(visitPlanned))
  it('happens once', () => given(touchpoint, visitPlanned).when('plan', plan).refuses('touchpoint-exists'))
  it('is moved and cancelled', async () => {
    await given(touchpoint, visitPlanned)
      .when('move', { startsAt: '2026-07-02T07:00:00Z' })
      .leadsTo(moved({ startsAt: '2026-07-02T07:00:00Z' }))
    await given(touchpoint, visitPlanned)
      .when('cancel', { by: 'they' })
      .leadsTo(cancelled({ by: 'they' }))
  })
  it('is moved and cancelled only while it is planned', async () => {
    await given(touchpoint).when('move', { startsAt: '2026-07-02T07:00:00Z' }).refuses('touchpoint-unknown')
    await given(touchpoint, recorded('visit')).when('cancel', { by: 'we' }).refuses('touchpoint-not-planned')
    await given(touchpoint, visitPlanned, cancelled({ by: 'we' }))
      .when('move', { startsAt: '2026-07-02T07:00:00Z' })
      .refuses('touchpoint-not-planned')
  })
})

describe('holding what was planned', () => {
  it('records it as its kind', () => given(touchpoint, visitPlanned).when('hold-visit', met).leadsTo(recorded('visit')))
  it('needs a plan', () => given(touchpoint).when('hold-visit', met).refuses('touchpoint-not-planned'))
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
