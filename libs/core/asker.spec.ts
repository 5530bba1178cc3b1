/** Who sees what of the history, and which moment an answer stands for. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'

let group: TestGroup
let customer: string

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
})
afterEach(() => group.close())

const note = (of: string) =>
  group.do('touchpoint', 'record-note', { customers: [of], unit: 'fi', note: 'A cold room.' }, { as: 'aino' })

describe('a merged customer, where each unit reads its own history', () => {
  let twin: string
  let registered: number

  beforeEach(async () => {
    const recorded = await group.do('customer', 'register', { name: 'Merituuli Oy' }, { as: 'aino' })
    twin = recorded.id
    registered = recorded.position
    await note(customer)
    await group.do('group', 'setHistory', { history: 'own' }, { id: 'group' })
    await group.do('merge', 'merge', { into: customer }, { id: twin, as: 'stella' })
  })

  it('is seen by those who deal with its survivor, and by nobody else', async () => {
    const seen = (as: string) => group.core.event(registered, group.viewer(as))
    expect(await seen('aino')).toMatchObject({ type: 'customer.registered' })
    await expect(seen('bengt')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('gets posts from those who deal with its survivor alone', async () => {
    const { id } = await group.do('contact', 'register', { name: 'Ilona Meritähti' }, { as: 'bengt' })
    const post = { customer: twin, title: 'Chef', level: 'operational', since: '2024-08-01' }
    const started = (as: string) => group.do('contact', 'startPost', post, { id, as })
    await expect(started('bengt')).rejects.toMatchObject({ code: 'not-found' })
    expect((await started('aino')).events).toHaveLength(1)
  })
})
