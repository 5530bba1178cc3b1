/** Every command on a promise and every refusal. */
import { describe, it } from '@jest/globals'
import { given, happened } from '#test/grammar/given.js'
import { memberEvents } from '../organization/events/member.events.js'
import { subsidiaryEvents } from '../organization/events/unit.events.js'
import { promise } from './promise.decider.js'
import { promiseEvents } from './promise.events.js'

const { made, accepted, declined, handedOver, rescheduled, kept, withdrawn } = promiseEvents

const said = { customer: 'c1', unit: 'fi', what: 'Send the drawings.', kind: 'promise', clock: 'calendar' } as const
const due = '2026-06-20T12:00:00.000Z'
const own = happened(made({ ...said, owner: 'aino', due })).by('aino')
const forBengt = happened(made({ ...said, owner: 'bengt', due })).by('aino')
const nextStep = happened(made({ ...said, kind: 'next-step', owner: 'aino', due })).by('aino')

describe('making a promise', () => {
  it('states when it is due in UTC, and who answers for it', () =>
    given(promise)
      .when('make', { ...said, due: '2026-06-20T15:00:00+03:00', owner: 'bengt' })
      .leadsTo(made({ ...said, owner: 'bengt', due })))
  it('is the own promise of whoever records it, unless told', () =>
    given(promise)
      .when('make', { ...said, due })
      .leadsTo(made({ ...said, owner: 'aino', due })))
  it('counts hours on the calendar', () =>
    given(promise)
      .when('make', { ...said, withinHours: 24 })
      .leadsTo(made({ ...said, owner: 'aino', due: '2026-06-16T09:00:00.000Z' })))
  it('counts hours at work, past holiday and weekend', () =>
    given(promise)
      .when('make', { ...said, clock: 'business', withinHours: 32 })
      .leadsTo(made({ ...said, clock: 'business', owner: 'aino', due: '2026-06-22T09:00:00.000Z' })))
  it('takes eight hours on weekdays where the subsidiary states none', () =>
    given(promise)
      .when('make', { ...said, unit: 'se', clock: 'business', withinHours: 8 })
      .leadsTo(made({ ...said, unit: 'se', clock: 'business', owner: 'aino', due: '2026-06-16T09:00:00.000Z' })))
  it('needs to say when it is due, once', async () => {
    await given(promise).when('make', said).refuses('promise-without-due')
    await given(promise)
      .when('make', { ...said, due, withinHours: 3 })
      .refuses('promise-without-due')
  })
  it('is due later than it was made', () =>
    given(promise)
      .when('make', { ...said, due: '2026-06-15T09:00:00Z' })
      .refuses('promise-due-before-made'))
  it('may be recorded late', () =>
    given(promise)
      .when('make', { ...said, due: '2026-05-02T00:00:00.000Z' }, { at: '2026-05-01T10:00:00.000Z' })
      .leadsTo(made({ ...said, owner: 'aino', due: '2026-05-02T00:00:00.000Z' })))
  it('needs a unit that is at work some time', () =>
    given(promise)
      .within(
        happened(
          subsidiaryEvents.opened({
            name: 'SE',
            country: 'SE',
            currency: 'SEK',
            timeZone: 'Europe/Stockholm',
            language: 'sv',
            businessHours: { days: [], opensMinute: 480, closesMinute: 960 },
          }),
        )
          .of('se')
          .occurred('2026-01-01'),
      )
      .when('make', { ...said, unit: 'se', clock: 'business', withinHours: 3 })
      .refuses('promise-never-at-work'))
  it('needs a customer', () =>
    given(promise)
      .when('make', { ...said, due }, { missing: ['customer-c1'] })
      .refuses('promise-customer-unknown'))
  it('needs an open unit', () =>
    given(promise)
      .when('make', { ...said, unit: 'no', due })
      .refuses('promise-unit-unknown'))
  it('needs an owner who has not left', () =>
    given(promise)
      .within(happened(memberEvents.left({})).of('bengt').occurred('2026-02-01'))
      .when('make', { ...said, due, owner: 'bengt' })
      .refuses('promise-owner-unknown'))
  it('is filed under the customer and to whom the word was given', () =>
    given(promise)
      .when('make', { ...said, due, contact: 'p1' })
      .filesUnder({ customers: ['c1'], contacts: ['p1'], unit: 'fi' }))
  it('is owned by a member who may write somewhere', () =>
    given(promise)
      .when('make', { ...said, due, owner: 'stella' })
      .refuses('promise-owner-cannot-write'))
  it('names a person and a touchpoint that are there', async () => {
    const command = { ...said, due, contact: 'p1', madeIn: 't1' }
    await given(promise)
      .when('make', command, { missing: ['contact-p1'] })
      .refuses('promise-contact-unknown')
    await given(promise)
      .when('make', command, { missing: ['touchpoint-t1'] })
      .refuses('promise-touchpoint-unknown')
  })
  it('is not made in a private note', () => {
    const written = { type: 'touchpoint.private-note', data: { customers: ['c1'], unit: 'fi', note: 'Wait.' } }
    return given(promise)
      .when('make', { ...said, due, madeIn: 't1' }, { elsewhere: [happened(written).of('t1')] })
      .refuses('promise-in-private-note')
  })
  it('happens once', () =>
    given(promise, own)
      .when('make', { ...said, due })
      .refuses('promise-exists'))
})

