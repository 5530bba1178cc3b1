/** The demo group can be filled on whatever day somebody begins: nothing is said of a record before it has begun. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { TestGroup } from '#test/harness/group.js'
import { type ActStep, isAmendment, streamOf } from './run/act.js'
import { planDemo, seedDemo } from './seed-demo.js'

const seed = 7
const dayOf = (date: Date) => date.toISOString().slice(0, 10)
const days = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => dayOf(date))

const called = (step: ActStep) => (isAmendment(step) ? 'a correction' : `${step.category} ${step.command}`)

/** What is done to a record before what was thought of first, which begins it. */
const tooEarly = (steps: readonly ActStep[]): string[] =>
  [...Map.groupBy(steps, streamOf).values()].flatMap(([first, ...others]) =>
    others.filter(({ at }) => first && at < first.at).map((step) => `${called(step)} at ${step.at}`),
  )

describe('the demo group of any day', () => {
  it('begins each record with what begins it', () => {
    fc.assert(
      fc.property(days, (day) => expect(tooEarly(planDemo(day, seed))).toEqual([])),
      // The days of the week, a leap day, and the week of most days off.
      {
        numRuns: Number(process.env.LAWS ?? 4),
        examples: [['2026-12-01'], ['2026-12-02'], ['2028-02-29'], ['2026-12-28']],
      },
    )
  }, 400_000)

  it('is recorded without a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(days, async (day) => {
        const group = await TestGroup.open()
        const setClock = (moment: Date) => {
          group.time = moment.toISOString()
        }
        await seedDemo({ core: group.core, setClock, until: new Date(day), seed, onProgress: () => undefined })
        await group.close()
      }),
      { numRuns: Number(process.env.LAWS ?? 1) },
    )
  }, 400_000)
})
