/** What the list of opportunities holds after every fact, and when. */
import { describe, it } from '@jest/globals'
import type { PricedMoney } from '#kernel'
import { given, happened, nothing } from '#test/grammar/given.js'
import { opportunities } from './opportunities.view.js'
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

describe('opportunities', () => {
  it('weigh the value by how likely it is', () => {
    given(opportunities, begun).shows({
      id: 'r1',
      customer: 'c1',
      status: 'open',
      groupMinor: 1001,
      weightedMinor: 501,
      openedAt: '2026-03-01T00:00:00.000Z',
      stageSince: '2026-03-01T00:00:00.000Z',
    })
  })

  it('are not weighed while value or likelihood is unknown', () => {
    given(opportunities, begun, changed({ cleared: ['probability', 'contacts'] })).shows({
      probability: undefined,
      weightedMinor: undefined,
      contacts: [],
    })
    given(opportunities, begun, changed({ value: { amountMinor: 5, currency: 'NOK' } })).shows({
      groupMinor: undefined,
      weightedMinor: undefined,
    })
  })

  it('know since when they are in their stage', () => {
    const moved = happened(stageChanged({ to: 'tendering', probability: 60 })).occurred('2026-04-01')
    given(opportunities, begun, moved, happened(stageChanged({ to: 'tendering' })).occurred('2026-04-09')).shows({
      stage: 'tendering',
      stageSince: '2026-04-01T00:00:00.000Z',
      weightedMinor: 601,
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
      groupMinor: 900,
      weightedMinor: undefined,
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
      .shows({ status: 'open', stage: 'negotiating', wonAt: undefined, weightedMinor: 450 })
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
      .shows({ status: 'won', groupMinor: 800 })
      .knownAt('2026-05-09')
      .shows({ groupMinor: 900 })
    given(opportunities, begun, wonInMay.retracted({ recorded: '2026-05-10' })).shows({
      status: 'open',
      groupMinor: 1001,
    })
  })

  it('are not there while their opening is unknown', () => {
    given(opportunities, wonInMay, happened(reopened({ at: 'negotiating' }))).shows(nothing)
    given(opportunities, begun.retracted({ recorded: '2026-05-10' }), wonInMay).shows(nothing)
  })
})