describe('accepting and declining', () => {
  it('is up to the member it is offered to', async () => {
    await given(promise, forBengt).when('accept', {}, 'bengt').leadsTo(accepted({}))
    await given(promise, forBengt)
      .when('decline', { why: 'On leave.' }, 'bengt')
      .leadsTo(declined({ why: 'On leave.' }))
  })
  it('is refused to anybody else', async () => {
    await given(promise, forBengt).when('accept').refuses('promise-not-offered-to-you')
    await given(promise, forBengt).when('decline', {}, 'eero').refuses('promise-not-offered-to-you')
  })
  it('needs an offer', async () => {
    await given(promise, own).when('accept').refuses('promise-not-offered')
    await given(promise, forBengt, happened(declined({})).by('bengt'))
      .when('accept', {}, 'bengt')
      .refuses('promise-not-offered')
    await given(promise).when('accept').refuses('promise-unknown')
  })
  it('is too late once the promise is settled', () =>
    given(promise, forBengt, kept({})).when('accept', {}, 'bengt').refuses('promise-settled'))
})

describe('handing over', () => {
  it('asks another member', () =>
    given(promise, own)
      .when('handOver', { to: 'bengt', why: 'It is in Malmö.' })
      .leadsTo(handedOver({ to: 'bengt', why: 'It is in Malmö.' })))
  it('leaves the owner in charge until it is accepted', async () => {
    const handed = happened(handedOver({ to: 'bengt' })).by('aino')
    await given(promise, own, handed)
      .when('withdraw', { why: 'x' })
      .leadsTo(withdrawn({ why: 'x' }))
    await given(promise, own, handed, happened(accepted({})).by('bengt'))
      .when('withdraw', { why: 'x' })
      .refuses('promise-not-yours')
  })
  it('is for a manager of the unit too, who may take it over', async () => {
    await given(promise, own)
      .when('handOver', { to: 'eero' }, 'eero')
      .leadsTo(handedOver({ to: 'eero' }))
    await given(promise, own, happened(handedOver({ to: 'eero' })).by('eero'))
      .when('accept', {}, 'eero')
      .refuses('promise-not-offered')
  })
  it('is for its maker while nobody owns it', async () => {
    const noThanks = happened(declined({})).by('bengt')
    await given(promise, forBengt, noThanks)
      .when('handOver', { to: 'eero' })
      .leadsTo(handedOver({ to: 'eero' }))
    await given(promise, forBengt, happened(accepted({})).by('bengt'))
      .when('handOver', { to: 'eero' })
      .refuses('promise-not-yours')
  })
  it('goes to members who are there and do not own it', async () => {
    await given(promise, own).when('handOver', { to: 'nobody' }).refuses('promise-owner-unknown')
    await given(promise, own).when('handOver', { to: 'aino' }).refuses('promise-owned-already')
  })
  it('to its owner takes back what was offered to another', async () => {
    const handed = happened(handedOver({ to: 'bengt' })).by('aino')
    const back = happened(handedOver({ to: 'aino' })).by('aino')
    await given(promise, own, handed)
      .when('handOver', { to: 'aino' })
      .leadsTo(handedOver({ to: 'aino' }))
    await given(promise, own, handed, back).when('accept', {}, 'bengt').refuses('promise-not-offered')
    await given(promise, own, handed, back).when('handOver', { to: 'aino' }).refuses('promise-owned-already')
  })
  it('goes to members who may write somewhere', () =>
    given(promise, own).when('handOver', { to: 'stella' }).refuses('promise-owner-cannot-write'))
  it('asks the same member once', () =>
    given(promise, own, happened(handedOver({ to: 'bengt' })).by('aino'))
      .when('handOver', { to: 'bengt' })
      .changesNothing())
})

