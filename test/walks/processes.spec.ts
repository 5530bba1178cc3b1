/** An encounter with what follows from it: recorded as a whole or refused as a whole, whatever happens in between. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { CustomerPromisesAnswer } from '#crm/promises/promises.query.js'
import { LogRefused } from '#kernel'
import { openProcesses } from '#queries/documents/open-processes.js'
import { failingLog } from '../harness/failing-log.js'
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

let told: ReturnType<typeof failingLog>['told']

beforeEach(async () => {
  const failing = failingLog()
  told = failing.told
  const { log } = failing
  group = await (await TestGroup.open({ log })).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
})
afterEach(() => group.close())

const page = () => group.ask<CustomerPromisesAnswer>('customer-promises', { id: hotel })
const promised = async () => (await page()).rows.map(({ what }) => what)
const open = () => openProcesses(group)
const system = { viewer: { member: 'system:test', grants: [] }, commandId: 'operating' }

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
    expect((await page()).rows).toMatchObject([
      { what: 'Ask the installer.', kind: 'next-step', due: '2026-03-03T14:00:00.000Z', madeIn: id },
      { what: 'Send the drawings.', kind: 'promise', due, owner: { id: 'aino' }, madeIn: id },
    ])
    expect(await typesOf(`process-${process?.id}`)).toEqual([
      'process.started',
      ...Array(4).fill('process.step-stated'),
      'process.finished',
    ])
    expect(await verified(group)).toMatchObject({ differences: [] })
  })

  it('happened all at once, also when it is written down late', async () => {
    const { process } = await note({ promises: [{ what: 'Call.', withinHours: 2 }] }, { at: '2026-02-20T10:00:00Z' })
    const [made] = await group.log.readStream(process?.parts[0]?.stream ?? '')
    expect(made).toMatchObject({
      metadata: { occurredAt: '2026-02-20T10:00:00.000Z' },
      data: { due: '2026-02-20T12:00:00.000Z' },
    })
  })

  it('is a plain note when nothing follows', async () => {
    expect((await note({ promises: [] })).process).toMatchObject({ state: 'finished', parts: [] })
    expect((await note({})).process).toBeUndefined()
  })

  it('may be corrected part by part', async () => {
    const { process } = await note(all)
    const [part] = process?.parts ?? []
    await group.correct(part?.stream ?? '', part?.events[0]?.id ?? '', { as: 'aino' })
    expect(await promised()).toEqual(['Ask the installer.'])
    expect(await verified(group)).toMatchObject({ differences: [] })
  })

  it('is held where it was planned', async () => {
    const plan = { kind: 'visit', customers: [hotel], unit: 'fi', startsAt: '2026-03-01T08:00:00Z' }
    const { id } = await group.do('touchpoint', 'plan', plan, { as: 'aino' })
    const held = { customers: [hotel], unit: 'fi', note: 'Went well.', promises }
    const answer = await group.do('touchpoint', 'hold-visit', held, { id, as: 'aino' })
    expect(answer).toMatchObject({ id, process: { state: 'finished', parts: [{ place: 'promises.0' }] } })
    expect((await page()).rows).toMatchObject([{ madeIn: id }])
  })
})

describe('a repeat', () => {
  it('is given the first answer', async () => {
    const first = await note(all, { key: 'k' })
    const at = await head()
    expect(await note(all, { key: 'k' })).toEqual({ ...first, repeated: true })
    expect(await head()).toBe(at)
  })

  it('sent at the same moment is one process', async () => {
    const [one, other] = await Promise.all([note(all, { key: 'k' }), note(all, { key: 'k' })])
    expect({ ...other, repeated: false }).toEqual({ ...one, repeated: false })
    expect(await promised()).toHaveLength(2)
  })

  it.each<[string, object, object]>([
    ['with other parts', all, { promises }],
    ['with another note', all, { ...all, note: 'They want nothing.' }],
    ['without its parts', all, {}],
    ['with parts it did not have', {}, all],
  ])('%s is refused', async (_, first, second) => {
    for (const [key, options] of Object.entries({ k: {}, 'k-late': { at: '2026-02-20T10:00:00Z' } })) {
      await note(first, { key, ...options })
      const at = await head()
      await expect(note(second, { key, ...options })).rejects.toMatchObject({ code: 'idempotency-key-reused' })
      expect(await head()).toBe(at)
    }
  })
})

describe('what is refused of a part', () => {
  const second = (more: object) => ({ promises: [...promises, { what: 'Call.', due, ...more }] })

  it.each<[string, object, object]>([
    ['no time', second({ due: undefined }), { code: 'promise-without-due', details: { path: 'promises.1.due' } }],
    ['two times', second({ withinHours: 4 }), { code: 'promise-without-due', details: { path: 'promises.1.due' } }],
    [
      'a time that has passed',
      second({ due: '2026-02-01T00:00:00Z' }),
      { code: 'promise-due-before-made', details: { path: 'promises.1.due' } },
    ],
    [
      'an owner nobody knows',
      second({ owner: 'nobody' }),
      { code: 'promise-owner-unknown', details: { path: 'promises.1.owner' } },
    ],
    [
      'an owner who only reads',
      { nextSteps: [{ what: 'Call.', due, owner: 'audun' }] },
      { code: 'promise-owner-cannot-write', details: { path: 'nextSteps.0.owner' } },
    ],
    [
      'a person nobody knows',
      second({ contact: 'p0' }),
      { code: 'promise-contact-unknown', details: { path: 'promises.1.contact' } },
    ],
    [
      'another customer nobody knows',
      second({ customer: 'c0' }),
      { code: 'promise-customer-unknown', details: { path: 'promises.1.customer' } },
    ],
    [
      'a plan of long ago',
      { plans: [{ kind: 'visit', startsAt: '2020-01-01T00:00:00Z' }] },
      { code: 'touchpoint-planned-long-past', details: { path: 'plans.0.startsAt' } },
    ],
    [
      'a plan with a member nobody knows',
      { plans: [{ ...plans[0], members: ['nobody'] }] },
      { code: 'touchpoint-member-unknown', details: { path: 'plans.0.members' } },
    ],
    ['a due that is no moment', second({ due: 'soon' }), { problems: [{ path: 'promises.1.due', code: 'k-instant' }] }],
    [
      'a plan of a kind that is not planned',
      { plans: [{ ...plans[0], kind: 'note' }] },
      { problems: [{ path: 'plans.0.kind', code: 'not-a-choice', limit: expect.any(String) }] },
    ],
    [
      'a field nobody knows',
      { plans: [{ ...plans[0], what: 'x' }] },
      { problems: [{ path: 'plans.0.what', code: 'unknown-field' }] },
    ],
    [
      'more than can be recorded at once',
      { promises: Array(10).fill(promises[0]) },
      { problems: [{ path: 'promises', code: 'too-many', limit: '9' }] },
    ],
    ['the note itself', { ...all, unit: 'no' }, { code: 'unit-unknown' }],
    ['the right to write there', { ...all, unit: 'se' }, { code: 'not-allowed' }],
  ])('for %s leaves nothing recorded', async (_, more, refusal) => {
    const at = await head()
    await expect(note(more)).rejects.toMatchObject(refusal)
    expect(await head()).toBe(at)
    expect(await open()).toEqual([])
  })

  it('is refused of a private note, which carries no promises', async () => {
    const at = await head()
    const body = { customers: [hotel], unit: 'fi', note: 'Wait.', promises }
    await expect(group.do('touchpoint', 'record-private-note', body, { as: 'aino' })).rejects.toMatchObject({
      code: 'promise-in-private-note',
      details: { path: 'promises.0' },
    })
    expect(await head()).toBe(at)
  })
})

describe('a process that was cut off', () => {
  const cutOff = async (category: string, options = {}) => {
    told.full = category
    await expect(note(all, { key: 'k', ...options })).rejects.toBeInstanceOf(LogRefused)
    told.full = undefined
  }

  it.each([['promise'], ['touchpoint']])('before %s is run to its end at the next start', async (category) => {
    await cutOff(category)
    await group.projector.catchUp()
    expect(await open()).toMatchObject([{ state: 'running' }])
    expect(await verified(group)).toMatchObject({ differences: [] })
    await group.core.processes.resume()
    await group.projector.catchUp()
    expect(await promised()).toHaveLength(2)
    expect(await open()).toEqual([])
    expect(await note(all, { key: 'k' })).toMatchObject({ repeated: true, process: { state: 'finished' } })
  })

  it('is run to its end when it is asked for again', async () => {
    await cutOff('promise')
    expect(await note(all, { key: 'k' })).toMatchObject({ repeated: true, process: { state: 'finished' } })
    expect(await promised()).toHaveLength(2)
  })

  it('before anything was written down is done anew', async () => {
    await cutOff('process')
    expect(await open()).toEqual([])
    expect(await note(all, { key: 'k' })).toMatchObject({ repeated: false, process: { state: 'finished' } })
  })

  it('happened when it was asked for, whenever it is run', async () => {
    await cutOff('promise')
    const at = group.time
    group.time = '2026-03-02T09:00:00.000Z'
    await group.core.processes.resume()
    const facts = await group.log.readAll({ after: 0, limit: 1000, prefixes: ['promise-', 'touchpoint-'] })
    expect(facts.map(({ metadata }) => metadata.occurredAt)).toEqual(Array(4).fill(at))
  })

  describe('and meets a rule that stands against it', () => {
    beforeEach(async () => {
      await cutOff('promise')
      await group.do('member', 'withdraw', { role: 'member', unit: 'fi' }, { id: 'aino' })
      await group.core.processes.resume()
      await group.projector.catchUp()
    })
    const stuck = async () => (await open())[0]?.id ?? ''

    it('is stuck, with what was refused', async () => {
      expect(await open()).toMatchObject([{ state: 'stuck' }])
      expect(await group.core.lag()).toMatchObject({ stuck: 1 })
      const { state } = await group.core.processes.load(await stuck())
      expect(state).toMatchObject({
        course: 'stuck',
        refused: [1, 2].map((step) => ({ step, code: 'not-allowed' })),
      })
      expect(await verified(group)).toMatchObject({ differences: [] })
    })

    it('ends when it is run again after that was mended', async () => {
      const id = await stuck()
      await group.do('member', 'grant', { role: 'member', unit: 'fi' }, { id: 'aino' })
      expect(await group.core.processes.retry(id, system)).toMatchObject({ process: { state: 'finished' } })
      await group.projector.catchUp()
      expect([await promised(), await open()]).toEqual([expect.arrayContaining(['Send the drawings.']), []])
      expect((await typesOf(`process-${id}`)).slice(-3)).toEqual([
        'process.stuck',
        'process.retried',
        'process.finished',
      ])
    })

    it('is stuck again while it is not', async () => {
      expect(await group.core.processes.retry(await stuck(), system)).toMatchObject({ process: { state: 'stuck' } })
    })

    it('may be given up', async () => {
      const id = await stuck()
      const given = await group.core.processes.giveUp(id, 'They were told by letter.', system)
      expect(given.process?.state).toBe('given-up')
      await group.projector.catchUp()
      expect(await open()).toEqual([])
      await expect(group.core.processes.retry(id, system)).rejects.toMatchObject({ code: 'process-not-stuck' })
      expect(await verified(group)).toMatchObject({ differences: [] })
    })

    it('may be given up without a word', async () => {
      const given = await group.core.processes.giveUp(await stuck(), undefined, system)
      expect(given.process?.state).toBe('given-up')
    })
  })
})

describe('a rule that comes to stand against the note while it is begun', () => {
  const rights = (command: string) => group.send('member', command, { role: 'member', unit: 'fi' }, { id: 'aino' })
  beforeEach(() => {
    told.before = async (stream) => {
      if (!stream.startsWith('process-')) return
      told.before = undefined
      await rights('withdraw')
    }
  })

  it('refuses all of it, and leaves none of it recorded', async () => {
    const history = () => group.log.readAll({ after: 0, limit: 1000, prefixes: ['touchpoint-', 'promise-'] })
    await expect(note(all, { key: 'k' })).rejects.toMatchObject({ code: 'not-allowed' })
    await group.projector.catchUp()
    expect([await history(), await open()]).toEqual([[], []])
    expect(await verified(group)).toMatchObject({ differences: [] })
    await rights('grant')
    expect(await note(all, { key: 'k' })).toMatchObject({ repeated: false, process: { state: 'finished' } })
    expect(await promised()).toHaveLength(2)
  })

  it('leaves its key free for the note alone', async () => {
    await expect(note(all, { key: 'k' })).rejects.toMatchObject({ code: 'not-allowed' })
    await rights('grant')
    const first = await note({}, { key: 'k' })
    expect(await note({}, { key: 'k' })).toEqual({ ...first, repeated: true })
    await expect(note(all, { key: 'k' })).rejects.toMatchObject({ code: 'idempotency-key-reused' })
  })
})
