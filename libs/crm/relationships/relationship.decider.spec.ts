/** Every command on a relationship and every refusal. */
import { describe, expect, it } from '@jest/globals'
import { type Given, given, happened } from '#test/grammar/given.js'
import { memberEvents } from '../organization/events/member.events.js'
import { unitEvents } from '../organization/events/unit.events.js'
import { relationship } from './relationship.decider.js'
import { relationshipEvents } from './relationship.events.js'

const { stageChanged, ended, reopened, targetSet, ownerSet, statusCorrected, keyAccountSet } = relationshipEvents

const basic = stageChanged({ from: 'identified', to: 'basic', why: 'Bought at once.' })
const over = ended({ by: 'they', how: 'broken-off', why: 'Frame agreement.' })

const tie = (...happened: Given[]) => given(relationship, ...happened).named('c1.fi')

describe('a relationship', () => {
  const commands = [
    ['changeStage', { from: 'identified', to: 'exploratory' }],
    ['end', { by: 'we', how: 'broken-off', why: 'Nobody pays.' }],
    ['reopen', { at: 'basic', why: 'They asked.' }],
    ['setTarget', { stage: 'basic' }],
    ['setOwner', { owner: 'aino' }],
    ['correctStatus', { status: 'lost', why: 'Gone.' }],
    ['setKeyAccount', { keyAccount: true }],
  ] as const
  it.each(commands)('is between a customer and a unit that are there, whoever would %s', async (command, body) => {
    await tie()
      .when(command, body, { missing: ['customer-c1'] })
      .refuses('relationship-customer-unknown')
    await tie().named('c1.hq').when(command, body).refuses('relationship-unit-unknown')
    await tie()
      .within(happened(unitEvents.closed({})).of('fi').occurred('2026-02-01'))
      .when(command, body)
      .refuses('relationship-unit-unknown')
    await given(relationship).when(command, body).refuses('relationship-malformed')
  })
})

describe('changing the stage', () => {
  it('climbs a step without words', () =>
    tie()
      .when('changeStage', { from: 'identified', to: 'exploratory' })
      .leadsTo(stageChanged({ from: 'identified', to: 'exploratory' })))
  it('says why it falls or skips a step', async () => {
    await tie(basic).when('changeStage', { from: 'basic', to: 'exploratory' }).refuses('change-without-reason')
    await tie().when('changeStage', { from: 'identified', to: 'basic' }).refuses('change-without-reason')
    await tie(basic)
      .when('changeStage', { from: 'basic', to: 'exploratory', why: 'Nobody answers.' })
      .leadsTo(stageChanged({ from: 'basic', to: 'exploratory', why: 'Nobody answers.' }))
  })
  it('starts from the stage that was seen', () =>
    tie(basic).when('changeStage', { from: 'identified', to: 'exploratory' }).refuses('stage-moved-meanwhile'))
  it('goes somewhere', () => tie(basic).when('changeStage', { from: 'basic', to: 'basic' }).refuses('stage-unchanged'))
  it('does not end it', () => tie(basic).when('changeStage', { from: 'basic', to: 'ended' }).refuses('end-by-ending'))
  it('needs one that has not ended', () =>
    tie(over).when('changeStage', { from: 'identified', to: 'exploratory' }).refuses('relationship-ended'))
  it('conflicts, when said late, with a change that started elsewhere', () =>
    tie(happened(basic).occurred('2026-05-01'))
      .when('changeStage', { from: 'identified', to: 'exploratory' }, { at: '2026-04-01T00:00:00.000Z' })
      .refuses('later-facts-conflict'))
})

describe('ending and reopening', () => {
  const end = { by: 'they', how: 'broken-off', why: 'Frame agreement.' }
  it('says by whom and why', () => tie(basic).when('end', end).leadsTo(over))
  it('ends once', () => tie(over).when('end', end).refuses('relationship-ended'))
  it('takes up what had ended', () =>
    tie(over)
      .when('reopen', { at: 'exploratory', why: 'They asked.' })
      .leadsTo(reopened({ at: 'exploratory', why: 'They asked.' })))
  it('takes up only what had ended, and not as ended', async () => {
    await tie(basic).when('reopen', { at: 'exploratory', why: 'They asked.' }).refuses('relationship-not-ended')
    await tie(over).when('reopen', { at: 'ended', why: 'They asked.' }).refuses('reopened-as-ended')
  })
})

