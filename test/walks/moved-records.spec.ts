/** Records that move, come back and are merged: where each of their facts is filed, and what later facts hold against it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { opportunities } from '#crm/opportunities/opportunities.view.js'
import { relationships } from '#crm/relationships/relationships.view.js'
import { history } from '#kernel'
import { tableOf } from '#read-models/rows/tables.js'
import { TestGroup } from '../harness/group.js'
import { verified } from '../harness/verified.js'

let group: TestGroup
let [a, b, c] = ['', '', '']

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  const registered = []
  for (const name of ['Hotelli Aamu', 'Hotelli Ilta', 'Hotelli Merituuli'])
    registered.push((await group.do('customer', 'register', { name }, { as: 'aino', at: '2026-01-01' })).id)
  ;[a, b, c] = registered as [string, string, string]
})
afterEach(async () => {
  expect((await verified(group)).differences).toEqual([])
  await group.close()
})

const value = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
const opening = (customer: string, unit = 'fi') => ({
  customer,
  unit,
  name: 'Kylmähuone',
  profile: 'product-sale',
  stage: 'engaging',
})
const open = (customer = a) => group.do('opportunity', 'open', opening(customer), { as: 'aino', at: '2026-02-01' })
const first = (recorded: { events: { id: string }[] }) => recorded.events[0]?.id ?? ''
const deal = async (id: string) => (await group.store.get(tableOf(opportunities), id))?.doc as Record<string, unknown>
const placesOf = async (stream: string) =>
  history(await group.log.readStream(stream)).map(({ customers, unit }) => `${customers} ${unit}`)

describe('a fact that was taken back while its record moved', () => {
  it('comes back where the record is, and counts', async () => {
    const { id, stream, events } = await open()
    const edited = await group.do(
      'opportunity',
      'edit',
      { value: { is: value(500) } },
      { id, as: 'aino', at: '2026-02-10' },
    )
    await group.correct(stream, first(edited), { as: 'aino' })
    await group.correct(stream, first({ events }), { as: 'aino', body: opening(b) })
    await group.core.correct(
      {
        stream,
        eventId: first(edited),
        mode: 'restate',
        because: 'It held.',
        occurred: { occurredAt: '2026-02-10', occurredPrecision: 'day' },
      },
      { viewer: group.viewer('aino'), commandId: group.core.commandId('back') },
    )
    await group.projector.catchUp()
    expect(await placesOf(stream)).toEqual([`${b} fi`, `${b} fi`])
    expect(await deal(id)).toMatchObject({ customer: b, value: { groupMinor: 500 } })
  })
})

describe('what is dated before the beginning of a record', () => {
  it('moves with it, so that a merge of the old place takes nothing away', async () => {
    const { id, stream, events } = await open()
    await group.do('opportunity', 'changeStage', { to: 'offered' }, { id, as: 'aino', at: '2026-02-10' })
    const late = { as: 'aino', body: opening(a), at: '2026-02-20', confirmed: true }
    await group.correct(stream, first({ events }), late)
    await group.correct(stream, first({ events }), { as: 'aino', body: opening(b) })
    expect(await placesOf(stream)).toEqual([`${b} fi`, `${b} fi`])
    await group.do('merge', 'merge', { into: c }, { id: a, as: 'stella' })
    expect(await deal(id)).toMatchObject({ customer: b, stage: 'engaging' })
  })
})

describe('a document of a record that left a fact behind', () => {
  /** Moves an opening alone, as programs did that left behind what is dated before it. */
  async function moveAlone(stream: string, customer: string): Promise<void> {
    const events = await group.log.readStream(stream)
    const [begun] = events
    const last = events.at(-1)
    if (!begun || !last) throw new Error('nothing was begun')
    const corrects = { eventId: begun.id, mode: 'restate' as const }
    const metadata = { ...last.metadata, corrects, customers: [customer], formerly: { customers: [a], contacts: [] } }
    const id = '00000000-0000-8000-8000-000000000001'
    const moved = { id, type: begun.type, data: opening(customer), metadata: { ...metadata, commandId: id } }
    await group.log.append(stream, last.revision, [moved])
    await group.projector.catchUp()
  }

  it('stays where the record is when the place it left is merged, parted and edited', async () => {
    const { id, stream, events } = await open()
    await group.do('opportunity', 'changeStage', { to: 'offered' }, { id, as: 'aino', at: '2026-02-10' })
    const late = { as: 'aino', body: opening(a), at: '2026-02-20', confirmed: true }
    await group.correct(stream, first({ events }), late)
    await moveAlone(stream, b)
    expect(await placesOf(stream)).toEqual([`${a} fi`, `${b} fi`])
    const merged = await group.do('merge', 'merge', { into: c }, { id: a, as: 'stella' })
    expect(await deal(id)).toMatchObject({ customer: b, stage: 'engaging' })
    await group.correct(merged.stream, first(merged), { as: 'stella' })
    expect(await deal(id)).toMatchObject({ customer: b, stage: 'engaging' })
  })
})

