/** What headquarters and managers may do to the organization: every command and every refusal. */
import { describe, it } from '@jest/globals'
import { given, happened } from '#test/grammar/given.js'
import { productEvents, ratesEvents } from '../events/catalogues.events.js'
import { groupEvents } from '../events/group.events.js'
import { memberEvents } from '../events/member.events.js'
import { subsidiaryEvents, unitEvents } from '../events/unit.events.js'
import { group } from './group.decider.js'
import { member } from './member.decider.js'
import { product } from './product.decider.js'
import { rates } from './rates.decider.js'
import { subsidiary } from './subsidiary.decider.js'
import { unit } from './unit.decider.js'

describe('the group', () => {
  const founding = { name: 'Pohjola', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' }
  it('is founded once', async () => {
    await given(group).when('found', founding).leadsTo(groupEvents.founded(founding))
    await given(group, groupEvents.founded(founding)).when('found', founding).refuses('group-founded')
  })
  it('sets its rules', async () => {
    await given(group)
      .when('setLadder', { steps: [{ stage: 'basic' }] })
      .leadsTo(groupEvents.ladderSet({ steps: [{ stage: 'basic' }] }))
    await given(group)
      .when('setLifeCycle', { passiveAfterMonths: 12, lostAfterMonths: 24 })
      .leadsTo(groupEvents.lifeCycleSet({ passiveAfterMonths: 12, lostAfterMonths: 24 }))
    await given(group)
      .when('setHistory', { history: 'own' })
      .leadsTo(groupEvents.historySet({ history: 'own' }))
    await given(group)
      .when('setOwningSystem', { fieldGroup: 'address', system: 'erp' })
      .leadsTo(groupEvents.owningSystemSet({ fieldGroup: 'address', system: 'erp' }))
    await given(group)
      .when('switchSlice', { slice: 'promises', on: false })
      .leadsTo(groupEvents.sliceSwitched({ slice: 'promises', on: false }))
  })
  it('has a ladder with each stage once', () =>
    given(group)
      .when('setLadder', { steps: [{ stage: 'basic' }, { stage: 'basic' }] })
      .refuses('ladder-repeats-stage'))
  it('loses customers after they were passive', () =>
    given(group).when('setLifeCycle', { passiveAfterMonths: 24, lostAfterMonths: 24 }).refuses('lost-before-passive'))
})

describe('a subsidiary', () => {
  const no = { name: 'NO', country: 'NO', currency: 'NOK', timeZone: 'Europe/Oslo', language: 'nb' }
  it('is opened and closed once', async () => {
    await given(subsidiary).when('open', no).leadsTo(subsidiaryEvents.opened(no))
    await given(subsidiary, subsidiaryEvents.opened(no)).when('open', no).refuses('subsidiary-exists')
    await given(subsidiary, subsidiaryEvents.opened(no)).when('close').leadsTo(subsidiaryEvents.closed({}))
    await given(subsidiary).when('close').refuses('subsidiary-not-open')
  })
  it('has a time zone there is', () =>
    given(subsidiary)
      .when('open', { ...no, timeZone: 'Europe/Narvik' })
      .refuses('time-zone-unknown'))
})

describe('a selling unit', () => {
  const marine = { subsidiary: 'fi', name: 'Marine' }
  it('is opened, renamed and closed', async () => {
    await given(unit).when('open', marine).leadsTo(unitEvents.opened(marine))
    await given(unit, unitEvents.opened(marine))
      .when('rename', { name: 'Ships' })
      .leadsTo(unitEvents.renamed({ name: 'Ships' }))
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
  it('changes and leaves', async () => {
    await given(member, joined)
      .when('change', { function: 'sales' }, 'eero')
      .leadsTo(memberEvents.changed({ function: 'sales' }))
    await given(member, joined).when('change', {}, 'eero').changesNothing()
    await given(member, joined).when('leave', {}, 'eero').leadsTo(memberEvents.left({}))
    await given(member, joined, memberEvents.left({})).when('leave', {}, 'eero').refuses('member-unknown')
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
})
