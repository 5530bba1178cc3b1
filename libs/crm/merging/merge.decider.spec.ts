/** Which records are one: every command and every refusal. */
import { describe, it } from '@jest/globals'
import { given, happened } from '#test/grammar/given.js'
import { contactEvents } from '../contacts/contact.events.js'
import { contactMerge, merge } from './merge.decider.js'
import { contactMergeEvents, mergeEvents } from './merge.events.js'

const made = (of: string, into: string) => happened(mergeEvents.made({ into })).of(of).occurred('')

describe('merging', () => {
  it('says that two customers are one, once', async () => {
    await given(merge)
      .when('merge', { into: 'c2' }, 'stella')
      .leadsTo(mergeEvents.made({ into: 'c2' }))
    await given(merge, made('r1', 'c2')).when('merge', { into: 'c2' }, 'stella').changesNothing()
    await given(merge, made('r1', 'c2')).when('merge', { into: 'c3' }, 'stella').refuses('merged-already')
  })
  it('needs two customers that are not one already', async () => {
    await given(merge).when('merge', { into: 'r1' }, 'stella').refuses('merge-with-itself')
    await given(merge).within(made('c2', 'r1')).when('merge', { into: 'c2' }, 'stella').refuses('merge-with-itself')
  })
  it.each(['customer-r1', 'customer-c2'])('needs both to be there: not without %s', (stream) =>
    given(merge)
      .when('merge', { into: 'c2' }, { by: 'stella', missing: [stream] })
      .refuses('customer-to-merge-unknown'),
  )
})

describe('merging contacts', () => {
  const registered = (id: string) => happened(contactEvents.registered({ name: id })).of(id)
  const there = [registered('r1'), registered('p2'), registered('p3')]
  const joined = (id: string, into: string) => happened(contactMergeEvents.made({ into })).of(id).occurred('')
  const steward = { by: 'stella', elsewhere: there }

  it('says that two contacts are one, once', async () => {
    await given(contactMerge)
      .when('merge', { into: 'p2' }, steward)
      .leadsTo(contactMergeEvents.made({ into: 'p2' }))
    await given(contactMerge, joined('r1', 'p2')).when('merge', { into: 'p2' }, steward).changesNothing()
    await given(contactMerge, joined('r1', 'p2'))
      .when('merge', { into: 'p3' }, steward)
      .refuses('contact-merged-already')
  })
  it('needs two contacts that are not one already', async () => {
    await given(contactMerge).when('merge', { into: 'r1' }, steward).refuses('contact-merge-with-itself')
    await given(contactMerge)
      .within(joined('p2', 'r1'))
      .when('merge', { into: 'p2' }, steward)
      .refuses('contact-merge-with-itself')
  })
  it('needs both to be there', async () => {
    await given(contactMerge).when('merge', { into: 'p9' }, steward).refuses('contact-to-merge-unknown')
    await given(contactMerge).named('p9').when('merge', { into: 'p2' }, steward).refuses('contact-to-merge-unknown')
  })
  it('is over for who was erased', async () => {
    const erased = happened(contactEvents.erased({ grounds: 'asked' })).of('p2')
    const elsewhere = [...there, erased]
    await given(contactMerge).when('merge', { into: 'p2' }, { by: 'stella', elsewhere }).refuses('person-erased')
    await given(contactMerge)
      .named('p2')
      .when('merge', { into: 'p3' }, { by: 'stella', elsewhere })
      .refuses('person-erased')
    await given(contactMerge)
      .restating(contactMergeEvents.made({ into: 'p2' }), { by: 'stella', elsewhere })
      .refuses('person-erased')
  })
  it('files under both', () =>
    given(contactMerge)
      .when('merge', { into: 'p2' }, steward)
      .filesUnder({ customers: [], contacts: ['p2', 'r1'] }))
})
