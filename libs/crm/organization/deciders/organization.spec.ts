/** What headquarters and managers may do to the organization: every command and every refusal. */
import { describe, it } from '@jest/globals'
import { given, happened } from '#test/grammar/given.js'
import { productEvents, ratesEvents } from '../events/catalogues.events.js'
import { groupEvents } from '../events/group.events.js'
import { memberEvents } from '../events/member.events.js'
import { subsidiaryEvents, unitEvents } from '../events/unit.events.js'
import { groupWith } from './group.decider.js'

const group = groupWith(['promises'])

import { member } from './member.decider.js'
import { product } from './product.decider.js'
import { rates } from './rates.decider.js'
import { subsidiary } from './subsidiary.decider.js'
import { unit } from './unit.decider.js'

describe('the group', () => {
  const founding = { name: 'Pohjola', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' }
  const founded = groupEvents.founded(founding)
  it('is founded once, under whatever id', () => given(group).when('found', founding).refuses('group-founded'))
  it('has no rules before it is there', () =>
    given(group).when('setHistory', { history: 'own' }).refuses('group-unknown'))
  it('says nothing twice', async () => {
    const own = groupEvents.historySet({ history: 'own' })
    const off = groupEvents.sliceSwitched({ slice: 'promises', unit: 'se', on: false })
    await given(group, founded, own).when('setHistory', { history: 'own' }).changesNothing()
    await given(group, founded, off).when('switchSlice', { slice: 'promises', unit: 'se', on: false }).changesNothing()
    await given(group, founded, off)
      .when('switchSlice', { slice: 'promises', unit: 'fi', on: false })
      .leadsTo(groupEvents.sliceSwitched({ slice: 'promises', unit: 'fi', on: false }))
  })
  it('sets its rules', async () => {
    await given(group, founded)
      .when('setLadder', { steps: [{ stage: 'basic' }] })
      .leadsTo(groupEvents.ladderSet({ steps: [{ stage: 'basic' }] }))
    await given(group, founded)
      .when('setLifeCycle', { passiveAfterMonths: 12, lostAfterMonths: 24 })
      .leadsTo(groupEvents.lifeCycleSet({ passiveAfterMonths: 12, lostAfterMonths: 24 }))
    await given(group, founded)
      .when('setHistory', { history: 'own' })
      .leadsTo(groupEvents.historySet({ history: 'own' }))
    await given(group, founded)
      .when('setOwningSystem', { fieldGroup: 'address', system: 'erp' })
      .leadsTo(groupEvents.owningSystemSet({ fieldGroup: 'address', system: 'erp' }))
    await given(group, founded)
      .when('switchSlice', { slice: 'promises', on: false })
      .leadsTo(groupEvents.sliceSwitched({ slice: 'promises', on: false }))
  })
  it('has a ladder with each stage once', () =>
    given(group, founded)
      .when('setLadder', { steps: [{ stage: 'basic' }, { stage: 'basic' }] })
      .refuses('ladder-repeats-stage'))
  it('has one target of each unit at a stage', async () => {
    const fi = { unit: 'fi', target: 3 }
    const steps = [
      { stage: 'basic', units: [fi, { unit: 'se', target: 2 }] },
      { stage: 'cooperative', units: [fi] },
    ]
    await given(group, founded)
      .when('setLadder', { steps })
      .leadsTo(groupEvents.ladderSet({ steps } as never))
    await given(group, founded)
      .when('setLadder', { steps: [{ stage: 'basic', units: [fi, { unit: 'fi', target: 4 }] }] })
      .refuses('ladder-repeats-unit')
  })
  it('loses customers after they were passive', () =>
    given(group, founded)
      .when('setLifeCycle', { passiveAfterMonths: 24, lostAfterMonths: 24 })
      .refuses('lost-before-passive'))
})

describe('a subsidiary', () => {
  const no = { name: 'NO', country: 'NO', currency: 'NOK', timeZone: 'Europe/Oslo', language: 'nb' }
  it('is opened and closed once', async () => {
    await given(subsidiary).when('open', no).leadsTo(subsidiaryEvents.opened(no))
    await given(subsidiary, subsidiaryEvents.opened(no)).when('open', no).refuses('subsidiary-exists')
    await given(subsidiary, subsidiaryEvents.opened(no)).when('close').leadsTo(subsidiaryEvents.closed({}))
    await given(subsidiary).when('close').refuses('subsidiary-not-open')
  })
  it('changes what is another than before', async () => {
    const holidays = [{ day: '2027-05-17', name: 'Grunnlovsdag' }]
    const opened = subsidiaryEvents.opened(no)
    await given(subsidiary, opened)
      .when('change', { holidays, language: 'nb' })
      .leadsTo(subsidiaryEvents.changed({ holidays }))
    await given(subsidiary, opened).when('change', { name: 'NO' }).changesNothing()
    await given(subsidiary).when('change', { holidays }).refuses('subsidiary-not-open')
  })
  it('has hours that end after they begin', async () => {
    const businessHours = { days: ['mon'], opensMinute: 960, closesMinute: 480 }
    await given(subsidiary)
      .when('open', { ...no, businessHours })
      .refuses('hours-end-before-start')
    await given(subsidiary, subsidiaryEvents.opened(no))
      .when('change', { businessHours })
      .refuses('hours-end-before-start')
  })
  it('closes once its units have', () =>
    given(subsidiary, happened(subsidiaryEvents.opened(no)).of('r1'))
      .within(
        happened(unitEvents.opened({ subsidiary: 'r1', name: 'Oslo' }))
          .of('oslo')
          .occurred('2026-01-01'),
      )
      .when('close')
      .refuses('subsidiary-has-open-units'))
})

describe('a selling unit', () => {
  const marine = { subsidiary: 'fi', name: 'Marine' }
  it('is opened, renamed and closed', async () => {
    await given(unit).when('open', marine).leadsTo(unitEvents.opened(marine))
    await given(unit, unitEvents.opened(marine))
      .when('rename', { name: 'Ships' })
      .leadsTo(unitEvents.renamed({ name: 'Ships' }))
    await given(unit, unitEvents.opened(marine))
      .when('rename', { name: 'Marine', brand: 'Meri' })
      .leadsTo(unitEvents.renamed({ name: 'Marine', brand: 'Meri' }))
    await given(unit, unitEvents.opened(marine)).when('rename', { name: 'Marine' }).changesNothing()
    await given(unit, unitEvents.opened(marine)).when('close').leadsTo(unitEvents.closed({}))
  })
  it('is opened once, in a subsidiary that is open', async () => {
    await given(unit, unitEvents.opened(marine)).when('open', marine).refuses('unit-exists')
    await given(unit)
      .when('open', { ...marine, subsidiary: 'no' })
      .refuses('subsidiary-unknown')
  })
  it('is renamed and closed while it is open', async () => {
    await given(unit).when('rename', { name: 'Ships' }).refuses('no-such-unit')
    await given(unit, unitEvents.opened(marine), unitEvents.closed({})).when('close').refuses('no-such-unit')
  })
})

describe('a member', () => {
  const joining = { name: 'Name of juha', function: 'service', unit: 'fi', language: 'fi' } as const
  const joined = memberEvents.joined(joining)
  const grant = { role: 'member', unit: 'fi' } as const
  it('joins a unit that is open, once', async () => {
    await given(member).when('join', joining, 'eero').leadsTo(joined)
    await given(member, joined).when('join', joining, 'eero').refuses('member-exists')
    await given(member)
      .when('join', { ...joining, unit: 'no' }, 'eero')
      .refuses('home-unit-unknown')
  })
  it('has the address of a link that begins a message', () =>
    given(member)
      .when('join', { ...joining, mail: 'mailto:juha@pohjola.example' }, 'eero')
      .leadsTo(memberEvents.joined({ ...joining, mail: 'juha@pohjola.example' })))
  it('changes and leaves', async () => {
    await given(member, joined)
      .when('change', { function: 'sales' }, 'eero')
      .leadsTo(memberEvents.changed({ function: 'sales' }))
    await given(member, joined).when('change', {}, 'eero').changesNothing()
    await given(member, joined).when('leave', {}, 'eero').leadsTo(memberEvents.left({}))
    await given(member, joined, memberEvents.left({})).when('leave', {}, 'eero').refuses('member-unknown')
  })
  it('is not changed into what is already so, or to a unit that is not there', async () => {
    await given(member, joined).when('change', { function: 'service' }, 'eero').changesNothing()
    await given(member, joined).when('change', { unit: 'no' }, 'eero').refuses('home-unit-unknown')
    await given(member, joined)
      .when('grant', { role: 'member', unit: 'no' }, 'system:test')
      .refuses('home-unit-unknown')
    await given(member, joined).when('grant', { role: 'admin', unit: 'fi' }, 'system:test').refuses('role-of-the-group')
  })
  it('signs in by an identity that is nobody else’s, which none may change who could not grant the roles', async () => {
    const taken = happened(memberEvents.changed({ identity: 'S-1' }))
      .of('aino')
      .occurred('2026-02-01')
    await given(member, joined).within(taken).when('change', { identity: 'S-1' }, 'eero').refuses('identity-taken')
    await given(member, joined)
      .within(taken)
      .when('change', { identity: 'S-2' }, 'eero')
      .leadsTo(memberEvents.changed({ identity: 'S-2' }))
    await given(member, joined, memberEvents.roleGranted({ role: 'admin' }))
      .when('change', { identity: 'S-2' }, 'eero')
      .refuses('role-beyond-yours')
  })
  it.each([
    'auth0|5f7c8ec7c33c6c004bbafe82',
    'https://login.example.org/users/Äiti Öhman',
    `spiffe://group/${'x'.repeat(240)}`,
    '名前 様',
    'CN=Öhman, O="Group" + serial=1',
  ])('signs in by whatever an identity provider calls it: %s', async (identity) => {
    await given(member, joined).when('change', { identity }, 'eero').leadsTo(memberEvents.changed({ identity }))
  })
  it('who left joins again by an administrator alone, and nobody under the identity of another', async () => {
    const left = memberEvents.left({})
    await given(member, joined, left).when('join', joining, 'eero').refuses('member-left')
    await given(member, joined, left).when('join', joining, 'system:test').leadsTo(joined)
    const named = happened(memberEvents.changed({ identity: 'r1' }))
      .of('aino')
      .occurred('2026-02-01')
    await given(member).within(named).when('join', joining, 'eero').refuses('identity-taken')
  })
  it('leaves the group with an administrator', async () => {
    const admin = memberEvents.roleGranted({ role: 'admin' })
    const another = happened(admin).of('aino').occurred('2026-02-01')
    for (const [command, body] of [
      ['leave', {}],
      ['withdraw', { role: 'admin' }],
    ] as const) {
      await given(member, joined, admin).when(command, body, 'system:test').refuses('last-administrator')
      const draft = command === 'leave' ? memberEvents.left({}) : memberEvents.roleWithdrawn({ role: 'admin' })
      await given(member, joined, admin).within(another).when(command, body, 'system:test').leadsTo(draft)
    }
  })
  it('is granted roles by a manager of the unit, and loses them', async () => {
    await given(member, joined).when('grant', grant, 'eero').leadsTo(memberEvents.roleGranted(grant))
    await given(member, joined, memberEvents.roleGranted(grant)).when('grant', grant, 'eero').changesNothing()
    await given(member, joined, memberEvents.roleGranted(grant))
      .when('withdraw', grant, 'eero')
      .leadsTo(memberEvents.roleWithdrawn(grant))
    await given(member, joined).when('withdraw', grant, 'eero').changesNothing()
  })
  it('is not granted more than the manager may', async () => {
    await given(member, joined).when('grant', { role: 'steward' }, 'eero').refuses('role-beyond-yours')
    await given(member, joined).when('grant', { role: 'member', unit: 'se' }, 'eero').refuses('role-beyond-yours')
    await given(member, joined).when('grant', grant, 'aino').refuses('role-beyond-yours')
  })
  it('is granted any role by an administrator', () =>
    given(member, joined)
      .within(
        happened(memberEvents.roleGranted({ role: 'admin' }))
          .of('aino')
          .occurred('2026-02-01'),
      )
      .when('grant', { role: 'steward' }, 'aino')
      .leadsTo(memberEvents.roleGranted({ role: 'steward' })))
})

describe('products and rates', () => {
  const listing = { code: 'KR-400', name: 'Cold room', line: 'Cold storage', kind: 'product' } as const
  const listed = productEvents.listed(listing)
  it('are listed, changed and withdrawn', async () => {
    await given(product).when('list', listing).leadsTo(listed)
    await given(product, listed).when('list', listing).refuses('product-exists')
    await given(product, listed)
      .when('change', { line: 'Freezing' })
      .leadsTo(productEvents.changed({ line: 'Freezing' }))
    await given(product, listed).when('change').changesNothing()
    await given(product, listed).when('withdraw').leadsTo(productEvents.withdrawn({}))
    await given(product, listed, productEvents.withdrawn({})).when('withdraw').refuses('product-unknown')
  })
  it('are published once', async () => {
    const day = { day: '2026-03-02', rates: [{ currency: 'SEK', toGroup: '0.0912' }] }
    await given(rates).when('publish', day).leadsTo(ratesEvents.published(day))
    await given(rates, ratesEvents.published(day)).when('publish', day).changesNothing()
  })
  it('are of a day at most a month ahead', async () => {
    const of = (day: string) => ({ day, rates: [{ currency: 'SEK', toGroup: '0.0912' }] })
    await given(rates)
      .when('publish', of('2026-07-16'))
      .leadsTo(ratesEvents.published(of('2026-07-16')))
    await given(rates).when('publish', of('2026-07-17')).refuses('rate-too-far-ahead')
  })
  it('are above zero, of other currencies, each once', async () => {
    const publish = (...published: [string, string][]) =>
      given(rates).when('publish', {
        day: '2026-03-02',
        rates: published.map(([currency, toGroup]) => ({ currency, toGroup })),
      })
    await publish(['SEK', '0']).refuses('rate-not-positive')
    await publish(['SEK', '-0.5']).refuses('rate-not-positive')
    await publish(['SEK', '0.09'], ['SEK', '0.1']).refuses('rate-repeated')
    await publish(['EUR', '1']).refuses('rate-of-own-currency')
  })
})
