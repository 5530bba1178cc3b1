/** Every command on an opportunity and every refusal. */
import { describe, it } from '@jest/globals'
import type { PricedMoney } from '#kernel'
import { given, happened } from '#test/grammar/given.js'
import { groupEvents } from '../organization/events/group.events.js'
import { opportunity } from './opportunity.decider.js'
import { opportunityEvents } from './opportunity.events.js'

const { opened, changed, stageChanged, linesSet, creditShared, won, lost, reopened } = opportunityEvents

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const priced = (amountMinor: number, rateDay = '2026-06-15'): PricedMoney => ({
  ...eur(amountMinor),
  groupMinor: amountMinor,
  rateDay,
})
const keeps = { passiveAfterMonths: 24, lostAfterMonths: 48 }

const hint = { customer: 'c1', unit: 'fi', name: 'Cold rooms', profile: 'project-sale', stage: 'engaging' } as const
const begun = opened({ ...hint, owner: 'aino', value: priced(100_000, '2026-03-01'), probability: 40 })
const wonAlready = won({ value: priced(100_000), keeps })

describe('opening an opportunity', () => {
  it('prices its value on the day', () =>
    given(opportunity)
      .when('open', { ...hint, value: { amountMinor: 1_000_000, currency: 'SEK' } })
      .leadsTo(
        opened({
          ...hint,
          value: { amountMinor: 1_000_000, currency: 'SEK', groupMinor: 90_000, rateDay: '2026-01-01' },
        }),
      ))
  it('takes the local day of the unit', () =>
    given(opportunity)
      .when('open', { ...hint, value: eur(5) }, { at: '2026-02-28T22:30:00.000Z' })
      .leadsTo(opened({ ...hint, value: priced(5, '2026-03-01') })))
  it('leaves the day of the rate out where it happened before everything', () =>
    given(opportunity)
      .when('open', { ...hint, value: eur(5) }, { at: '0000-01-01T00:00:00.000Z' })
      .leadsTo(opened({ ...hint, value: { ...eur(5), groupMinor: 5 } })))
  it('is filed under the customer and the contacts', async () => {
    await given(opportunity)
      .when('open', { ...hint, contacts: ['p1'] })
      .filesUnder({ customers: ['c1'], contacts: ['p1'], unit: 'fi' })
    await given(opportunity, begun)
      .when('edit', { contacts: { is: ['p2'] } })
      .filesUnder({ customers: ['c1'], contacts: ['p2'], unit: 'fi' })
  })
  it('names whom and what is there', async () => {
    await given(opportunity)
      .when('open', { ...hint, contacts: ['p1'] }, { missing: ['contact-p1'] })
      .refuses('opportunity-contact-unknown')
    await given(opportunity)
      .when('open', { ...hint, customerProject: 'x1' }, { missing: ['customerproject-x1'] })
      .refuses('opportunity-project-unknown')
    await given(opportunity)
      .when('open', { ...hint, value: eur(-1) })
      .refuses('value-below-zero')
  })
  it('needs a customer that is there', () =>
    given(opportunity)
      .when('open', hint, { missing: ['customer-c1'] })
      .refuses('opportunity-customer-unknown'))
  it('needs a stage of its profile', () =>
    given(opportunity)
      .when('open', { ...hint, profile: 'product-sale', stage: 'tendering' })
      .refuses('stage-of-other-profile'))
  it('needs an open unit', () =>
    given(opportunity)
      .when('open', { ...hint, unit: 'no' })
      .refuses('opportunity-unit-unknown'))
  it('needs an owner who is there', () =>
    given(opportunity)
      .when('open', { ...hint, owner: 'nobody' })
      .refuses('opportunity-member-unknown'))
  it('needs a product that is listed', () =>
    given(opportunity)
      .when('open', { ...hint, product: 'kr-900' })
      .refuses('opportunity-product-unknown'))
  it('happens once', () => given(opportunity, begun).when('open', hint).refuses('opportunity-exists'))
})

