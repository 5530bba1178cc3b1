/** What `verify` says of read models that are not what the log says: which record, and how it differs. */

import { expect, it } from '@jest/globals'
import { customersView } from '#crm/customers/customers.view.js'
import { storedPosition } from '#kernel'
import { Comparison, compareStores } from '#projections/verify.js'
import { tableOf } from '#read-models/rows/tables.js'
import { lawful } from '../laws/law-views.js'
import { logOf, Projected } from '../laws/projected.js'

const registered = [0, 1, 2].map((customer) => ({ what: 'register', n: [3, customer, 0, 0, 0, 0] }))
const table = tableOf(customersView)

it('names the record that is missing, the one too many and the one that differs', async () => {
  const { log, events } = await logOf(registered)
  const [kept, clean] = [await Projected.over(log), await Projected.over(log)]
  for (const each of [kept, clean]) await each.projector.catchUp()
  const position = events.at(-1)?.position ?? 0
  const compared = async () => {
    const { registry } = lawful
    const { differences, rows } = await compareStores(kept.store, clean.store, { registry, position })
    const byRows = new Comparison(registry, { withPlaintext: false })
    let turns = 1
    while (!(await byRows.goOn({ kept: kept.store, clean: clean.store }, () => true))) turns++
    expect(byRows.found).toEqual({ rows, differences })
    expect(turns).toBeGreaterThan(registered.length)
    return differences.filter((difference) => difference.table === table)
  }
  expect(await compared()).toEqual([])

  await kept.store.write([{ table, remove: 'c0', position: storedPosition(position + 1) }])
  expect(await compared()).toEqual([{ table, key: 'c0', kind: 'missing' }])

  await clean.store.write([{ table, remove: 'c1', position: storedPosition(position + 1) }])
  expect(await compared()).toEqual([
    { table, key: 'c0', kind: 'missing' },
    { table, key: 'c1', kind: 'surplus' },
  ])

  const row = await kept.store.get(table, 'c2')
  if (row)
    await kept.store.write([
      { table, put: { ...row, position: storedPosition(position + 1), doc: { name: 'Another' } } },
    ])
  expect((await compared()).at(-1)).toEqual({ table, key: 'c2', kind: 'other' })
  for (const each of [kept, clean]) await each.close()
  await log.close()
})
