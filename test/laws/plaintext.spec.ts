/** Plaintext comes to the same however late it follows: the read models may be ahead of it by any number of events. */
import { afterEach, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { openSqliteClearStore } from '#engines/sqlite/clear-store/sqlite-clear-store.js'
import type { ClearReads } from '#kernel'
import { ClearFollower } from '#projections/clear/clear-follower.js'
import { clearTablesOf } from '#read-models/rows/tables.js'
import { happenings } from './generated.js'
import { lawful } from './law-views.js'
import { logOf, Projected } from './projected.js'

jest.setTimeout(60_000)

const opened: { close(): Promise<void> }[] = []
const closeAll = async () => {
  for (const each of opened.splice(0)) await each.close()
}
afterEach(closeAll)

async function rowsOf(clear: Pick<ClearReads, 'scan'>): Promise<unknown[]> {
  const found: unknown[] = []
  for (const { name } of clearTablesOf(lawful.registry))
    for await (const rows of clear.scan(name, { sort: [] }))
      found.push(...rows.map(({ key, columns }) => ({ name, key, columns })))
  return found
}

it('comes to what followed at once, from wherever it goes on', async () => {
  const stops = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc
      .asyncProperty(happenings(40), stops, async (happened, at) => {
        const { log, events } = await logOf(happened)
        const projected = await Projected.over(log)
        const clear = openSqliteClearStore({ file: ':memory:', locale: 'fi' })
        opened.push(projected, clear, log)
        const catchUp = async () => {
          const { store, opening } = projected
          await new ClearFollower({ ...lawful, log, store, clear, openerOf: opening.openerOf }).open()
        }
        for (const [index, event] of events.entries()) {
          if (at.includes(index)) await catchUp()
          await projected.projector.project([event])
        }
        await catchUp()
        expect(await rowsOf(clear)).toEqual(await rowsOf(projected.clear))
      })
      .afterEach(closeAll),
    { numRuns: Number(process.env.LAWS ?? 30) },
  )
})
