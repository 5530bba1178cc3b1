/** What others show of facts that are in a family, whatever slice they are of: here of a slice that nobody knows. */
import { describe, expect, it } from '@jest/globals'
import { defineEvents, Id, type Money, Nested, Optional, Money as Worth } from '#kernel'
import { given, happened, nothing } from '#test/grammar/given.js'
import { customersView } from '../customers/customers.view.js'
import { incomesView } from '../relationships/incomes.view.js'
import { relationships } from '../relationships/relationships.view.js'
import { dealsWith } from './deals-with.js'
import { encounters } from './encounter.js'
import { amountNotStated, income } from './income.js'
import { offer } from './offer.js'

class Tendered {
  @Id('customer') customer!: string
  @Optional() @Nested(Worth) value?: Money
}

const value = { amountMinor: 500, currency: 'EUR', groupMinor: 500 }
const tenderEvents = defineEvents(
  'tender',
  {
    sent: {
      payload: Tendered,
      version: 1,
      examples: [{ customer: 'c1' }],
      families: [offer.of(() => ({ turn: 'opened', value }))],
    },
    raised: {
      payload: Tendered,
      version: 1,
      examples: [{ customer: 'c1' }],
      families: [offer.of(() => ({ value: { ...value, groupMinor: 700 } }))],
    },
    refused: {
      payload: Tendered,
      version: 1,
      examples: [{ customer: 'c1' }],
      families: [offer.of(() => ({ turn: 'decided' }))],
    },
    explained: {
      payload: Tendered,
      version: 1,
      examples: [{ customer: 'c1' }],
      families: [encounters.of(() => ({ kind: 'tender-explained', function: 'sales' as const }))],
    },
  },
  { families: [dealsWith.of(() => true)] },
)
const { sent, raised, refused, explained } = tenderEvents
const told = (event: Parameters<typeof happened>[0]) =>
  happened(event)
    .of('t1')
    .filed({ customers: ['c1'], unit: 'fi' })
const customer = (...facts: ReturnType<typeof told>[]) => given(customersView, ...facts).in('c1')

describe('an income of any slice', () => {
  const keeps = { passiveAfterMonths: 24, lostAfterMonths: 48 }
  class Billed {
    @Optional() @Nested(Worth) value?: Money
  }
  const { sent: billed, credited } = defineEvents('bill', {
    sent: {
      payload: Billed,
      version: 1,
      examples: [{}],
      families: [income.of((said: Billed) => ({ value: said.value, keeps }))],
    },
    credited: { payload: Billed, version: 1, examples: [{}], families: [income.of(() => 'taken-back' as const)] },
  })
  const bill = (...events: Parameters<typeof happened>[0][]) =>
    given(incomesView, ...events.map((event) => told(event).of('b1'))).in('c1')

  it('counts and is drawn in the score, for what it is worth, until it is taken back', () => {
    bill(billed({ value })).shows({ record: 'b1', unit: 'fi', value })
    bill(billed({ value }), credited({})).shows(nothing)
    const counted = { record: 'b1', unit: 'fi', at: '2026-02-01T00:00:00Z', value, valueDay: '2026-02-01' }
    expect(incomesView.draws?.of(counted)).toMatchObject([{ line: 'income', thing: 'b1', unit: 'fi' }])
    expect(incomesView.draws?.of({ ...counted, value: amountNotStated })).toEqual([])
  })
})

describe('an offer of any slice', () => {
  const tender = { customer: 'c1' }
  it('is open at the customer, for what it is worth, until it is decided', () => {
    customer(told(sent(tender))).shows({ openCount: 1, units: ['fi'] })
    customer(told(sent(tender)), told(raised(tender))).shows({ openCount: 1 })
    customer(told(sent(tender)), told(raised(tender)), told(refused(tender))).shows({ openCount: 0 })
  })
})

describe('an encounter of any slice', () => {
  it('is a touch of the customer and of the relationship', () => {
    const met = told(explained({ customer: 'c1' })).occurred('2026-03-01T09:00:00Z')
    customer(met).shows({ lastTouch: '2026-03-01T09:00:00.000Z' })
    given(relationships, met).in('c1').shows({ touches: 1, lastTouch: '2026-03-01T09:00:00.000Z' })
  })
})