describe('a correction that later facts stand against', () => {
  const conflict = (events: string[]) => ({ code: 'later-facts-conflict', details: { events } })

  it('of the opening of a won deal is refused unless confirmed', async () => {
    const { id, stream, events } = await open()
    const won = await group.do('opportunity', 'win', { value: value(900) }, { id, as: 'aino', at: '2026-02-10' })
    const retract = (confirmed?: boolean) => group.correct(stream, first({ events }), { as: 'aino', confirmed })
    await expect(retract()).rejects.toMatchObject(conflict([first(won)]))
    const later = { as: 'aino', body: opening(a), at: '2026-02-20' }
    await expect(group.correct(stream, first({ events }), later)).rejects.toMatchObject(conflict([first(won)]))
    await expect(retract(true)).resolves.toMatchObject({ repeated: false })
  })

  it('of a stage that the next one left is refused unless confirmed', async () => {
    const id = `${a}.fi`
    const move = (from: string, to: string, at: string) =>
      group.do('relationship', 'changeStage', { from, to, why: 'So.' }, { id, as: 'aino', at })
    await move('identified', 'exploratory', '2026-02-01')
    const back = await move('exploratory', 'identified', '2026-02-02')
    const basic = await move('identified', 'basic', '2026-02-03')
    await expect(group.correct(back.stream, first(back), { as: 'aino' })).rejects.toMatchObject(
      conflict([first(basic)]),
    )
    await group.correct(back.stream, first(back), { as: 'aino', confirmed: true })
    expect((await group.store.get(tableOf(relationships), id))?.doc).toMatchObject({ stage: 'basic' })
  })

  it('is held against facts of the records that were merged, too', async () => {
    const move = (id: string, from: string, to: string, at: string) =>
      group.do('relationship', 'changeStage', { from, to, why: 'So.' }, { id: `${id}.fi`, as: 'aino', at })
    const moved = await move(a, 'identified', 'exploratory', '2026-02-01')
    await group.do('merge', 'merge', { into: c }, { id: a, as: 'stella' })
    const next = await move(c, 'exploratory', 'basic', '2026-02-03')
    expect(next.stream).not.toBe(moved.stream)
    await expect(group.correct(moved.stream, first(moved), { as: 'aino' })).rejects.toMatchObject(
      conflict([first(next)]),
    )
  })

  it('of a registration is refused while records of others name it', async () => {
    const { stream, events } = await group.do('customer', 'register', { name: 'Hotelli Yö' }, { as: 'aino' })
    const id = stream.slice('customer-'.length)
    const retract = (confirmed?: boolean) => group.correct(stream, first({ events }), { as: 'aino', confirmed })
    const opened = await open(id)
    await expect(retract()).rejects.toMatchObject(conflict([first(opened)]))
    await group.correct(opened.stream, first(opened), { as: 'aino' })
    await expect(retract()).resolves.toMatchObject({ repeated: false })
    await group.correct(stream, first({ events }), { as: 'aino', body: { name: 'Hotelli Yö' } })
    const edited = await group.do('customer', 'edit', { employees: { is: 5 } }, { id, as: 'aino' })
    await expect(retract()).rejects.toMatchObject(conflict([first(edited)]))
    await expect(retract(true)).resolves.toMatchObject({ repeated: false })
  })

  it('of a person is refused while a note names them', async () => {
    const person = await group.do('contact', 'register', { name: 'Kaisa Koe' }, { as: 'aino' })
    const note = { customers: [a], unit: 'fi', contacts: [person.id], note: 'They ask for an offer.' }
    const met = await group.do('touchpoint', 'record-note', note, { as: 'aino' })
    const retract = () => group.correct(person.stream, first(person), { as: 'aino' })
    await expect(retract()).rejects.toMatchObject(conflict([first(met)]))
    await group.correct(met.stream, first(met), { as: 'aino', body: { ...note, contacts: [] } })
    await expect(retract()).resolves.toMatchObject({ repeated: false })
  })

  it('of a deal is refused while a note is about it, and of a unit while anything is its own', async () => {
    const opened = await open()
    const note = { customers: [b], unit: 'fi', opportunity: opened.id, note: 'They build it.' }
    const about = { customers: [a], unit: 'fi', opportunity: opened.id, note: 'They ask for an offer.' }
    await group.do('touchpoint', 'record-note', note, { as: 'aino' })
    const met = await group.do('touchpoint', 'record-note', about, { as: 'aino' })
    await expect(group.correct(opened.stream, first(opened), { as: 'aino' })).rejects.toMatchObject(
      conflict([first(met)]),
    )
    const [unit] = await group.log.readStream('unit-fi')
    await expect(group.correct('unit-fi', unit?.id ?? '', { as: 'adam' })).rejects.toMatchObject({
      code: 'later-facts-conflict',
    })
  })
})

describe('a note of the wrong unit', () => {
  const noteOf = (unit: string) => ({ customers: [a], unit, note: 'A new chef.' })

  it('is moved by a steward, not by a manager of the unit it leaves', async () => {
    const { stream, events } = await group.do('touchpoint', 'record-note', noteOf('fi'), { as: 'aino' })
    const move = (as: string) => group.correct(stream, first({ events }), { as, body: noteOf('se') })
    await expect(move('eero')).rejects.toMatchObject({ kind: 'forbidden' })
    await move('stella')
    expect(await placesOf(stream)).toEqual([`${a} se`])
  })
})