describe('editing an opportunity', () => {
  it('states what changed and what was emptied', () =>
    given(opportunity, begun)
      .when('edit', { name: { was: 'Cold rooms', is: 'Cold rooms and freezer' }, probability: { was: 40 } })
      .leadsTo(changed({ name: 'Cold rooms and freezer', cleared: ['probability'] })))
  it('prices a new value on the day of the change', () =>
    given(opportunity, begun)
      .when('edit', { value: { was: { currency: 'EUR', amountMinor: 100_000 }, is: eur(120_000) } })
      .leadsTo(changed({ value: priced(120_000) })))
  it('changes nothing when all stands there already', () =>
    given(opportunity, begun)
      .when('edit', { owner: { was: 'bengt', is: 'aino' } })
      .changesNothing())
  it('refuses what somebody else changed meanwhile', () =>
    given(opportunity, begun, changed({ owner: 'bengt' }))
      .when('edit', { owner: { was: 'aino', is: 'eero' } })
      .refuses('changed-meanwhile'))
  it('keeps a name', () =>
    given(opportunity, begun)
      .when('edit', { name: { was: 'Cold rooms' } })
      .refuses('opportunity-without-name'))
  it('needs a new owner who is there', () =>
    given(opportunity, begun)
      .when('edit', { owner: { was: 'aino', is: 'nobody' } })
      .refuses('opportunity-member-unknown'))
  it('needs a new product that is listed', () =>
    given(opportunity, begun)
      .when('edit', { product: { is: 'kr-900' } })
      .refuses('opportunity-product-unknown'))
  it('needs an opportunity', () => given(opportunity).when('edit', {}).refuses('opportunity-unknown'))
  it('is over once it is won', () =>
    given(opportunity, begun, wonAlready)
      .when('edit', { product: { is: 'kr-400' } })
      .refuses('opportunity-not-open'))
})

describe('moving an opportunity on', () => {
  it('takes a stage of its profile', () =>
    given(opportunity, begun)
      .when('changeStage', { to: 'tendering', probability: 50 })
      .leadsTo(stageChanged({ to: 'tendering', probability: 50 })))
  it('changes nothing where it stands already', () =>
    given(opportunity, begun).when('changeStage', { to: 'engaging', probability: 40 }).changesNothing())
  it('refuses a stage of another profile', () =>
    given(opportunity, begun).when('changeStage', { to: 'needs-agreed' }).refuses('stage-of-other-profile'))
  it('refuses to move what was lost', () =>
    given(opportunity, begun, lost({})).when('changeStage', { to: 'tendering' }).refuses('opportunity-not-open'))
  it('may come late, before a win that stays possible', () =>
    given(opportunity, happened(begun).occurred('2026-03-01'), happened(wonAlready).occurred('2026-05-01'))
      .when('changeStage', { to: 'tendering' }, { at: '2026-04-01T00:00:00.000Z' })
      .leadsTo(stageChanged({ to: 'tendering' })))
})

describe('setting lines', () => {
  const line = { product: 'kr-400', quantity: '2.5' }
  it('prices each', () =>
    given(opportunity, begun)
      .when('setLines', { lines: [{ ...line, price: eur(800) }] })
      .leadsTo(linesSet({ lines: [{ ...line, price: priced(800) }] })))
  it('lets the value follow', () =>
    given(opportunity, begun)
      .when('setLines', { lines: [{ ...line, price: eur(801) }], valueFollows: true })
      .leadsTo(linesSet({ lines: [{ ...line, price: priced(801) }] }), changed({ value: priced(2003) })))
  it('leaves a value that is the sum already', () =>
    given(opportunity, begun)
      .when('setLines', { lines: [{ product: 'kr-400', quantity: '1', price: eur(100_000) }], valueFollows: true })
      .leadsTo(linesSet({ lines: [{ product: 'kr-400', quantity: '1', price: priced(100_000) }] })))
  it('refuses a sum that cannot be counted', () =>
    given(opportunity, begun)
      .when('setLines', {
        lines: [{ product: 'kr-400', quantity: '999999999999999', price: eur(1_000_000_000_000_000) }],
        valueFollows: true,
      })
      .refuses('amount-too-large'))
  it('refuses a sum over several currencies', () =>
    given(opportunity, begun)
      .when('setLines', {
        lines: [
          { ...line, price: eur(1) },
          { ...line, price: { amountMinor: 1, currency: 'SEK' } },
        ],
        valueFollows: true,
      })
      .refuses('lines-in-several-currencies'))
  it('needs listed products', () =>
    given(opportunity, begun)
      .when('setLines', { lines: [{ product: 'kr-900', quantity: '1', price: eur(1) }] })
      .refuses('opportunity-product-unknown'))
})

