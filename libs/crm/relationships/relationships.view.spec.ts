/** How income makes the status of a relationship, and what no longer counts. */
import { describe, it } from '@jest/globals'
import { given, happened } from '#test/grammar/given.js'
import { opportunityEvents } from '../opportunities/opportunity.events.js'
import { relationshipEvents } from './relationship.events.js'
import { relationships } from './relationships.view.js'

const win = (of: string, day: string, groupMinor = 100) =>
  happened(
    opportunityEvents.won({
      value: { amountMinor: groupMinor, currency: 'EUR', groupMinor },
      keeps: { passiveAfterMonths: 24, lostAfterMonths: 48 },
    }),
  )
    .of(of)
    .occurred(day)
const reopening = (of: string, day: string) =>
  happened(opportunityEvents.reopened({ at: 'negotiating' }))
    .of(of)
    .occurred(day)

describe('the status by income', () => {
  it('is one-off after the first and continuing after the second within the window', () => {
    given(relationships, win('o1', '2024-03-01'), win('o2', '2025-03-01', 50))
      .shows({ status: 'continuing', incomes: 2, income: { groupMinor: 150 }, passiveFrom: '2027-03-01' })
      .asOf('2024-12-31')
      .shows({ status: 'one-off', incomes: 1, passiveFrom: '2026-03-01', lostFrom: '2028-03-01' })
  })

  it('is one-off again after an income outside the window', () => {
    given(relationships, win('o1', '2022-03-01'), win('o2', '2024-03-01')).shows({ status: 'one-off', incomes: 2 })
  })

  it('no longer counts a win that is taken up again', () => {
    given(relationships, win('o1', '2024-03-01'), win('o2', '2025-03-01'), reopening('o2', '2025-04-01'))
      .shows({ status: 'one-off', incomes: 1, income: { groupMinor: 100 }, lastIncome: '2024-03-01' })
      .asOf('2025-03-15')
      .shows({ status: 'continuing', incomes: 2 })
    given(relationships, win('o1', '2024-03-01'), reopening('o1', '2024-04-01')).shows({
      status: 'prospect',
      incomes: 0,
      income: { groupMinor: 0 },
      lastIncome: undefined,
      passiveFrom: undefined,
    })
  })

  it('counts it once when it is won again', () => {
    given(relationships, win('o1', '2024-03-01'), reopening('o1', '2024-04-01'), win('o1', '2024-06-01', 80)).shows({
      status: 'one-off',
      incomes: 1,
      income: { groupMinor: 80 },
      lastIncome: '2024-06-01',
    })
  })

  it('no longer counts a win that is taken back', () => {
    given(relationships, win('o1', '2024-03-01'), win('o2', '2025-03-01').retracted({ recorded: '2025-05-01' }))
      .shows({ status: 'one-off', incomes: 1 })
      .knownAt('2025-04-30')
      .shows({ status: 'continuing', incomes: 2 })
  })

  it('follows a correction by hand until the next income, whatever was taken up meanwhile', () => {
    const corrected = happened(relationshipEvents.statusCorrected({ status: 'continuing', why: 'Through a dealer.' }))
      .of('c1.fi')
      .occurred('2024-05-01')
    given(relationships, win('o1', '2024-03-01'), corrected, reopening('o1', '2024-06-01'))
      .shows({ status: 'continuing', incomes: 0, passiveFrom: undefined })
      .asOf('2024-04-01')
      .shows({ status: 'one-off' })
    given(relationships, win('o1', '2021-03-01'), corrected, win('o2', '2024-06-01')).shows({ status: 'one-off' })
  })
})

describe('an income before every day known', () => {
  it('counts, and says nothing of when it will be over', () => {
    given(relationships, win('o1', '')).shows({
      status: 'one-off',
      incomes: 1,
      schedule: [{ from: '', status: 'one-off' }],
      lastIncome: undefined,
      passiveFrom: undefined,
      lostFrom: undefined,
    })
    given(relationships, win('o1', ''), win('o2', '')).shows({ status: 'continuing', incomes: 2 })
  })

  it('lies outside the window of the next', () => {
    given(relationships, win('o1', ''), win('o2', '2024-03-01')).shows({
      status: 'one-off',
      incomes: 2,
      lastIncome: '2024-03-01',
      passiveFrom: '2026-03-01',
    })
  })
})

describe('a stage that two merged customers have come to', () => {
  const climbed = (of: string, day: string) =>
    happened(relationshipEvents.stageChanged({ from: 'identified', to: 'basic', why: `Since ${day}.` }))
      .of(`${of}.fi`)
      .filed({ customers: [of], contacts: [], unit: 'fi' })
      .occurred(day)

  it('is theirs since the first of them came there', () => {
    given(relationships, climbed('c1', '2026-01-10'), climbed('c2', '2026-03-10'))
      .in('c1', 'c2')
      .shows({ stage: 'basic', stageSince: '2026-01-10T00:00:00.000Z', stageBefore: 'identified' })
  })

  it('is over since the first of them ended', () => {
    const over = (of: string, day: string) =>
      happened(relationshipEvents.ended({ by: 'they', how: 'ran-its-course', why: `On ${day}.` }))
        .of(`${of}.fi`)
        .filed({ customers: [of], contacts: [], unit: 'fi' })
        .occurred(day)
    given(relationships, climbed('c1', '2026-01-10'), over('c1', '2026-02-10'), over('c2', '2026-03-10'))
      .in('c1', 'c2')
      .shows({ stage: 'ended', stageSince: '2026-02-10T00:00:00.000Z', stageBefore: 'basic' })
  })
})

describe('what has ended', () => {
  it('has no target and is no key account', () => {
    const { targetSet, keyAccountSet, ended, reopened } = relationshipEvents
    const over = ended({ by: 'they', how: 'ran-its-course', why: 'Closed.' })
    const facts = [targetSet({ stage: 'basic' }), keyAccountSet({ keyAccount: true }), over] as const
    given(relationships, ...facts).shows({ stage: 'ended', target: undefined, keyAccount: false })
    given(relationships, ...facts, reopened({ at: 'basic', why: 'Opened.' })).shows({ keyAccount: false })
  })
})
