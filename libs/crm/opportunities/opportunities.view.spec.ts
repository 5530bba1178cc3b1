/** What the list of opportunities holds after every fact, and when. */
import { describe, expect, it } from '@jest/globals'
import type { PricedMoney } from '#kernel'
import { given, happened, nothing } from '#test/grammar/given.js'
import { type OpportunityDocument, opportunities, worthOfDeal } from './opportunities.view.js'
import { opportunityEvents } from './opportunity.events.js'

const { opened, changed, stageChanged, linesSet, creditShared, won, lost, reopened } = opportunityEvents

const eur = (amountMinor: number): PricedMoney => ({ amountMinor, currency: 'EUR', groupMinor: amountMinor })
const keeps = { passiveAfterMonths: 24, lostAfterMonths: 48 }
const begun = happened(
  opened({
    customer: 'c1',
    unit: 'fi',
    name: 'Cold rooms',
    profile: 'project-sale',
    stage: 'engaging',
    value: eur(1001),
    probability: 50,
    contacts: ['p1'],
  }),
).occurred('2026-03-01')
const wonInMay = happened(won({ value: eur(900), keeps, why: 'Close by.' })).occurred('2026-05-01')

describe('what an opportunity is worth', () => {
  const deal = { value: eur(1001), probability: 50, status: 'open' } as OpportunityDocument
  const worth = ({ currency }: { currency: string }) => (currency === 'NOK' ? 3 : undefined)

  it('is what the fact says, weighed by how likely it is', () => {
    expect(worthOfDeal(deal, worth)).toEqual({ groupMinor: 1001, weightedMinor: 501 })
    expect(worthOfDeal({ ...deal, status: 'won' }, worth)).toEqual({ groupMinor: 1001 })
    expect(worthOfDeal({ ...deal, probability: undefined }, worth)).toEqual({ groupMinor: 1001 })
  })

  it('is what the rates say of what the fact does not value', () => {
    const stated = (currency: string) => ({ ...deal, value: { amountMinor: 5, currency }, valueDay: '2026-04-01' })
    expect(worthOfDeal(stated('NOK'), worth)).toEqual({ groupMinor: 3, weightedMinor: 2 })
    expect(worthOfDeal(stated('JPY'), worth)).toEqual({})
  })
})

describe('opportunities', () => {
  it('hold what was said when they were opened', () => {
    given(opportunities, begun).shows({
      id: 'r1',
      customer: 'c1',
      status: 'open',
      value: eur(1001),
      openedAt: '2026-03-01T00:00:00.000Z',
      stageSince: '2026-03-01T00:00:00.000Z',
    })
  })

  it('keep what is stated of them', () => {
    given(opportunities, begun, changed({ cleared: ['probability', 'contacts'] })).shows({
      probability: undefined,
      contacts: [],
    })
  })

  it('keep of a value that nobody knows a rate for the day whose rate holds', () => {
    const kroner = { amountMinor: 5, currency: 'NOK' }
    const valued = happened(changed({ value: kroner })).occurred('2026-04-01')
    given(opportunities, begun, valued).shows({ value: kroner, valueDay: '2026-04-01' })
    given(opportunities, begun, valued, changed({ value: eur(7) })).shows({ value: eur(7), valueDay: undefined })
    given(opportunities, begun, valued, changed({ cleared: ['value'] })).shows({
      value: undefined,
      valueDay: undefined,
    })
    const price = happened(linesSet({ lines: [{ product: 'kr-400', quantity: '2', price: kroner }] }))
    given(opportunities, begun, price.occurred('2026-05-01')).shows({ linesDay: '2026-05-01' })
  })

  it('know since when they are in their stage', () => {
    const moved = happened(stageChanged({ to: 'tendering', probability: 60 })).occurred('2026-04-01')
    given(opportunities, begun, moved, happened(stageChanged({ to: 'tendering' })).occurred('2026-04-09')).shows({
      stage: 'tendering',
      stageSince: '2026-04-01T00:00:00.000Z',
    })
  })

  it('hold lines and credit', () => {
    const lines = [{ product: 'kr-400', quantity: '2', price: eur(500) }]
    const shares = [{ member: 'aino', unit: 'fi', percent: 100 }]
    given(opportunities, begun, linesSet({ lines }), creditShared({ shares })).shows({ lines, credit: shares })
  })

  it('end won, at the value won', () => {
    given(opportunities, begun, wonInMay).shows({
      status: 'won',
      wonAt: '2026-05-01T00:00:00.000Z',
      value: eur(900),
      why: 'Close by.',
    })
  })

  it('end lost, with the reason', () => {
    given(opportunities, begun, happened(lost({ reason: 'price', to: 'Isdom' })).occurred('2026-05-01')).shows({
      status: 'lost',
      lostAt: '2026-05-01T00:00:00.000Z',
      reason: 'price',
      lostTo: 'Isdom',
    })
  })

  it('are open again once reopened', () => {
    const again = happened(reopened({ at: 'negotiating' })).occurred('2026-06-01')
    given(opportunities, begun, wonInMay, again)
      .shows({ status: 'open', stage: 'negotiating', wonAt: undefined, value: eur(900) })
      .asOf('2026-05-15')
      .shows({ status: 'won' })
  })

  it('show a late win where it belongs, from the day we knew', () => {
    given(opportunities, begun, wonInMay.recorded('2026-07-01'))
      .asOf('2026-05-15')
      .knownAt('2026-06-01')
      .shows({ status: 'open' })
      .knownAt('2026-07-01')
      .shows({ status: 'won' })
  })

  it('show a win restated and taken back', () => {
    const restated = wonInMay.restated({ value: eur(800), keeps }, { recorded: '2026-05-10' })
    given(opportunities, begun, restated)
      .shows({ status: 'won', value: eur(800) })
      .knownAt('2026-05-09')
      .shows({ value: eur(900) })
    given(opportunities, begun, wonInMay.retracted({ recorded: '2026-05-10' })).shows({
      status: 'open',
      value: eur(1001),
    })
  })

  it('are not there while their opening is unknown', () => {
    given(opportunities, wonInMay, happened(reopened({ at: 'negotiating' }))).shows(nothing)
    given(opportunities, begun.retracted({ recorded: '2026-05-10' }), wonInMay).shows(nothing)
  })
})