describe('sharing the credit', () => {
  const aino = { member: 'aino', unit: 'fi', percent: 70 }
  const bengt = { member: 'bengt', unit: 'se', percent: 30 }
  it('goes over members and units, also after the win', () =>
    given(opportunity, begun, wonAlready)
      .when('shareCredit', { shares: [aino, bengt] })
      .leadsTo(creditShared({ shares: [aino, bengt] })))
  it('says nothing twice', () =>
    given(opportunity, begun, creditShared({ shares: [aino, bengt] }))
      .when('shareCredit', { shares: [aino, bengt] })
      .changesNothing())
  it('makes the whole', () =>
    given(opportunity, begun)
      .when('shareCredit', { shares: [aino] })
      .refuses('credit-not-whole'))
  it('gives each one share', () =>
    given(opportunity, begun)
      .when('shareCredit', { shares: [aino, { ...aino, percent: 30 }] })
      .refuses('credit-repeated'))
  it('needs members who are there', () =>
    given(opportunity, begun)
      .when('shareCredit', { shares: [aino, { ...bengt, member: 'nobody' }] })
      .refuses('opportunity-member-unknown'))
  it('needs open units', () =>
    given(opportunity, begun)
      .when('shareCredit', { shares: [aino, { ...bengt, unit: 'no' }] })
      .refuses('opportunity-unit-unknown'))
  it('is over once it is lost', () =>
    given(opportunity, begun, lost({}))
      .when('shareCredit', { shares: [aino, bengt] })
      .refuses('opportunity-not-open'))
})

describe('winning', () => {
  it('takes the value it has, priced on the day, and how long the income keeps', () =>
    given(opportunity, begun)
      .when('win', { why: 'Service close by.' })
      .leadsTo(won({ value: priced(100_000), keeps, why: 'Service close by.' })))
  it('takes the rule of its day', () =>
    given(opportunity, happened(begun).occurred('2026-03-01'))
      .within(
        happened(groupEvents.lifeCycleSet({ passiveAfterMonths: 12, lostAfterMonths: 36 }))
          .of('group')
          .occurred('2026-05-01'),
      )
      .when('win', {}, { at: '2026-04-01T10:00:00.000Z' })
      .leadsTo(won({ value: priced(100_000, '2026-04-01'), keeps })))
  it('takes the value stated', () =>
    given(opportunity, opened(hint))
      .when('win', { value: eur(7) })
      .leadsTo(won({ value: priced(7), keeps })))
  it('is worth more than nothing', async () => {
    await given(opportunity, opened(hint))
      .when('win', { value: eur(-7) })
      .refuses('value-below-zero')
    await given(opportunity, opened(hint))
      .when('win', { value: eur(0) })
      .refuses('win-worth-nothing')
  })
  it('may be a win of unknown worth', () => given(opportunity, opened(hint)).when('win').leadsTo(won({ keeps })))
  it('happens once', () => given(opportunity, begun, wonAlready).when('win').refuses('opportunity-not-open'))
  it('conflicts with a loss recorded for a later day', () =>
    given(opportunity, happened(begun).occurred('2026-03-01'), happened(lost({})).occurred('2026-05-01'))
      .when('win', {}, { at: '2026-04-01T10:00:00.000Z' })
      .refuses('later-facts-conflict'))
})

describe('losing', () => {
  it('says why and to whom', () =>
    given(opportunity, begun)
      .when('lose', { reason: 'price', to: 'Isdom' })
      .leadsTo(lost({ reason: 'price', to: 'Isdom' })))
  it('needs an open opportunity', () =>
    given(opportunity, begun, wonAlready).when('lose').refuses('opportunity-not-open'))
})

describe('reopening', () => {
  it('takes up what was won or lost', async () => {
    await given(opportunity, begun, wonAlready)
      .when('reopen', { at: 'negotiating' })
      .leadsTo(reopened({ at: 'negotiating' }))
    await given(opportunity, begun, lost({}))
      .when('reopen', { at: 'negotiating' })
      .leadsTo(reopened({ at: 'negotiating' }))
  })
  it('needs an end', () =>
    given(opportunity, begun).when('reopen', { at: 'negotiating' }).refuses('opportunity-still-open'))
  it('takes a stage of its profile', () =>
    given(opportunity, begun, lost({})).when('reopen', { at: 'offered' }).refuses('stage-of-other-profile'))
  it('needs an opportunity', () => given(opportunity).when('reopen', { at: 'offered' }).refuses('opportunity-unknown'))
})
