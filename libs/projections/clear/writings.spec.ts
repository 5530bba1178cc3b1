/** Much that was written with one customer is opened in portions, each by keys that were fetched for it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { KeyNotFetched, type Row, type StoredEvent, storedPosition } from '#kernel'
import { openerOf } from '#privacy/held-keys.js'
import { TestGroup } from '#test/harness/group.js'
import { type OpenerOf, writingsOf } from './writings.js'

let group: TestGroup
let stored: StoredEvent[]
const many = 1200
/** So many values, and the keys are too old. */
const keysLast = 500

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  const { id } = await group.do('customer', 'register', { name: 'Satama', sector: 'marine' }, { as: 'aino' })
  await group.do('touchpoint', 'record-note', { customers: [id], unit: 'fi', note: 'Said once.' }, { as: 'aino' })
  const [note] = (await group.log.readAll({ after: 0, limit: 1000 })).filter(({ type }) => type === 'touchpoint.note')
  if (!note) throw new Error('no note was recorded')
  stored = Array.from({ length: many }, (_, n) => ({ ...note, id: `note-${n}`, position: storedPosition(1000 + n) }))
})
afterEach(() => group.close())

const expiring: OpenerOf = async (values) => {
  const open = await openerOf(group.vault)(values)
  let used = 0
  return (value) => {
    if (++used > keysLast) throw new KeyNotFetched('too old')
    return open(value)
  }
}

describe('what people wrote', () => {
  it('is opened whole, though keys are held for a part of it only', async () => {
    const { catalogue } = group.business.registry
    const [customer] = stored[0]?.metadata.customers ?? []
    const parts = { catalogue, privateWriting: group.business.privateWriting, withheld: new Set<string>() }
    const rows: Row[] = []
    for await (const { row } of writingsOf([`customer:${customer}`], stored, { ...parts, openerOf: expiring }))
      rows.push(row)
    expect(rows).toHaveLength(many)
    expect(new Set(rows.map(({ columns }) => columns.text))).toEqual(new Set(['Said once.']))
  })
})
