/** Whose an identifier is: every command and every refusal. */
import { describe, it } from '@jest/globals'
import { given, happened } from '#test/grammar/given.js'
import { mergeEvents } from '../merging/merge.events.js'
import { identifier } from './identifier.decider.js'
import { identifierEvents } from './merging/identifier.events.js'

const { claimed, released } = identifierEvents
const claim = { scheme: 'vat-id', value: 'FI12345671', customer: 'c1' } as const

describe('an identifier', () => {
  it('is claimed by one customer', async () => {
    await given(identifier).when('claim', claim).leadsTo(claimed(claim))
    await given(identifier, claimed(claim)).when('claim', claim).changesNothing()
    await given(identifier, claimed(claim))
      .when('claim', { ...claim, customer: 'c2' })
      .refuses('identifier-taken')
  })
  it('is free again once released', async () => {
    await given(identifier, claimed(claim))
      .when('release', { customer: 'c1' })
      .leadsTo(released({ customer: 'c1' }))
    await given(identifier, claimed(claim)).when('release', { customer: 'c2' }).refuses('identifier-not-held')
    await given(identifier, claimed(claim), released({ customer: 'c1' }))
      .when('claim', { ...claim, customer: 'c2' })
      .leadsTo(claimed({ ...claim, customer: 'c2' }))
  })
})

const made = (of: string, into: string) => happened(mergeEvents.made({ into })).of(of).occurred('')

describe('an identifier of a merged record', () => {
  const ofTwin = given(identifier, claimed({ ...claim, customer: 'c2' })).within(made('c2', 'c1'))
  it('is the customer’s', async () => {
    await ofTwin.when('claim', claim).changesNothing()
    await ofTwin.when('claim', { ...claim, customer: 'c3' }).refuses('identifier-taken')
    await ofTwin.when('release', { customer: 'c1' }).leadsTo(released({ customer: 'c2' }))
  })
})

describe('a claim', () => {
  const others = claimed({ ...claim, customer: 'c2' })
  it('of a past day comes before no other claim', async () => {
    await given(identifier, claimed(claim))
      .when('claim', { ...claim, customer: 'c2' }, { at: '2024-01-01T00:00:00.000Z' })
      .refuses('identifier-taken')
    await given(identifier, claimed(claim))
      .when('claim', claim, { at: '2024-01-01T00:00:00.000Z' })
      .leadsTo(claimed(claim))
    await given(identifier, claimed(claim), released({ customer: 'c1' }))
      .when('claim', { ...claim, customer: 'c2' }, { at: '2024-01-01T00:00:00.000Z' })
      .refuses('later-facts-conflict')
  })
  it('is of a customer that is there', () =>
    given(identifier)
      .when('claim', claim, { missing: ['customer-c1'] })
      .refuses('identifier-customer-unknown'))
  it('is restated for another customer or spelling, never for another identifier', async () => {
    await given(identifier).restating(others, { said: claim }).leadsTo(others)
    await given(identifier)
      .restating(claimed({ ...claim, value: 'FI 1234567-1' }), { said: claim })
      .leadsTo(claimed({ ...claim, value: 'FI 1234567-1' }))
    await given(identifier)
      .restating(claimed({ ...claim, value: 'FI99999999' }), { said: claim })
      .refuses('identifier-of-other-name')
    await given(identifier, claimed({ ...claim, customer: 'c3' }))
      .restating(others, { said: claim })
      .refuses('identifier-taken')
  })
})
