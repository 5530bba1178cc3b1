/** An encounter with what follows from it: recorded as a whole or refused as a whole, whatever happens in between. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { promise } from '#crm/promises/promise.decider.js'
import type { CustomerPromisesAnswer } from '#crm/promises/promises.query.js'
import { processEvents } from '#kernel'
import { TestGroup } from '../harness/group.js'
import { verified } from '../harness/verified.js'

let group: TestGroup
let hotel: string

const due = '2026-03-10T12:00:00.000Z'
const promises = [{ what: 'Send the drawings.', due }]
const nextSteps = [{ what: 'Ask the installer.', withinHours: 16, clock: 'business' }]
const plans = [{ kind: 'visit', startsAt: '2026-03-20T08:00:00Z', goal: 'Agree on the site.' }]
const all = { promises, nextSteps, plans }

const note = (more: object, options: { key?: string; as?: string; at?: string } = {}) =>
  group.do(
    'touchpoint',
    'record-note',
    { customers: [hotel], unit: 'fi', note: 'They want drawings.', ...more },
    { as: 'aino', ...options },
  )
const head = () => group.log.head()
const typesOf = async (stream: string) => (await group.log.readStream(stream)).map(({ type }) => type)

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
})
afterEach(() => group.close())

describe('a note with what follows from it', () => {
  it('is recorded with all of it, and answered with all of it', async () => {
    const { id, stream, process, position } = await note(all)
    expect(process).toMatchObject({
      state: 'finished',
      parts: [
        { place: 'promises.0', events: [{ type: 'promise.made' }] },
        { place: 'nextSteps.0', events: [{ type: 'promise.made' }] },
        { place: 'plans.0', events: [{ type: 'touchpoint.planned' }] },
      ],
    })
    expect(stream).toBe(`touchpoint-${id}`)
    expect(position).toBe(await head())
    const page = await group.ask<CustomerPromisesAnswer>('customer-promises', { id: hotel })
    expect(page.promises).toMatchObject([
      { what: 'Ask the installer.', kind: 'next-step', due: '2026-03-03T08:00:00.000Z', madeIn: id },
      { what: 'Send the drawings.', kind: 'promise', due, owner: 'aino', madeIn: id },
    ])
    expect(await typesOf(`process-${process?.id}`)).toEqual([
      'process.started',
      ...Array(4).fill('process.step-stated'),
      'process.finished',
    ])
  })
})
