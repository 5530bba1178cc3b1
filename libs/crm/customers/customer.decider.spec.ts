/** Every command on the register of a customer and every refusal. */
import { describe, it } from '@jest/globals'
import { given, happened } from '#test/grammar/given.js'
import { mergeEvents } from '../merging/merge.events.js'
import { groupEvents } from '../organization/events/group.events.js'
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

/** What was said of a record that is merged into r1, and that it is. */
const twin = (event: Parameters<typeof happened>[0]) => happened(event).of('c2')
const merged = (of: string, into = 'r1') => happened(mergeEvents.made({ into })).of(of).occurred('')

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
  it.each(['merituuli.example', 'https://merituuli.example/a?b', 'HTTP://merituuli.example', 'merituuli.example:8080'])(
    'takes the website %j',
    (website) =>
      given(customer, hotel)
        .when('edit', { website: { is: website } })
        .leadsTo(profileChanged({ website })),
  )
  it.each(['javascript:alert(1)', ' JavaScript:1', 'javascript:1/alert(1)', 'data:text/html,x', 'file:///etc/passwd'])(
    'refuses the website %j',
    async (website) => {
      const code = 'website-of-other-scheme'
      await given(customer, hotel)
        .when('edit', { website: { is: website } })
        .refuses(code)
      await given(customer).when('register', { name: 'Hotelli Kuura', website }).refuses(code)
    },
  )
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
    const below = (id: string, parent: string) => happened(parentSet({ parent })).of(id)
    await given(customer, hotel)
      .when('setParent', { parent: 'c3' }, { elsewhere: [below('c2', 'r1'), below('c3', 'c2')] })
      .refuses('parent-closes-circle')
    await given(customer, hotel)
      .when('setParent', { parent: 'c3' }, { elsewhere: [below('c2', 'c4'), below('c3', 'c2'), below('c4', 'c3')] })
      .leadsTo(parentSet({ parent: 'c3' }))
    await given(customer, hotel)
      .restating(parentSet({ parent: 'c2' }), { elsewhere: [below('c2', 'r1')] })
      .refuses('parent-closes-circle')
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
      .leadsTo(contradictionResolved(settled), profileChanged({ city: 'Naantali' }))
    await given(customer, hotel, contradicted(said))
      .when('resolveContradiction', { ...settled, takenOver: false }, 'stella')
      .leadsTo(contradictionResolved({ ...settled, takenOver: false }))
    await given(customer, hotel, contradicted(said)).when('resolveContradiction', settled).refuses('not-allowed')
    await given(customer, hotel, contradicted(said), contradictionResolved(settled))
      .when('resolveContradiction', { contradiction: 'e1', takenOver: false }, 'stella')
      .refuses('contradiction-unknown')
  })
  it('are of fields there are, say what we hold, and stand once', async () => {
    await given(customer, hotel)
      .when('contradict', { ...said, ours: 'Rauma' })
      .leadsTo(contradicted(said))
    await given(customer, hotel)
      .when('contradict', { ...said, field: 'citty' })
      .refuses('contradiction-of-no-field')
    await given(customer, hotel)
      .when('contradict', { ...said, fieldGroup: 'size' })
      .refuses('contradiction-of-no-field')
    await given(customer, hotel, contradicted(said)).when('contradict', said).changesNothing()
  })
  it('are taken over as values of their field', async () => {
    const staff = { ...said, fieldGroup: 'size', field: 'employees', ours: '120', theirs: '140' } as const
    const many = registered({ name: 'Hotelli Merituuli', employees: 120 })
    await given(customer, many, contradicted(staff))
      .when('resolveContradiction', settled, 'stella')
      .leadsTo(contradictionResolved(settled), profileChanged({ employees: 140 }))
    await given(customer, many, contradicted({ ...staff, theirs: 'about 140' }))
      .when('resolveContradiction', settled, 'stella')
      .refuses('contradiction-without-value')
  })
  it('are suspected of another that is there', async () => {
    await given(customer, hotel).when('suspectDuplicate', { of: 'r1', because: 'name' }).refuses('duplicate-of-itself')
    await given(customer, hotel)
      .when('suspectDuplicate', { of: 'c2', because: 'name' }, { missing: ['customer-c2'] })
      .refuses('duplicate-unknown')
  })
  it('are suspected and dismissed once', async () => {
    const suspected = duplicateSuspected({ of: 'c2', because: 'name' })
    await given(customer, hotel).when('suspectDuplicate', { of: 'c2', because: 'name' }).leadsTo(suspected)
    await given(customer, hotel, suspected).when('suspectDuplicate', { of: 'c2', because: 'import' }).changesNothing()
    await given(customer, hotel, suspected)
      .when('dismissDuplicate', { of: 'c2' })
      .leadsTo(duplicateDismissed({ of: 'c2' }))
    await given(customer, hotel, duplicateDismissed({ of: 'c2' }))
      .when('dismissDuplicate', { of: 'c2' })
      .changesNothing()
  })
})

