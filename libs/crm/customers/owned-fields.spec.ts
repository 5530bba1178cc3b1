/** What whoever edits a field of another system is told. */
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { said } from '#kernel'
import { TestGroup } from '#test/harness/group.js'

let group: TestGroup
let hotel: string

const moved = { city: { was: 'Turku', is: 'Pori' } }
const edit = (body: object = moved, as = 'aino') => group.do('customer', 'edit', body, { id: hotel, as })
const kept = { code: 'kept-as-contradiction', field: 'city', owner: 'erp', ours: 'Turku', theirs: 'Pori' }

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  hotel = (await group.do('customer', 'register', { name: 'Hotelli Merituuli', city: 'Turku' }, { as: 'aino' })).id
  await group.do('group', 'setOwningSystem', { fieldGroup: 'address', system: 'erp' }, { id: 'group' })
})
afterEach(() => group.close())

it('hears that it is kept as a contradiction, also where it was said before and nothing new is recorded', async () => {
  const first = await edit({ ...moved, employees: { is: 5 } })
  const [contradiction] = first.events.filter(({ type }) => type === 'customer.contradicted')
  expect(first.notices).toMatchObject([
    {
      ...kept,
      contradiction: contradiction?.id,
      sentence: { texts: { fi: expect.stringMatching(/^Kentän omistaa \{owner\}: /) }, values: { owner: 'erp' } },
    },
  ])
  const again = await edit(moved, 'bengt')
  expect(again.events).toEqual([])
  expect(again.notices).toMatchObject([{ ...kept, contradiction: contradiction?.id }])
  expect(again.notices?.map((one) => said(one, 'sv').sentence)).toEqual([expect.stringMatching(/^Fältet ägs av erp: /)])
})

it('hears nothing of fields that are ours', async () => {
  expect((await edit({ employees: { is: 5 } })).notices).toBeUndefined()
})

it('makes no contradiction of a value that was settled against, while we hold the same', async () => {
  const { events } = await edit()
  const settled = { contradiction: events[0]?.id, takenOver: false }
  await group.do('customer', 'resolveContradiction', settled, { id: hotel, as: 'stella' })
  const again = await edit()
  expect(again.events).toEqual([])
  expect(again.notices).toMatchObject([{ ...kept, code: 'contradiction-declined' }])
  expect((await edit({ city: { was: 'Turku', is: 'Rauma' } })).events).toHaveLength(1)
})
