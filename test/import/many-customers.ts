/** A file of many customers with its mapping, the same every time. */
import type { ImportRequest } from '#imports'

const mapping = `kumppani-mapping: 1
source: many
files: { customers: { name: customers.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name, parent: parent } }]
`

/** Every tenth belongs to the one after it, which stands further down. */
export function customersToImport(count: number): Pick<ImportRequest, 'mapping' | 'files'> {
  const lines = Array.from({ length: count }, (_, at) => `${at},Customer ${at},${at % 10 === 0 ? at + 1 : ''}\n`)
  const text = `no,name,parent\n${lines.join('')}`
  const customers = {
    name: 'customers.csv',
    async *open() {
      yield Buffer.from(text)
    },
  }
  return { mapping: { name: 'many.yaml', text: mapping }, files: { customers } }
}
