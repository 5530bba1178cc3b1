/** The gist of a note: one sentence in the group's language for readers of others; corrected, taken back and erased with it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { BriefAnswer } from '#crm/pages/brief/brief.query.js'
import type { ContactTimelineAnswer } from '#crm/pages/timeline/contact-timeline.query.js'
import type { MyChangesAnswer } from '#crm/pages/timeline/my-changes.query.js'
import type { TimelineAnswer } from '#crm/pages/timeline/timeline.query.js'
import { erasePerson } from '#operations/persons/erase-person.js'
import { TestGroup } from '../harness/group.js'

let group: TestGroup
let hotel: string
let ilona: string
let note: string

const says = 'Kylmiöt ennen kesää.'
const gist = 'They want the cold rooms before summer.'
const add = (as = 'aino', id = note, text = gist) => group.do('touchpoint', 'addGist', { gist: text }, { as, id })
const rowFor = async (as: string, more: object = {}) => {
  const { rows } = await group.ask<TimelineAnswer>('timeline', { id: hotel }, { as, ...more })
  return rows.find(({ kind }) => kind === 'note')
}

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  group.time = '2026-03-02T09:00:00.000Z'
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  ilona = (await group.do('contact', 'register', { name: 'Ilona' }, { as: 'aino' })).id
  for (const [id, language] of [
    ['kari', 'fi'],
    ['karin', 'sv'],
  ] as const) {
    await group.do('member', 'join', { name: id, function: 'sales', unit: 'fi', language }, { id })
    await group.do('member', 'grant', { role: 'member', unit: 'fi' }, { id })
  }
  const body = { customers: [hotel], unit: 'fi', contacts: [ilona], note: says, language: 'fi' }
  note = (await group.do('touchpoint', 'record-note', body, { as: 'kari', at: '2026-03-01' })).id
})
afterEach(() => group.close())

describe('a gist', () => {
  it('is shown beside the note to readers of other languages, from when it was added', async () => {
    await add()
    expect(await rowFor('karin')).toMatchObject({ summary: says, gist })
    expect((await rowFor('kari'))?.gist).toBeUndefined()
    expect((await rowFor('karin', { knownAt: String((await group.log.head()) - 1) }))?.gist).toBeUndefined()
    expect((await rowFor('karin', { asOf: '2026-03-01' }))?.gist).toBe(gist)
    const { steps } = await group.ask<{ steps: object[] }>('touchpoint', { id: note }, { as: 'karin' })
    expect(steps[1]).toMatchObject({ kind: 'gist', kindName: 'Sammanfattning tillagd', says: { gist, language: 'fi' } })
  })

  it('stands in a person’s timeline, now and in the past, where what was noted is shown', async () => {
    const ofPerson = async (as: string, more: object = {}) => {
      const { rows } = await group.ask<ContactTimelineAnswer>('contact-timeline', { id: ilona }, { as, ...more })
      return rows.find(({ kind }) => kind === 'note')
    }
    const before = String(await group.log.head())
    await add()
    expect(await ofPerson('karin')).toMatchObject({ summary: says, gist })
    expect((await ofPerson('karin', { asOf: '2026-03-01' }))?.gist).toBe(gist)
    expect((await ofPerson('karin', { knownAt: before }))?.gist).toBeUndefined()
    expect((await ofPerson('kari'))?.gist).toBeUndefined()
  })

  it('stands in what happened with one’s customers', async () => {
    await group.do('relationship', 'setOwner', { owner: 'karin' }, { as: 'aino', id: `${hotel}.fi` })
    await add()
    const { rows } = await group.ask<MyChangesAnswer>('my-changes', {}, { as: 'karin' })
    expect(rows.find(({ kind }) => kind === 'note')).toMatchObject({ summary: says, gist })
  })

  it('stands in a brief, once beside what they said, and beside the last touch', async () => {
    const notes = { goals: 'Yksi loki.', challenges: 'Kesä on kiireinen.' }
    const body = { customers: [hotel], unit: 'fi', notes, language: 'fi' }
    const { id } = await group.do('touchpoint', 'record-visit', body, { as: 'kari', at: '2026-03-02' })
    await add('aino', id)
    const gistsOf = async (as: string, topic: string) => {
      const { sections } = await group.ask<BriefAnswer>('brief', { id: hotel }, { as })
      return sections.find((one) => one.topic === topic)?.lines.map((line) => line.gist)
    }
    expect(await gistsOf('karin', 'said')).toEqual([gist, undefined])
    expect(await gistsOf('karin', 'touches')).toEqual([gist])
    expect([await gistsOf('kari', 'said'), await gistsOf('kari', 'touches')]).toEqual([
      [undefined, undefined],
      [undefined],
    ])
  })

  it('is added once, by anybody of the unit, to what took place', async () => {
    await expect(add('bengt')).rejects.toMatchObject({ code: 'not-allowed' })
    await add('karin')
    await expect(add('kari')).rejects.toMatchObject({ code: 'touchpoint-gist-exists' })
    const own = { customers: [hotel], unit: 'fi', note: 'Mine.' }
    const hidden = await group.do('touchpoint', 'record-private-note', own, { as: 'aino' })
    await expect(add('aino', hidden.id)).rejects.toMatchObject({ code: 'touchpoint-private' })
    await expect(add('aino', note, 'Two\nlines')).rejects.toMatchObject({ name: 'InvalidInput' })
  })

  it('is corrected, and taken back, after which it can be said again', async () => {
    const { stream, events } = await add()
    const id = events[0]?.id ?? ''
    await group.correct(stream, id, { as: 'aino', body: { gist: 'Better.', language: 'en' } })
    expect((await rowFor('karin'))?.gist).toBe('Better.')
    await group.correct(stream, id, { as: 'aino' })
    expect((await rowFor('karin'))?.gist).toBeUndefined()
    await add()
    expect((await rowFor('karin'))?.gist).toBe(gist)
  })

  it('is erased with the note', async () => {
    await add()
    await erasePerson(ilona, { by: group.viewer('stella'), grounds: 'asked' }, group.rights())
    await group.projector.catchUp()
    expect(await rowFor('karin')).toMatchObject({ summary: { erased: true }, gist: { erased: true } })
  })
})
