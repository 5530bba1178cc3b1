/** Corrections through the front door: a note that moves and comes back, retractions, corrections of corrections. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { relationships } from '#crm/relationships/relationships.view.js'
import { plans } from '#crm/touchpoints/plans/plans.view.js'
import type { CorrectionRequest, StoredEvent } from '#kernel'
import { tableOf } from '#read-models/rows/tables.js'
import { TestGroup } from '../harness/group.js'

let group: TestGroup
let [a, b, c] = ['', '', '']
let stream: string
let eventId: string

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  const names = ['Hotelli Aamu', 'Hotelli Ilta', 'Hotelli Merituuli']
  const registered = []
  for (const name of names) registered.push((await group.do('customer', 'register', { name }, { as: 'aino' })).id)
  ;[a, b, c] = registered as [string, string, string]
  const recorded = await group.do('touchpoint', 'record-note', noteOf(a), {
    as: 'aino',
    at: '2026-02-10T10:00:00.000Z',
  })
  stream = recorded.stream
  eventId = recorded.events[0]?.id ?? ''
})
afterEach(() => group.close())

const noteOf = (customer: string, note = 'A new chef.') => ({ customers: [customer], unit: 'fi', note })
const restate = (customer: string, as = 'aino') => group.correct(stream, eventId, { as, body: noteOf(customer) })
const retract = () => group.correct(stream, eventId, { as: 'aino' })
const touches = async () => {
  const keys = [a, b, c].map((id) => `${id}.fi`)
  const rows = (await group.store.getMany([{ table: tableOf(relationships), keys }])).flat()
  return Object.fromEntries(rows.map(({ key, doc }) => [key.slice(0, -3), doc?.touches]))
}
const last = async (): Promise<StoredEvent> => (await group.log.readStream(stream)).at(-1) as StoredEvent

let keys = 0
const send = (request: Partial<CorrectionRequest>, key = `c${keys++}`) =>
  group.core.correct(
    { stream, eventId, mode: 'retract', because: 'A slip.', ...request },
    { viewer: group.viewer('aino'), commandId: group.core.commandId('correct', key) },
  )

describe('a note of the wrong customer', () => {
  it('moves when restated, leaves nothing behind, and comes back', async () => {
    expect(await touches()).toEqual({ [a]: 1 })
    await restate(b)
    expect(await touches()).toEqual({ [b]: 1 })
    expect((await last()).metadata).toMatchObject({ customers: [b], formerly: { customers: [a], contacts: [] } })
    await restate(c)
    expect(await touches()).toEqual({ [c]: 1 })
    expect((await last()).metadata).toMatchObject({ customers: [c], formerly: { customers: [a, b] } })
    await restate(a)
    expect(await touches()).toEqual({ [a]: 1 })
    expect((await last()).metadata).toMatchObject({ customers: [a], formerly: { customers: [b, c] } })
  })

  it('may be corrected twice before anything is projected', async () => {
    await send({ mode: 'restate', body: noteOf(b) })
    await send({ mode: 'restate', body: noteOf(c) })
    await group.projector.catchUp()
    expect(await touches()).toEqual({ [c]: 1 })
  })

  it('keeps its moment unless another is stated, and never one ahead', async () => {
    await restate(b)
    expect((await last()).metadata.effectiveAt).toBe('2026-02-10T10:00:00.000Z')
    await send({ mode: 'restate', occurred: { occurredAt: '2026-02-09', occurredPrecision: 'day' } })
    expect((await last()).metadata).toMatchObject({ effectiveAt: '2026-02-08T22:00:00.000Z', customers: [b] })
    const occurred = { occurredAt: '2026-03-02T10:00:00.000Z', occurredPrecision: 'instant' as const }
    await expect(send({ mode: 'restate', occurred })).rejects.toMatchObject({ code: 'too-far-ahead' })
  })
})

describe('a plan of the wrong customer', () => {
  it('moves with all that was said of it', async () => {
    const plan = { ...noteOf(a), kind: 'visit', startsAt: '2026-04-14T07:00:00Z' }
    const { id, stream: planned, events } = await group.do('touchpoint', 'plan', plan, { as: 'aino' })
    await group.do('touchpoint', 'move', { startsAt: '2026-04-21T07:00:00Z', why: 'A fair.' }, { id, as: 'aino' })
    const body = { ...plan, customers: [b] }
    const moved = await group.correct(planned, events[0]?.id ?? '', { as: 'aino', body })
    expect(moved.events.map(({ type }) => type)).toEqual(['touchpoint.planned', 'touchpoint.moved'])
    const row = await group.store.get(tableOf(plans), id)
    expect(row?.doc).toMatchObject({ customer: b, startsAt: '2026-04-21T07:00:00.000Z' })
    const [, move] = (await group.log.readStream(planned)).slice(-2)
    expect(move?.metadata).toMatchObject({ customers: [b], formerly: { customers: [a], contacts: [] } })
    await group.correct(planned, events[0]?.id ?? '', { as: 'aino', body: plan })
    expect((await group.store.get(tableOf(plans), id))?.doc).toMatchObject({ customer: a })
    const opened = await group.core.event(await group.log.head(), group.viewer('aino'))
    expect(opened).toMatchObject({ type: 'touchpoint.moved', data: { why: 'A fair.', '~because': 'It was a slip.' } })
  })

  it('stays alone when nothing else is filed by what changed', async () => {
    const { id } = await group.do('touchpoint', 'record-visit', noteOf(a), { as: 'aino' })
    await group.do('touchpoint', 'evaluate', { reached: true }, { id, as: 'aino' })
    const [first] = await group.log.readStream(`touchpoint-${id}`)
    const body = noteOf(a, 'Said better.')
    const moved = await group.correct(`touchpoint-${id}`, first?.id ?? '', { as: 'aino', body })
    expect(moved.events).toHaveLength(1)
  })
})

describe('a retracted note', () => {
  it('is gone, cannot be retracted again, and comes back as it was said last', async () => {
    await restate(b)
    await retract()
    expect(await touches()).toEqual({})
    await expect(retract()).rejects.toMatchObject({ code: 'already-retracted' })
    await send({ mode: 'restate', because: 'It was right after all.' })
    await group.projector.catchUp()
    expect(await touches()).toEqual({ [b]: 1 })
  })

  it('stands where it was said while nobody knew better', async () => {
    const known = await group.log.head()
    await retract()
    const references = group.core.references()
    expect(group.business.identitySets.setOf('customer', a, references)).toEqual([a])
    const events = (await group.log.readStream(stream)).filter(({ position }) => position <= known)
    expect(events.map(({ id }) => id)).toEqual([eventId])
  })
})

describe('a correction', () => {
  it('keeps what was filled in for the recorder', async () => {
    await restate(b)
    expect((await last()).data).toMatchObject({ function: 'sales' })
  })

  it('is itself corrected by its own id or that of the first event, and names the first', async () => {
    const first = await restate(b)
    await send({ eventId: first.events[0]?.id, mode: 'restate', body: noteOf(c) })
    expect((await last()).metadata.corrects).toEqual({ eventId, mode: 'restate' })
    await group.projector.catchUp()
    expect(await touches()).toEqual({ [c]: 1 })
  })

  it('is recorded once however often it is sent', async () => {
    const first = await send({ mode: 'restate', body: noteOf(b) }, 'same')
    expect(await send({ mode: 'restate', body: noteOf(b) }, 'same')).toEqual({ ...first, repeated: true })
    await expect(send({ mode: 'restate', body: noteOf(c) }, 'same')).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    })
  })

  it('needs a reason, a fact, and somebody whose it is to correct', async () => {
    await expect(send({ because: '' })).rejects.toMatchObject({ name: 'InvalidInput' })
    await expect(send({ eventId: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(restate(b, 'bengt')).rejects.toMatchObject({ code: 'not-yours-to-correct' })
    await group.correct(stream, eventId, { as: 'stella' })
    expect(await touches()).toEqual({})
  })

  it('files what is moved to several customers with each of them', async () => {
    const body = { ...noteOf(a), customers: [b, c] }
    await group.correct(stream, eventId, { as: 'aino', body })
    expect(await touches()).toEqual({ [b]: 1, [c]: 1 })
    await restate(a)
    expect(await touches()).toEqual({ [a]: 1 })
  })
})

describe('what holds by another right than writing history', () => {
  const roles = () => group.viewer('aila').grants
  const granted = async (as: string) => {
    await group.member('aila', 'fi', 'member')
    const { stream: of, events } = await group.do(
      'member',
      'grant',
      { role: 'manager', unit: 'fi' },
      { id: 'aila', as },
    )
    return { of, event: events[0]?.id ?? '' }
  }

  it.each(['eero', 'stella', 'adam'])('gives nobody a role by a correction of %s', async (as) => {
    const { of, event } = await granted('eero')
    const before = roles()
    await expect(group.correct(of, event, { as, body: { role: 'admin' } })).rejects.toMatchObject({
      kind: as === 'stella' ? 'forbidden' : 'rule',
      code: as === 'stella' ? 'not-allowed' : 'not-correctable',
    })
    expect(roles()).toEqual(before)
  })

  it('is corrected by those who may write it today', async () => {
    const [founded] = await group.log.readStream('group-group')
    const body = { name: 'Other Group', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' }
    const by = (as: string) => group.correct('group-group', founded?.id ?? '', { as, body })
    await expect(by('stella')).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(by('adam')).resolves.toMatchObject({ repeated: false })
  })

  it('leaves currencies and time zones, by which was counted, as they are', async () => {
    const [founded] = await group.log.readStream('group-group')
    const [opened] = await group.log.readStream('subsidiary-se')
    const by = (of: string, event: string | undefined, body: object) =>
      group.correct(of, event ?? '', { as: 'adam', body })
    const theGroup = { name: 'Test Group', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' }
    for (const other of [{ currency: 'USD' }, { timeZone: 'UTC' }])
      await expect(by('group-group', founded?.id, { ...theGroup, ...other })).rejects.toMatchObject({
        code: 'founding-stays',
      })
    const sweden = { name: 'SE', country: 'SE', currency: 'SEK', timeZone: 'Europe/Oslo', language: 'sv' }
    await expect(by('subsidiary-se', opened?.id, sweden)).rejects.toMatchObject({ code: 'time-zone-stays' })
  })
})

describe('a restated fact', () => {
  const value = { amountMinor: 100_000, currency: 'SEK' }
  let deal: string
  beforeEach(async () => {
    await group.do(
      'rates',
      'publish',
      { day: '2026-01-01', rates: [{ currency: 'SEK', toGroup: '0.09' }] },
      { id: 'bank' },
    )
    const body = { customer: a, unit: 'fi', name: 'Kylmähuone', profile: 'product-sale', stage: 'engaging', value }
    deal = (await group.do('opportunity', 'open', body, { as: 'aino', at: '2026-02-01' })).id
  })
  const restated = async (command: string, body: object, instead: object) => {
    const { stream: of, events } = await group.do('opportunity', command, body, {
      id: deal,
      as: 'aino',
      at: '2026-02-10',
    })
    const { position } = await group.correct(of, events[0]?.id ?? '', { as: 'aino', body: instead })
    return group.core.event(position, group.viewer('aino'))
  }

  it('is priced anew, and keeps what nobody states', async () => {
    const forged = { amountMinor: 90_000, currency: 'SEK', groupMinor: 999_999_999, rateDay: '1950-01-01' }
    expect((await restated('win', {}, { value: forged })).data).toMatchObject({
      value: { amountMinor: 90_000, currency: 'SEK', groupMinor: 8100, rateDay: '2026-01-01' },
      keeps: { passiveAfterMonths: 24, lostAfterMonths: 48 },
    })
  })

  it('is refused what its command would be refused', async () => {
    const whole = { shares: [{ member: 'aino', unit: 'fi', percent: 100 }] }
    const twice = { shares: [...whole.shares, { member: 'nobody', unit: 'no', percent: 100 }] }
    await expect(restated('shareCredit', whole, twice)).rejects.toMatchObject({ code: 'credit-not-whole' })
    const elsewhere = { shares: [{ member: 'nobody', unit: 'fi', percent: 100 }] }
    const { stream: of } = { stream: `opportunity-${deal}` }
    const [, shared] = await group.log.readStream(of)
    await expect(group.correct(of, shared?.id ?? '', { as: 'aino', body: elsewhere })).rejects.toMatchObject({
      code: 'opportunity-member-unknown',
    })
  })

  it('may name what stood there and is gone', async () => {
    await group.do('member', 'leave', {}, { id: 'bengt' })
    await group.member('aila', 'fi', 'member')
    const body = { owner: { is: 'aila' } }
    const { stream: of, events } = await group.do('opportunity', 'edit', body, { id: deal, as: 'aino' })
    await group.do('member', 'leave', {}, { id: 'aila' })
    const correct = (owner: string) =>
      group.correct(of, events[0]?.id ?? '', { as: 'aino', body: { owner, probability: 40 } })
    await expect(correct('bengt')).rejects.toMatchObject({ code: 'opportunity-member-unknown' })
    await expect(correct('aila')).resolves.toMatchObject({ repeated: false })
  })
})

describe('a private note', () => {
  it('is restated by its writer alone, and retracted by whoever may correct it', async () => {
    const body = { customers: [a], unit: 'fi', note: 'They fear for their jobs.' }
    const { stream: of, events } = await group.do('touchpoint', 'record-private-note', body, { as: 'aino' })
    const event = events[0]?.id ?? ''
    for (const as of ['eero', 'stella'])
      await expect(group.correct(of, event, { as, body })).rejects.toMatchObject({ code: 'not-yours-to-correct' })
    await group.correct(of, event, { as: 'aino', body })
    await group.correct(of, event, { as: 'eero' })
    expect(await touches()).toMatchObject({ [a]: 1 })
  })
})

describe('a day', () => {
  it('is that of the unit where a fact and what followed it come to belong, and so are the rates of it', async () => {
    for (const [day, toGroup] of [
      ['2026-02-01', '0.05'],
      ['2026-02-10', '0.09'],
      ['2026-02-20', '0.1'],
    ] as const)
      await group.do('rates', 'publish', { day, rates: [{ currency: 'SEK', toGroup }] }, { id: 'bank' })
    const value = { amountMinor: 100_000, currency: 'SEK' }
    const body = { customer: a, unit: 'fi', name: 'Kylmähuone', profile: 'product-sale', stage: 'engaging', value }
    const opened = await group.do('opportunity', 'open', body, { at: '2026-02-10' })
    await group.do('opportunity', 'lose', { reason: 'price' }, { id: opened.id, at: '2026-02-20' })
    const ofDeal = (events: readonly StoredEvent[]) =>
      events.map(({ metadata: { unit, effectiveAt, occurredAt } }) => [unit, effectiveAt, occurredAt])
    const before = await group.log.readStream(opened.stream)
    await group.correct(opened.stream, opened.events[0]?.id ?? '', { body: { ...body, unit: 'se' } })
    const all = await group.log.readStream(opened.stream)
    expect(ofDeal(all.slice(before.length))).toEqual([
      ['se', '2026-02-09T23:00:00.000Z', '2026-02-10'],
      ['se', '2026-02-19T23:00:00.000Z', '2026-02-20'],
    ])
    expect(all[before.length]?.data).toMatchObject({ value: { groupMinor: 9000, rateDay: '2026-02-10' } })
    // Put back, it is where it was.
    await group.core.correct(
      {
        ...{ stream: opened.stream, eventId: opened.events[0]?.id ?? '', version: opened.events[0]?.id ?? '' },
        ...{ mode: 'restate', because: 'It was right.' },
      },
      { viewer: group.viewer('stella'), commandId: group.core.commandId('put back') },
    )
    expect(ofDeal((await group.log.readStream(opened.stream)).slice(all.length))).toEqual(ofDeal(before))
  })

  it('that has not begun where the unit is, is ahead', async () => {
    group.time = '2026-03-01T21:30:00.000Z'
    const tomorrow = { as: 'aino', at: '2026-03-02' }
    await expect(group.do('touchpoint', 'record-note', noteOf(a), tomorrow)).rejects.toMatchObject({
      code: 'too-far-ahead',
    })
    const occurred = { occurredAt: '2026-04', occurredPrecision: 'month' as const }
    await expect(send({ mode: 'restate', occurred })).rejects.toMatchObject({ code: 'too-far-ahead' })
    group.time = '2026-03-01T22:30:00.000Z'
    await expect(group.do('touchpoint', 'record-note', noteOf(a), tomorrow)).resolves.toMatchObject({ repeated: false })
  })
})

describe('a slip into the far future', () => {
  it('does not draw along what is said after it was corrected', async () => {
    const visit = await group.do('touchpoint', 'record-visit', noteOf(a), { as: 'aino', at: '2026-02-10' })
    ;[stream, eventId] = [visit.stream, visit.events[0]?.id ?? '']
    group.time = '2030-01-01T09:00:00.000Z'
    await send({ mode: 'restate', occurred: { occurredAt: '2029-02-28', occurredPrecision: 'day' } })
    await send({ mode: 'restate', occurred: { occurredAt: '2026-02-09', occurredPrecision: 'day' } })
    group.time = '2030-01-01T09:00:00.000Z'
    const id = stream.slice('touchpoint-'.length)
    await group.do('touchpoint', 'evaluate', { reached: true }, { id, as: 'aino', at: '2026-02-09' })
    expect((await last()).metadata).toMatchObject({ effectiveAt: '2026-02-08T22:00:00.000Z' })
    const evening = { occurredAt: '2026-02-09T18:00:00.000Z', occurredPrecision: 'instant' as const }
    await send({ mode: 'restate', occurred: evening, confirmed: true })
    await send({ mode: 'restate', occurred: { occurredAt: '2026-02-08', occurredPrecision: 'day' } })
    expect((await last()).metadata).toMatchObject({ effectiveAt: '2026-02-07T22:00:00.000Z' })
  })
})

describe('a fact that is restated and says where it belongs as before', () => {
  it('stays in its journals', async () => {
    const { id, stream: of } = await group.do(
      'contact',
      'register',
      { name: 'Kaisa Koe' },
      { as: 'aino', at: '2026-02-01' },
    )
    await group.do(
      'contact',
      'startPost',
      { customer: a, level: 'operational', since: '2026-02-20' },
      { id, as: 'aino', at: '2026-02-20' },
    )
    const edit = { phone: { is: '+358 1 234' } }
    const edited = await group.do('contact', 'edit', edit, { id, as: 'aino', at: '2026-02-19' })
    const body = { phone: '+358 1 235' }
    await group.correct(of, edited.events[0]?.id ?? '', { as: 'aino', body })
    const [said, restated] = (await group.log.readStream(of)).slice(-2)
    expect(said?.metadata.customers).toEqual([a])
    expect(restated?.metadata).toMatchObject({ customers: [a], formerly: { customers: [], contacts: [] } })
  })
})

describe('times of recording', () => {
  it('never fall along the log, however many record at once', async () => {
    let tick = Date.parse('2026-03-10T00:00:00.000Z')
    Object.defineProperty(group, 'time', { get: () => new Date(tick++).toISOString() })
    const notes = Array.from({ length: 10 }, () => group.send('touchpoint', 'record-note', noteOf(a), { as: 'aino' }))
    await Promise.all(notes)
    const recorded = (await group.log.readAll({ after: 0, limit: 1000 })).map(({ metadata }) => metadata.recordedAt)
    expect(recorded).toEqual([...recorded].sort())
  })
})

describe('a person who was erased', () => {
  it('does not come back by a correction', async () => {
    const { id, stream: of } = await group.do('contact', 'register', { name: 'Kaisa Koe' }, { as: 'aino' })
    const erased = await group.do('contact', 'erase', { grounds: 'asked' }, { id, as: 'stella' })
    await expect(group.correct(of, erased.events[0]?.id ?? '', { as: 'stella' })).rejects.toMatchObject({
      code: 'not-correctable',
    })
  })
})

describe('an earlier version that is put back', () => {
  const value = { amountMinor: 5000, currency: 'EUR' }
  const opening = (owner: string) => ({
    ...{ customer: a, unit: 'fi', name: 'Cold rooms', profile: 'product-sale', stage: 'engaging', value, owner },
  })

  it('says what it said, when it was, whatever stands against saying so now', async () => {
    const opened = await group.do('opportunity', 'open', opening('eero'), { as: 'aino', at: '2026-02-02' })
    const [of] = opened.events
    const eventId = of?.id ?? ''
    const [before] = await group.log.readStream(opened.stream)
    await group.correct(opened.stream, eventId, { as: 'aino', body: opening('aino'), at: '2026-02-05' })
    await group.do('member', 'leave', {}, { id: 'eero' })
    const body = opening('eero')
    const restated = group.correct(opened.stream, eventId, { as: 'aino', body })
    await expect(restated).rejects.toMatchObject({ code: 'opportunity-member-unknown' })
    await send({ stream: opened.stream, eventId, mode: 'restate', version: eventId })
    const [again] = (await group.log.readStream(opened.stream)).slice(-1)
    const timeOf = ({ metadata: { effectiveAt, occurredAt, occurredPrecision } }: StoredEvent) => [
      ...[effectiveAt, occurredAt, occurredPrecision],
    ]
    expect(timeOf(again as StoredEvent)).toEqual(timeOf(before as StoredEvent))
    expect(again?.data).toMatchObject({ owner: 'eero', value: before?.data.value })
  })

  it('is one of the fact’s own', async () => {
    await expect(send({ mode: 'restate', version: 'another' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('does not stand again unawares where what came since stands against it', async () => {
    const { id, stream } = await group.do('opportunity', 'open', opening('aino'), { as: 'aino', at: '2026-02-02' })
    const lost = await group.do('opportunity', 'lose', {}, { id, as: 'aino', at: '2026-02-10' })
    const [ofLoss] = lost.events
    await group.correct(stream, ofLoss?.id ?? '', { as: 'aino' })
    const won = await group.do('opportunity', 'win', {}, { id, as: 'aino', at: '2026-02-05' })
    const again = (confirmed?: boolean) => send({ stream, eventId: ofLoss?.id ?? '', mode: 'restate', confirmed })
    const details = { events: won.events.map((event) => event.id) }
    await expect(again()).rejects.toMatchObject({ code: 'later-facts-conflict', details })
    await expect(again(true)).resolves.toMatchObject({ repeated: false })
  })
})
