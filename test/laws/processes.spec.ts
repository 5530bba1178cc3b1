/** A law of processes: wherever they are cut off, and however they go on, each part is recorded once. */
import { describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { LogRefused } from '#kernel'
import { openProcesses } from '#queries/documents/open-processes.js'
import { failingLog } from '../harness/failing-log.js'
import { TestGroup } from '../harness/group.js'
import { verified } from '../harness/verified.js'
import { inTime, mostMs } from './in-time.js'

jest.setTimeout(mostMs)

const due = '2026-03-10T12:00:00.000Z'
const said = fc.array(fc.constantFrom('Drawings.', 'Dates.', 'Prices.'), { maxLength: 3 })
const asked = fc.record({ promises: said, nextSteps: said, plans: said }).filter((all) => partsOf(all) > 0)
type Asked = { promises: string[]; nextSteps: string[]; plans: string[] }

const partsOf = ({ promises, nextSteps, plans }: Asked) => promises.length + nextSteps.length + plans.length

const bodyOf = ({ promises, nextSteps, plans }: Asked) => ({
  unit: 'fi',
  note: 'They want drawings.',
  promises: promises.map((what) => ({ what, due })),
  nextSteps: nextSteps.map((what) => ({ what, due })),
  plans: plans.map((goal) => ({ kind: 'visit', startsAt: due, goal })),
})

/** Places among the appends at which the log fails, and whether it is the request or a start that goes on after each. */
const cuts = fc.array(fc.record({ at: fc.nat({ max: 12 }), byRequest: fc.boolean() }), { minLength: 1, maxLength: 3 })

describe('a process that is cut off anywhere', () => {
  it('records each part once', async () => {
    await fc.assert(
      fc.asyncProperty(asked, cuts, async (all, stops) => {
        const { log, told } = failingLog()
        const group = await (await TestGroup.open({ log })).found()
        const { id } = await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })
        const request = () =>
          group.send('touchpoint', 'record-note', { customers: [id], ...bodyOf(all) }, { as: 'aino', key: 'k' })
        for (const { at, byRequest } of [{ at: 0, byRequest: true }, ...stops]) {
          let left = at
          told.before = async () => {
            if (left-- === 0) throw new LogRefused('the disk is full')
          }
          const going = byRequest ? request() : group.core.processes.resume()
          await going.catch((error: unknown) => expect(error).toBeInstanceOf(LogRefused))
        }
        told.before = undefined
        await group.core.processes.resume()
        const answer = await request()
        await group.projector.catchUp()
        const facts = await log.readAll({ after: 0, limit: 1000, prefixes: ['touchpoint-', 'promise-'] })
        expect(facts).toHaveLength(1 + partsOf(all))
        expect(answer.process?.parts.flatMap(({ events }) => events)).toHaveLength(partsOf(all))
        expect(await openProcesses(group)).toEqual([])
        expect(await verified(group)).toMatchObject({ differences: [] })
        await group.close()
      }),
      { ...inTime, numRuns: 12 },
    )
  })
})
