/** Every command on a customer's project and every refusal. */
import { describe, it } from '@jest/globals'
import { given, happened } from '#test/grammar/given.js'
import { customerEvents } from '../customers/customer.events.js'
import { customerProject } from './customer-project.decider.js'
import { customerProjectEvents } from './customer-project.events.js'

const { learned, changed, decided, dropped } = customerProjectEvents
const { siteOpened } = customerEvents

const wing = { customer: 'c1', name: 'New wing', kind: 'new-build', what: 'Sixty rooms and a kitchen.' } as const
const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const priced = (amountMinor: number) => ({ ...eur(amountMinor), groupMinor: amountMinor, rateDay: '2026-06-15' })
const known = learned({ ...wing, unit: 'fi', value: priced(500), decidesOn: '2026-10-01' })

describe('learning of a project', () => {
  it("is filed for the recorder's own unit unless told, priced on the day", async () => {
    await given(customerProject)
      .when('learn', { ...wing, value: eur(500) }, 'bengt')
      .leadsTo(learned({ ...wing, unit: 'se', value: priced(500) }))
    await given(customerProject)
      .when('learn', { ...wing, unit: 'fi' }, 'bengt')
      .leadsTo(learned({ ...wing, unit: 'fi' }))
  })
  it('needs an open unit', async () => {
    await given(customerProject)
      .when('learn', { ...wing, unit: 'no' })
      .refuses('customer-project-unit-unknown')
    await given(customerProject).when('learn', wing, 'system:import').refuses('customer-project-unit-unknown')
  })
  it('is filed under the customer and whoever decides', () =>
    given(customerProject)
      .when('learn', { ...wing, whoDecides: ['p1', 'p2'] })
      .filesUnder({ customers: ['c1'], contacts: ['p1', 'p2'], unit: 'fi' }))
  it('needs a customer', () =>
    given(customerProject)
      .when('learn', wing, { missing: ['customer-c1'] })
      .refuses('customer-project-customer-unknown'))
  it('names what is there', async () => {
    const kitchen = happened(siteOpened({ site: 'kitchen', name: 'Kitchen' })).of('c1')
    await given(customerProject)
      .when('learn', { ...wing, site: 'kitchen' })
      .refuses('customer-project-site-unknown')
    await given(customerProject)
      .when('learn', { ...wing, site: 'kitchen' }, { elsewhere: [kitchen] })
      .leadsTo(learned({ ...wing, unit: 'fi', site: 'kitchen' }))
    await given(customerProject)
      .when('learn', { ...wing, whoDecides: ['p1', 'p2'] }, { missing: ['contact-p2'] })
      .refuses('customer-project-contact-unknown')
    await given(customerProject)
      .when('learn', { ...wing, learnedFrom: 't1' }, { missing: ['touchpoint-t1'] })
      .refuses('customer-project-touchpoint-unknown')
    await given(customerProject, known)
      .when('edit', { site: { is: 'kitchen' } })
      .refuses('customer-project-site-unknown')
  })
  it('is worth nothing at least', async () => {
    await given(customerProject)
      .when('learn', { ...wing, value: eur(-5) })
      .refuses('customer-project-value-below-zero')
    await given(customerProject, known)
      .when('edit', { value: { was: eur(500), is: eur(-5) } })
      .refuses('customer-project-value-below-zero')
  })
  it('happens once', () => given(customerProject, known).when('learn', wing).refuses('customer-project-exists'))
})

describe('changing a project', () => {
  it('states what changed and what was emptied', () =>
    given(customerProject, known)
      .when('edit', { decidesOn: { was: '2026-10-01' }, value: { was: eur(500), is: eur(700) } })
      .leadsTo(changed({ value: priced(700), cleared: ['decidesOn'] })))
  it('empties the value too', () =>
    given(customerProject, known, changed({ cleared: ['value'] }))
      .when('edit', { value: { is: eur(700) } })
      .leadsTo(changed({ value: priced(700) })))
  it('changes nothing when all stands there already', () =>
    given(customerProject, known)
      .when('edit', { kind: { was: 'other', is: 'new-build' } })
      .changesNothing())
  it('refuses what somebody else changed meanwhile', () =>
    given(customerProject, known, changed({ decidesOn: '2026-11-01' }))
      .when('edit', { decidesOn: { was: '2026-10-01', is: '2026-12-01' } })
      .refuses('changed-meanwhile'))
  it('keeps name, kind and what it is about', () =>
    given(customerProject, known)
      .when('edit', { what: { was: wing.what } })
      .refuses('customer-project-incomplete'))
  it('needs a project', () => given(customerProject).when('edit', {}).refuses('customer-project-unknown'))
})

describe('how a project ends', () => {
  it('is decided for us, for a rival or for nobody', async () => {
    await given(customerProject, known)
      .when('decide', { outcome: 'rival', to: 'Isdom' })
      .leadsTo(decided({ outcome: 'rival', to: 'Isdom' }))
    await given(customerProject, known)
      .when('decide', { outcome: 'ours' })
      .leadsTo(decided({ outcome: 'ours' }))
  })
  it('names a rival only when one won', () =>
    given(customerProject, known).when('decide', { outcome: 'ours', to: 'Isdom' }).refuses('rival-without-loss'))
  it('is dropped', () =>
    given(customerProject, known)
      .when('drop', { why: 'No money.' })
      .leadsTo(dropped({ why: 'No money.' })))
  it('happens once', async () => {
    await given(customerProject, known, dropped({}))
      .when('decide', { outcome: 'ours' })
      .refuses('customer-project-settled')
    await given(customerProject, known, decided({ outcome: 'ours' }))
      .when('drop')
      .refuses('customer-project-settled')
    await given(customerProject).when('drop').refuses('customer-project-unknown')
  })
})

describe('a restated fact of a project', () => {
  const dear = { ...eur(700), groupMinor: 1, rateDay: '2020-01-01' }
  it('is priced by us', async () => {
    await given(customerProject)
      .restating(learned({ ...wing, unit: 'fi', value: dear }))
      .leadsTo(learned({ ...wing, unit: 'fi', value: priced(700) }))
    await given(customerProject, known)
      .restating(changed({ value: dear }))
      .leadsTo(changed({ value: priced(700) }))
  })
  it('says what its command may say', async () => {
    await given(customerProject)
      .restating(learned({ ...wing, unit: 'no' }), { said: { ...wing, unit: 'fi' } })
      .refuses('customer-project-unit-unknown')
    await given(customerProject, known)
      .restating(changed({ cleared: ['what'] }))
      .refuses('customer-project-incomplete')
    await given(customerProject, known)
      .restating(decided({ outcome: 'ours', to: 'Isdom' }))
      .refuses('rival-without-loss')
  })
})
