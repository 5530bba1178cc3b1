/** Every command on the register of a customer and every refusal. */
import { describe, it } from '@jest/globals'
import { given } from '#test/grammar/given.js'
import { customer } from './customer.decider.js'
import { customerEvents } from './customer.events.js'

const {
  registered,
  profileChanged,
  parentSet,
  siteOpened,
  siteClosed,
  linked,
  contradicted,
  contradictionResolved,
  duplicateSuspected,
  duplicateDismissed,
} = customerEvents

const hotel = registered({ name: 'Hotelli Merituuli', city: 'Turku' })

describe('registering', () => {
  it('needs a name alone', () =>
    given(customer)
      .when('register', { name: 'Isdom' })
      .leadsTo(registered({ name: 'Isdom' })))
  it('happens once', () => given(customer, hotel).when('register', { name: 'Isdom' }).refuses('customer-exists'))
})

describe('editing', () => {
  it('states what changed and what was emptied', () =>
    given(customer, hotel)
      .when('edit', { employees: { is: 140 }, city: { was: 'Turku' } })
      .leadsTo(profileChanged({ employees: 140, cleared: ['city'] })))
  it('changes nothing when all stands there already', () =>
    given(customer, hotel)
      .when('edit', { city: { was: 'Naantali', is: 'Turku' } })
      .changesNothing())
  it('refuses what somebody else changed meanwhile', () =>
    given(customer, hotel, profileChanged({ city: 'Naantali' }))
      .when('edit', { city: { was: 'Turku', is: 'Raisio' } })
      .refuses('changed-meanwhile'))
  it('keeps a name', () =>
    given(customer, hotel)
      .when('edit', { name: { was: 'Hotelli Merituuli' } })
      .refuses('customer-without-name'))
  it('needs a customer', () => given(customer).when('edit', {}).refuses('customer-unknown'))
})

describe('belonging to another', () => {
  it('is set, cleared and not repeated', async () => {
    await given(customer, hotel)
      .when('setParent', { parent: 'c2' })
      .leadsTo(parentSet({ parent: 'c2' }))
    await given(customer, hotel, parentSet({ parent: 'c2' }))
      .when('setParent')
      .leadsTo(parentSet({}))
    await given(customer, hotel, parentSet({ parent: 'c2' }))
      .when('setParent', { parent: 'c2' })
      .changesNothing()
  })
  it('needs another that is there', async () => {
    await given(customer, hotel).when('setParent', { parent: 'r1' }).refuses('parent-is-itself')
    await given(customer, hotel)
      .when('setParent', { parent: 'c2' }, { missing: ['customer-c2'] })
      .refuses('parent-unknown')
  })
})

describe('sites and links', () => {
  const kitchen = { site: 'main-kitchen', name: 'Main kitchen' }
  it('are added once', async () => {
    await given(customer, hotel).when('openSite', kitchen).leadsTo(siteOpened(kitchen))
    await given(customer, hotel, siteOpened(kitchen)).when('openSite', kitchen).changesNothing()
    const erp = { system: 'erp', record: '10045' }
    await given(customer, hotel).when('link', erp).leadsTo(linked(erp))
    await given(customer, hotel, linked(erp)).when('link', erp).changesNothing()
  })
  it('are closed when they are there', async () => {
    await given(customer, hotel, siteOpened(kitchen))
      .when('closeSite', { site: 'main-kitchen' })
      .leadsTo(siteClosed({ site: 'main-kitchen' }))
    await given(customer, hotel).when('closeSite', { site: 'main-kitchen' }).refuses('site-unknown')
  })
})

describe('contradictions and duplicates', () => {
  const said = { fieldGroup: 'address', field: 'city', ours: 'Turku', theirs: 'Naantali', system: 'erp' } as const
  const settled = { contradiction: 'e1', takenOver: true }
  it('are kept by anybody and settled by a steward', async () => {
    await given(customer, hotel).when('contradict', said).leadsTo(contradicted(said))
    await given(customer, hotel, contradicted(said))
      .when('resolveContradiction', settled, 'stella')
      .leadsTo(contradictionResolved(settled))
    await given(customer, hotel, contradicted(said)).when('resolveContradiction', settled).refuses('not-allowed')
    await given(customer, hotel, contradicted(said), contradictionResolved(settled))
      .when('resolveContradiction', { contradiction: 'e1', takenOver: false }, 'stella')
      .refuses('contradiction-unknown')
  })
  it('are suspected and dismissed once', async () => {
    const suspected = duplicateSuspected({ of: 'c2', because: 'name' })
    await given(customer, hotel).when('suspectDuplicate', { of: 'c2', because: 'name' }).leadsTo(suspected)
    await given(customer, hotel, suspected).when('suspectDuplicate', { of: 'c2', because: 'import' }).changesNothing()
    await given(customer, hotel, suspected)
      .when('dismissDuplicate', { of: 'c2' })
      .leadsTo(duplicateDismissed({ of: 'c2' }))
    await given(customer, hotel).when('dismissDuplicate', { of: 'c2' }).changesNothing()
  })
})
