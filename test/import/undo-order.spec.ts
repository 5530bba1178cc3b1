/** The order in which an undo takes records back, on a log whose answers come late and out of order. */
import { describe, expect, it } from '@jest/globals'
import { HostileEventLog } from '#engines/hostile/hostile-event-log.js'
import { openMemoryLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { NamedRecords } from '#kernel'
import { ImportingGroup, textFile } from './importing-group.js'

const mapping = `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { customers: { name: customers.csv }, deals: { name: deals.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name, parent: parent } }]
  - file: deals
    records:
      - target: opportunity
        key: id
        at: before
        fields: { customer: customer, unit: { constant: fi }, name: id, profile: { constant: product-sale }, stage: { constant: engaging } }
`
const count = 12
const numbered = (line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join('')
/** Every customer but the first belongs to the one before it, and has a deal. */
const chained = {
  mapping,
  files: {
    customers: textFile(
      'customers.csv',
      `no,name,parent\n${numbered((at) => `${at},Customer ${at},${at === 0 ? '' : at - 1}\n`)}`,
    ),
    deals: textFile('deals.csv', `id,customer\n${numbered((at) => `D${at},${at}\n`)}`),
  },
}

/** Records whose beginning was taken back while something that names them still held, and how many facts were taken back. */
async function takenTooEarly(importing: ImportingGroup): Promise<{ early: string[]; taken: number }> {
  const references = new NamedRecords(importing.group.business.registry.catalogue)
  const holding = new Map<string, { begins: boolean; names: ReadonlySet<string> }>()
  const early: string[] = []
  let taken = 0
  for (const event of await importing.events()) {
    const { stream, metadata, id, revision } = event
    if (metadata.corrects?.mode !== 'retract') {
      holding.set(id, { begins: revision === 0, names: references.of(event) })
      continue
    }
    taken++
    const { begins } = holding.get(metadata.corrects.eventId) ?? {}
    holding.delete(metadata.corrects.eventId)
    if (begins && [...holding.values()].some(({ names }) => names.has(stream))) early.push(stream)
  }
  return { early, taken }
}

describe('the order of an undo', () => {
  it.each([1, 2, 3])(
    'takes a record back only after all that names it, also when answers come late (%i)',
    async (seed) => {
      const log = new HostileEventLog(openMemoryLog(), { seed, lostAnswers: 0 })
      const importing = await ImportingGroup.open('EUR', log)
      try {
        await importing.unit('fi')
        const done = await importing.import(chained)
        expect(await importing.undo(done.import)).toMatchObject({ kept: 0, state: 'undone' })
        const { early, taken } = await takenTooEarly(importing)
        expect([early, taken]).toEqual([[], 3 * count - 1])
      } finally {
        await importing.close()
      }
    },
  )
})
