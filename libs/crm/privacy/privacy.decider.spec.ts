/** What is withheld about an erased person, and what a steward decides about it. */
import { describe, it } from '@jest/globals'
import { given } from '#test/grammar/given.js'
import { privacy } from './privacy.decider.js'
import { privacyEvents } from './privacy.events.js'

const { withheld, released, redacted, keysDestroyed } = privacyEvents

const of = (contact: string, ...events: string[]) => ({ contact, events, customers: ['acme'], unit: 'fi' })
const grounds = 'not-about-them' as const
const many = Array.from({ length: 250 }, (_, at) => `e${at}`)

describe('withholding', () => {
  it('is done once for the same person and events', () =>
    given(privacy, withheld(of('ilona', 'e1')))
      .when('withhold', of('ilona', 'e1'))
      .changesNothing())
  it('takes what was recorded since', () =>
    given(privacy, withheld(of('ilona', 'e1')))
      .when('withhold', of('ilona', 'e1', 'e2'))
      .leadsTo(withheld(of('ilona', 'e2'))))
  it('leaves what was released, though not for another person', async () => {
    const decided = [withheld(of('ilona', 'e1')), released({ grounds, events: ['e1'] })]
    await given(privacy, ...decided)
      .when('withhold', of('ilona', 'e1'))
      .changesNothing()
    await given(privacy, ...decided)
      .when('withhold', of('sture', 'e1'))
      .leadsTo(withheld(of('sture', 'e1')))
  })
})

describe('destroyed keys', () => {
  const said = { owners: ['contact:ilona'], keys: ['k-1', 'k_2'] }
  it('are said once', async () => {
    await given(privacy).when('destroy', said).leadsTo(keysDestroyed(said))
    await given(privacy, keysDestroyed(said)).when('destroy', said).changesNothing()
  })
  it('are said of those that were not yet', () =>
    given(privacy, keysDestroyed(said))
      .when('destroy', { ...said, keys: ['k_2', 'k-3'] })
      .leadsTo(keysDestroyed({ owners: [], keys: ['k-3'] })))
})

describe('releasing', () => {
  it('shows what waits, not what was decided about before', () =>
    given(privacy, withheld(of('ilona', 'e1')), redacted({ restated: ['e1'] }), withheld(of('sture', 'e2')))
      .when('release', { grounds })
      .leadsTo(released({ grounds, events: ['e2'] })))
  it('shows everything, however much it is', () =>
    given(privacy, withheld(of('ilona', ...many.slice(0, 200))), withheld(of('ilona', ...many.slice(200))))
      .when('release', { grounds })
      .leadsTo(released({ grounds, events: many.slice(0, 200) }), released({ grounds, events: many.slice(200) })))
  it('is for what is withheld', () => given(privacy).when('release', { grounds }).refuses('writing-not-withheld'))
})
