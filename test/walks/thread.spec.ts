/** The thinnest thread: a command becomes an event, the event a document, the document an answer. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { relationships } from '#crm/relationships/relationships.view.js'
import { TestGroup } from '../harness/group.js'

let group: TestGroup

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
})
afterEach(() => group.close())

describe('recording a meeting', () => {
  it('begins a relationship and shows in its document', async () => {
    const { id } = await group.do(
      'customer',
      'register',
      { name: 'Hotelli Merituuli', sector: 'hospitality' },
      { as: 'aino' },
    )
    await group.do(
      'touchpoint',
      'record-meeting',
      { customers: [id], unit: 'fi', note: 'They plan a new wing.' },
      { as: 'aino' },
    )
    const row = await group.store.get(`${relationships.name}-${relationships.version}`, `${id}.fi`)
    expect(row?.doc).toMatchObject({
      customer: id,
      unit: 'fi',
      stage: 'identified',
      touches: 1,
      byFunction: { sales: { count: 1 } },
    })
  })
})