describe('a customer with a record merged into it', () => {
  const together = (...more: Parameters<typeof given>[1][]) =>
    given(customer, hotel, twin(registered({ name: 'Hotel', city: 'Rauma', website: 'hotel.fi' })), ...more).within(
      merged('c2'),
    )

  it('is edited as it shows: its own fields, and the gaps that the record fills', async () => {
    await together()
      .when('edit', { website: { was: 'hotel.fi', is: 'hotelli.fi' } })
      .leadsTo(profileChanged({ website: 'hotelli.fi' }))
    await together()
      .when('edit', { website: { was: 'hotel.fi' } })
      .leadsTo(profileChanged({ cleared: ['website'] }))
    await together()
      .when('edit', { city: { was: 'Rauma', is: 'Pori' } })
      .refuses('changed-meanwhile')
    await together()
      .when('edit', { city: { was: 'Turku', is: 'Pori' } })
      .leadsTo(profileChanged({ city: 'Pori' }))
  })

  it('has the parent of the record, if none of its own', async () => {
    const under = twin(parentSet({ parent: 'c9' }))
    await together(under).when('setParent', {}).leadsTo(parentSet({}))
    await together(under).when('setParent', { parent: 'c9' }).changesNothing()
    await together(under, parentSet({})).when('setParent', {}).changesNothing()
  })

  it('is not under itself, by whichever id', async () => {
    await together().when('setParent', { parent: 'c2' }).refuses('parent-is-itself')
    await together(twin(parentSet({ parent: 'r1' })))
      .when('setParent', {})
      .changesNothing()
  })

  it('takes a parent for the same under each of its ids', () =>
    given(customer, hotel, parentSet({ parent: 'c8' }))
      .within(merged('c8', 'c9'))
      .when('setParent', { parent: 'c9' })
      .changesNothing())

  it('keeps the sites of both, and closes the one that is meant', async () => {
    const kitchen = { site: 'kitchen', name: 'Kitchen' }
    const theirs = twin(siteOpened(kitchen))
    await together(theirs)
      .when('closeSite', { site: 'kitchen' })
      .leadsTo(siteClosed({ site: 'kitchen', record: 'c2' }))
    await together(theirs, siteOpened(kitchen))
      .when('closeSite', { site: 'kitchen' })
      .leadsTo(siteClosed({ site: 'kitchen' }))
    await together(theirs, siteOpened(kitchen))
      .when('closeSite', { site: 'kitchen', record: 'c2' })
      .leadsTo(siteClosed({ site: 'kitchen', record: 'c2' }))
    await together(theirs, siteClosed({ site: 'kitchen', record: 'c2' }))
      .when('closeSite', { site: 'kitchen' })
      .refuses('site-unknown')
  })

  it('changes a site where it is kept', async () => {
    const kitchen = { site: 'kitchen', name: 'Kitchen' }
    await together(twin(siteOpened(kitchen)))
      .when('openSite', { ...kitchen, city: 'Turku' })
      .leadsTo(siteOpened({ ...kitchen, city: 'Turku', record: 'c2' }))
    await together(twin(siteOpened(kitchen)))
      .when('openSite', kitchen)
      .changesNothing()
    await together()
      .when('openSite', { ...kitchen, record: 'c2' })
      .refuses('site-unknown')
  })

  it('settles what contradicts the record', () => {
    const said = { fieldGroup: 'address', field: 'city', ours: 'Rauma', theirs: 'Pori', system: 'erp' } as const
    const settled = { contradiction: 'e2', takenOver: false }
    return together(twin(contradicted(said)))
      .when('resolveContradiction', settled, 'stella')
      .leadsTo(contradictionResolved(settled))
  })

  it('is no duplicate of itself, nor twice of another', async () => {
    await together().when('suspectDuplicate', { of: 'c2', because: 'name' }).changesNothing()
    const suspected = given(customer, hotel, duplicateSuspected({ of: 'c8', because: 'name' })).within(
      merged('c8', 'c9'),
    )
    await suspected.when('suspectDuplicate', { of: 'c9', because: 'name' }).changesNothing()
    await suspected.when('dismissDuplicate', { of: 'c9' }).leadsTo(duplicateDismissed({ of: 'c8' }))
  })

  it('is registered once', () =>
    given(customer, twin(registered({ name: 'Hotel' })))
      .within(merged('c2'))
      .when('register', { name: 'Hotelli' })
      .leadsTo(registered({ name: 'Hotelli' })))
})

describe('a field that another system owns', () => {
  const owned = happened(groupEvents.owningSystemSet({ fieldGroup: 'address', system: 'erp' }))
    .of('group')
    .occurred('2026-02-01')
  const moved = { city: { was: 'Turku', is: 'Pori' } }
  const said = { fieldGroup: 'address', field: 'city', ours: 'Turku', theirs: 'Pori', system: 'kumppani' } as const

  it('keeps what people say of it as a contradiction, beside the rest of the change', async () => {
    await given(customer, hotel)
      .within(owned)
      .when('edit', { ...moved, employees: { is: 5 } })
      .leadsTo(profileChanged({ employees: 5 }), contradicted(said))
    await given(customer, hotel, contradicted(said)).within(owned).when('edit', moved).changesNothing()
  })
  it('is changed by its owner', async () => {
    await given(customer, hotel)
      .within(owned)
      .when('edit', moved, { from: 'erp' })
      .leadsTo(profileChanged({ city: 'Pori' }))
    await given(customer, hotel)
      .within(owned)
      .when('edit', moved, { from: 'crm' })
      .leadsTo(contradicted({ ...said, system: 'crm' }))
  })
  it('is filled by anybody while nothing is held, and emptied by its owner alone', async () => {
    await given(customer, hotel)
      .within(owned)
      .when('edit', { street: { is: 'Satamakatu 1' } })
      .leadsTo(profileChanged({ street: 'Satamakatu 1' }))
    await given(customer, hotel)
      .within(owned)
      .when('edit', { city: { was: 'Turku' } })
      .refuses('owned-elsewhere')
  })
})