describe('moving what is due', () => {
  const later = '2026-06-30T12:00:00.000Z'
  it('says how the customer agreed', () =>
    given(promise, own)
      .when('reschedule', { due: '2026-06-30T15:00:00+03:00', agreed: 'She is on holiday anyway.' })
      .leadsTo(rescheduled({ due: later, agreed: 'She is on holiday anyway.' })))
  it('needs that for a promise, not for a next step', async () => {
    await given(promise, own).when('reschedule', { due: later }).refuses('promise-moved-without-agreement')
    await given(promise, nextStep)
      .when('reschedule', { due: later })
      .leadsTo(rescheduled({ due: later }))
  })
  it('changes nothing when it is due then already', () =>
    given(promise, own).when('reschedule', { due }).changesNothing())
  it('does not go back behind now', () =>
    given(promise, own)
      .when('reschedule', { due: '2026-06-01T00:00:00Z', agreed: 'Yes.' })
      .refuses('promise-due-before-made'))
  it('comes too late for a promise once time has broken it', async () => {
    const past = { due: '2026-06-10T12:00:00.000Z' }
    const onFirst = (draft: Parameters<typeof happened>[0]) => happened(draft).by('aino').occurred('2026-06-01')
    const broken = onFirst(made({ ...said, owner: 'aino', ...past }))
    const missed = onFirst(made({ ...said, kind: 'next-step', owner: 'aino', ...past }))
    const move = { due: later, agreed: 'Fine.' }
    await given(promise, broken).when('reschedule', move).refuses('promise-broken')
    await given(promise, missed).when('reschedule', move).leadsTo(rescheduled(move))
    await given(promise, broken).when('reschedule', move, { at: past.due }).leadsTo(rescheduled(move))
  })
  it('is for whoever answers for it', () =>
    given(promise, own).when('reschedule', { due: later, agreed: 'Yes.' }, 'bengt').refuses('promise-not-yours'))
})

describe('keeping and withdrawing', () => {
  it('is kept by whoever did it', () =>
    given(promise, forBengt)
      .when('keep', { how: 'Sent.' }, 'eero')
      .leadsTo(kept({ how: 'Sent.' })))
  it('is withdrawn by whoever answers for it', async () => {
    await given(promise, own)
      .when('withdraw', { why: 'Not needed.' })
      .leadsTo(withdrawn({ why: 'Not needed.' }))
    await given(promise, own).when('withdraw', { why: 'Not needed.' }, 'bengt').refuses('promise-not-yours')
  })
  it('happens once', async () => {
    await given(promise, own, kept({})).when('keep').refuses('promise-settled')
    await given(promise, own, withdrawn({ why: 'x' }))
      .when('withdraw', { why: 'x' })
      .refuses('promise-settled')
    await given(promise).when('keep').refuses('promise-unknown')
  })
  it('conflicts, when said late, with what can no longer have happened', () =>
    given(
      promise,
      happened(made({ ...said, owner: 'bengt', due }))
        .by('aino')
        .occurred('2026-05-01'),
      happened(accepted({})).by('bengt').occurred('2026-05-10'),
    )
      .when('keep', {}, { at: '2026-05-05T00:00:00.000Z' })
      .refuses('later-facts-conflict'))
})
