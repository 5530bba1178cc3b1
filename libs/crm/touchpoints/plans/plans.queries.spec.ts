/** Each plan stands in one list, and what was held is never among what is planned. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { addDays, dayIn } from '#kernel'
import { evaluationDays, type PlanDays, sortedPlans } from './plans.queries.js'
import type { Plan } from './plans.view.js'

const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays('2026-01-01', days))
const plan = fc
  .record({
    id: fc.uuid(),
    start: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-05-01'), noInvalidDate: true }),
    heldOn: fc.option(day, { nil: undefined }),
    status: fc.constantFrom('planned' as const, 'held' as const),
  })
  .map(({ start, heldOn, ...plan }) => ({
    ...plan,
    startsAt: start.toISOString(),
    ...(plan.status === 'held' && { heldOn }),
  }))
const plans = fc
  .array(plan, { maxLength: 15 })
  .map((all) => all.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)) as unknown as Plan[])
const zone = fc.constantFrom('Pacific/Auckland', 'Europe/Helsinki', 'America/Los_Angeles')

describe('plans', () => {
  it('stand in one list each, by their day where it counts', () =>
    fc.assert(
      fc.property(plans, day, zone, (own, today, where) => {
        const days: PlanDays = { zoneOf: () => where, todayOf: () => today }
        const sorted = sortedPlans(own, days)
        const { overdue, coming, toEvaluate } = sorted
        const listed = [overdue, sorted.today, coming, toEvaluate].flat()
        expect(new Set(listed.map(({ id }) => id)).size + sorted.unevaluated).toBe(own.length)
        const dayOf = ({ startsAt }: Plan) => dayIn(startsAt, where)
        for (const one of overdue) expect([one.status, dayOf(one) < today]).toEqual(['planned', true])
        for (const one of sorted.today) expect([one.status, dayOf(one)]).toEqual(['planned', today])
        for (const one of coming) expect([one.status, dayOf(one) > today]).toEqual(['planned', true])
        for (const one of toEvaluate)
          expect([one.status, addDays(one.heldOn ?? dayOf(one), evaluationDays) >= today]).toEqual(['held', true])
      }),
    ))
})
