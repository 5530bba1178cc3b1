/** Read models derived anew are those that grew event by event. */

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { customersView } from '#crm/customers/customers.view.js'
import { storedPosition } from '#kernel'
import { tableOf } from '#read-models/rows/tables.js'
import { TestGroup } from '../harness/group.js'
import { verified } from '../harness/verified.js'

let group: TestGroup

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
})
afterEach(() => group.close())

/** Two customers with late, restated, retracted and moved facts, merged and parted again. */
async function live(): Promise<void> {
  const a = await group.do('customer', 'register', { name: 'Hotelli Merituuli', sector: 'hospitality' }, { as: 'aino' })
  const b = await group.do('customer', 'register', { name: 'Merituuli Oy', sector: 'marine' }, { as: 'bengt' })
  const note = (customers: string[], at: string, as: 'aino' | 'bengt') =>
    group.do(
      'touchpoint',
      'record-note',
      { customers, unit: as === 'aino' ? 'fi' : 'se', note: `Seen at ${at}.` },
      { as, at },
    )
  const first = await note([a.id], '2026-02-10', 'aino')
  await note([a.id, b.id], '2026-02-12', 'bengt')
  const late = await note([a.id], '2026-01-05', 'aino')
  await group.do(
    'relationship',
    'changeStage',
    { from: 'identified', to: 'exploratory' },
    { id: `${a.id}.fi`, as: 'aino', at: '2026-02-20' },
  )
  await group.correct(first.stream, first.events[0]?.id ?? '', {
    body: { customers: [b.id], unit: 'fi', note: 'Of the other one.' },
  })
  await group.correct(late.stream, late.events[0]?.id ?? '', {})
  await group.do('merge', 'merge', { into: a.id }, { id: b.id, as: 'stella' })
  await note([b.id], '2026-02-25', 'bengt')
  await group.do('customer', 'edit', { name: { was: 'Hotelli Merituuli', is: 'Merituuli' } }, { id: a.id, as: 'aino' })
}

describe('a rebuild', () => {
  it('equals what grew live, through late, corrected, moved and merged facts', async () => {
    await live()
    const { differences, rows } = await verified(group)
    expect(differences).toEqual([])
    expect(rows).toBeGreaterThan(15)
  })

  it('is told from read models that were tampered with', async () => {
    await live()
    const table = tableOf(customersView)
    const row = await group.store.find(table, { limit: 1 })
    const [customer] = row.rows
    if (!customer) throw new Error('no customer was projected')
    await group.store.write([
      {
        table,
        put: {
          ...customer,
          position: storedPosition(customer.position + 1000),
          doc: { ...customer.doc, name: 'Other' },
        },
      },
    ])
    const { differences } = await verified(group)
    expect(differences).toEqual([{ table, key: customer.key, kind: 'other' }])
  })
})
