/** Every command on a relationship and every refusal. */
import { describe, expect, it } from '@jest/globals'
import { memberEvents } from '#crm/organization/events/member.events.js'
import { given, happened } from '#test/grammar/given.js'
import { relationship } from './relationship.decider.js'
import { relationshipEvents } from './relationship.events.js'

const { stageChanged, ended, reopened, targetSet, ownerSet, statusCorrected, keyAccountSet } = relationshipEvents

const basic = stageChanged({ from: 'identified', to: 'basic', why: 'Bought at once.' })
const over = ended({ by: 'they', how: 'broken-off', why: 'Frame agreement.' })

describe('changing the stage', () => {
  it('climbs a step without words', () =>
    given(relationship)
      .when('changeStage', { from: 'identified', to: 'exploratory' })
      .leadsTo(stageChanged({ from: 'identified', to: 'exploratory' })))
  it('says why it falls or skips a step', async () => {
    await given(relationship, basic)
      .when('changeStage', { from: 'basic', to: 'exploratory' })
      .refuses('change-without-reason')
    await given(relationship).when('changeStage', { from: 'identified', to: 'basic' }).refuses('change-without-reason')
    await given(relationship, basic)
      .when('changeStage', { from: 'basic', to: 'exploratory', why: 'Nobody answers.' })
      .leadsTo(stageChanged({ from: 'basic', to: 'exploratory', why: 'Nobody answers.' }))
  })
  it('starts from the stage that was seen', () =>
    given(relationship, basic)
      .when('changeStage', { from: 'identified', to: 'exploratory' })
      .refuses('stage-moved-meanwhile'))
  it('goes somewhere', () =>
    given(relationship, basic).when('changeStage', { from: 'basic', to: 'basic' }).refuses('stage-unchanged'))
  it('does not end it', () =>
    given(relationship, basic).when('changeStage', { from: 'basic', to: 'ended' }).refuses('end-by-ending'))
  it('needs one that has not ended', () =>
    given(relationship, over)
      .when('changeStage', { from: 'identified', to: 'exploratory' })
      .refuses('relationship-ended'))
  it('conflicts, when said late, with a change that started elsewhere', () =>
    given(relationship, happened(basic).occurred('2026-05-01'))
      .when('changeStage', { from: 'identified', to: 'exploratory' }, { at: '2026-04-01T00:00:00.000Z' })
      .refuses('later-facts-conflict'))
})

describe('ending and reopening', () => {
  const end = { by: 'they', how: 'broken-off', why: 'Frame agreement.' }
  it('says by whom and why', () => given(relationship, basic).when('end', end).leadsTo(over))
  it('ends once', () => given(relationship, over).when('end', end).refuses('relationship-ended'))
  it('takes up what had ended', () =>
    given(relationship, over)
      .when('reopen', { at: 'exploratory', why: 'They asked.' })
      .leadsTo(reopened({ at: 'exploratory', why: 'They asked.' })))
  it('takes up only what had ended, and not as ended', async () => {
    await given(relationship, basic)
      .when('reopen', { at: 'exploratory', why: 'They asked.' })
      .refuses('relationship-not-ended')
    await given(relationship, over).when('reopen', { at: 'ended', why: 'They asked.' }).refuses('end-by-ending')
  })
})

describe('what is set', () => {
  it('is a target, or none any more', async () => {
    await given(relationship)
      .when('setTarget', { stage: 'basic', by: '2027-06-30' })
      .leadsTo(targetSet({ stage: 'basic', by: '2027-06-30' }))
    await given(relationship).when('setTarget').leadsTo(targetSet({}))
  })
  it('is an owner with others, all of whom are there', async () => {
    await given(relationship)
      .when('setOwner', { owner: 'aino', with: ['bengt'] })
      .leadsTo(ownerSet({ owner: 'aino', with: ['bengt'] }))
    await given(relationship)
      .within(happened(memberEvents.left({})).of('bengt').occurred('2026-02-01'))
      .when('setOwner', { owner: 'aino', with: ['bengt'] })
      .refuses('owner-unknown')
  })
  it('is nothing once it has ended', async () => {
    await given(relationship, over).when('setTarget').refuses('relationship-ended')
    await given(relationship, over).when('setOwner', { owner: 'aino' }).refuses('relationship-ended')
  })
  it('is a status by hand, also after the end', () =>
    given(relationship, over)
      .when('correctStatus', { status: 'lost', why: 'Gone for good.' })
      .leadsTo(statusCorrected({ status: 'lost', why: 'Gone for good.' })))
  it('is a key account, once', async () => {
    await given(relationship)
      .when('setKeyAccount', { keyAccount: true })
      .leadsTo(keyAccountSet({ keyAccount: true }))
    await given(relationship, keyAccountSet({ keyAccount: true }))
      .when('setKeyAccount', { keyAccount: true })
      .changesNothing()
  })
})

describe('the name of a relationship', () => {
  it('says customer and unit', () => {
    expect(relationship.filed(relationship.initial, 'c1.fi-food', basic)).toEqual({
      customers: ['c1'],
      contacts: [],
      unit: 'fi-food',
    })
  })
  it('is refused when it says neither', () => {
    expect(() => relationship.filed(relationship.initial, 'c1', basic)).toThrow('named by customer and selling unit')
  })
})
