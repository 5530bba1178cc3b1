/** The contract of leases on each engine, and what the embedded one does beyond it. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { HostileLeases, SharedLeases } from '#engines/hostile/hostile-leases.js'
import { SqliteLeases } from '#engines/sqlite/leases/sqlite-leases.js'
import { describeLeases } from './leases.contract.js'

const root = mkdtempSync(join(tmpdir(), 'kumppani-leases-'))
afterAll(() => rmSync(root, { recursive: true }))

let opened = 0
describeLeases('leases of one machine', async () => {
  const file = join(root, `leases-${opened++}.db`)
  return {
    ...{ leases: SqliteLeases.open(file), again: () => SqliteLeases.open(file), pass: () => undefined },
    areAlwaysHad: true,
  }
})
describeLeases('hostile leases', async () => {
  const shared = new SharedLeases()
  const leases = () => new HostileLeases(shared, ++opened)
  return { leases: leases(), again: leases, pass: (name) => shared.pass(name) }
})

describe('leases of one machine', () => {
  const takenIn = async (file: string) => {
    const leases = SqliteLeases.open(file)
    const { epoch } = await leases.take('work')
    await leases.close()
    return epoch
  }

  it('come with later epochs from start to start, also when their file was removed or damaged', async () => {
    const file = join(root, 'kept.db')
    const epochs = [await takenIn(file), await takenIn(file)]
    writeFileSync(file, 'no database at all, but long enough to be looked at as one'.repeat(100))
    epochs.push(await takenIn(file))
    truncateSync(file, 0)
    epochs.push(await takenIn(file))
    const [first = 0, second = 0, ...afterwards] = epochs
    expect(second).toBeGreaterThan(first)
    // A file made within the second in which the last was taken knows no better than the clock.
    for (const epoch of afterwards) expect(epoch).toBeGreaterThanOrEqual(first)
  })
})
