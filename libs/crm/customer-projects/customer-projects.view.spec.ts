/** What is known of customers' projects after every fact. */
import { describe, it } from '@jest/globals'
import { given, happened, nothing } from '#test/grammar/given.js'
import { customerProjectEvents } from './customer-project.events.js'
import { customerProjects } from './customer-projects.view.js'

const { learned, changed, decided, dropped } = customerProjectEvents

const known = happened(
  learned({
    customer: 'c1',
    unit: 'fi',
    name: 'New wing',
    kind: 'new-build',
    what: 'Sixty rooms.',
    value: { amountMinor: 500, currency: 'EUR', groupMinor: 500 },
    whoDecides: ['p1'],
  }),
).occurred('2026-03-01')

describe("customers' projects", () => {
  it('hold what was learned, and when', () => {
    given(customerProjects, known).shows({
      id: 'r1',
      status: 'open',
      learnedAt: '2026-03-01T00:00:00.000Z',
      learnedOn: '2026-03-01',
      value: { amountMinor: 500, currency: 'EUR', groupMinor: 500 },
      whoDecides: ['p1'],
    })
  })

  it('hold what changed', () => {
    given(customerProjects, known, changed({ decidesOn: '2026-10-01', cleared: ['value', 'whoDecides'] })).shows({
      name: 'New wing',
      decidesOn: '2026-10-01',
      value: undefined,
      whoDecides: [],
    })
  })

  it('hold how they ended', () => {
    const lostToRival = happened(decided({ outcome: 'rival', to: 'Isdom' })).occurred('2026-10-02')
    given(customerProjects, known, lostToRival)
      .shows({ status: 'decided', outcome: 'rival', to: 'Isdom', settledAt: '2026-10-02T00:00:00.000Z' })
      .asOf('2026-10-01')
      .shows({ status: 'open' })
    given(customerProjects, known, dropped({ why: 'No money.' })).shows({ status: 'dropped', why: 'No money.' })
  })

  it('are not there while learning of them is unknown', () => {
    given(customerProjects, changed({}), decided({ outcome: 'ours' }), dropped({})).shows(nothing)
  })
})