describe('a target', () => {
  it('is a stage to reach, or none any more', async () => {
    await tie()
      .when('setTarget', { stage: 'basic', by: '2027-06-30' })
      .leadsTo(targetSet({ stage: 'basic', by: '2027-06-30' }))
    await tie(targetSet({ stage: 'basic' }))
      .when('setTarget')
      .leadsTo(targetSet({}))
  })
  it('is not the end, nor a day alone', async () => {
    await tie().when('setTarget', { stage: 'ended' }).refuses('target-not-a-stage')
    await tie().when('setTarget', { by: '2027-06-30' }).refuses('target-not-a-stage')
  })
  it('lies ahead of the day it is said of', async () => {
    const past = { stage: 'basic', by: '2026-06-14' } as const
    await tie().when('setTarget', past).refuses('target-in-the-past')
    await tie().when('setTarget', past, { at: '2026-06-01T00:00:00.000Z' }).leadsTo(targetSet(past))
  })
  it('is said once, and not of what has ended', async () => {
    await tie(targetSet({ stage: 'basic' }))
      .when('setTarget', { stage: 'basic' })
      .changesNothing()
    await tie().when('setTarget').changesNothing()
    await tie(over).when('setTarget').refuses('relationship-ended')
  })
})

describe('an owner', () => {
  const owned = ownerSet({ owner: 'aino', with: ['bengt', 'eero'] })
  it('leads with others, all of whom are there', async () => {
    await tie()
      .when('setOwner', { owner: 'aino', with: ['bengt', 'eero'] })
      .leadsTo(owned)
    await tie()
      .within(happened(memberEvents.left({})).of('bengt').occurred('2026-02-01'))
      .when('setOwner', { owner: 'aino', with: ['bengt'] })
      .refuses('owner-unknown')
  })
  it('may write for the unit', async () => {
    await tie().when('setOwner', { owner: 'bengt' }).refuses('owner-of-other-unit')
    await tie().when('setOwner', { owner: 'stella' }).refuses('owner-of-other-unit')
  })
  it('is said once, and not of what has ended', async () => {
    await tie(owned)
      .when('setOwner', { owner: 'aino', with: ['eero', 'bengt'] })
      .changesNothing()
    await tie(over).when('setOwner', { owner: 'aino' }).refuses('relationship-ended')
  })
})

describe('a status by hand', () => {
  const gone = { status: 'lost', why: 'Gone for good.' } as const
  it('is set also after the end, and is there after an end said late', async () => {
    await tie(over).when('correctStatus', gone).leadsTo(statusCorrected(gone))
    await tie(happened(statusCorrected(gone)).occurred('2026-05-01'))
      .when('end', { by: 'they', how: 'broken-off', why: 'Moved.' }, { at: '2026-04-01T00:00:00.000Z' })
      .leadsTo(ended({ by: 'they', how: 'broken-off', why: 'Moved.' }))
  })
})

describe('a key account', () => {
  const nominated = keyAccountSet({ keyAccount: true })
  it('is nominated once', async () => {
    await tie().when('setKeyAccount', { keyAccount: true }).leadsTo(nominated)
    await tie(nominated).when('setKeyAccount', { keyAccount: true }).changesNothing()
  })
  it('is none once it has ended', async () => {
    await tie(nominated, over).when('setKeyAccount', { keyAccount: true }).refuses('relationship-ended')
    await tie(nominated, over).when('setKeyAccount', { keyAccount: false }).changesNothing()
  })
})

describe('the name of a relationship', () => {
  it('says customer and unit', () => {
    expect(relationship.filedIn(relationship.initial, 'c1.fi-food', basic)).toEqual({
      customers: ['c1'],
      contacts: [],
      unit: 'fi-food',
    })
  })
  it('is refused when it says neither', () => {
    expect(() => relationship.filedIn(relationship.initial, 'c1', basic)).toThrow('named by customer and selling unit')
  })
})

describe('a restated fact', () => {
  it('says what its command may say', async () => {
    const seen = { at: '2026-05-01T00:00:00.000Z' }
    await tie()
      .restating(stageChanged({ from: 'identified', to: 'ended' }), seen)
      .refuses('end-by-ending')
    await tie(over)
      .restating(reopened({ at: 'ended', why: 'They asked.' }))
      .refuses('reopened-as-ended')
    await tie()
      .restating(targetSet({ stage: 'ended' }))
      .refuses('target-not-a-stage')
    await tie()
      .restating(ownerSet({ owner: 'bengt' }))
      .refuses('owner-of-other-unit')
    await tie(over).restating(over).refuses('relationship-ended')
    await tie(over)
      .restating(keyAccountSet({ keyAccount: true }))
      .refuses('relationship-ended')
    await tie().restating(basic, seen).leadsTo(basic)
  })
})
