/** A key begins one import: what the same request is answered, what another one is, and whose files are kept. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { customersView } from '#crm/customers/customers.view.js'
import { type ImportFile, runImport } from '#imports'
import { ImportingGroup, last, textFile } from './importing-group.js'

const mapping = `kumppani-mapping: 1
source: old
formats: { dates: YYYY-MM-DD, currency: EUR }
files: { customers: { name: customers.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name } }]
`
const reused = { code: 'idempotency-key-reused' }

let importing: ImportingGroup
const start = (names: readonly string[], other: { text?: string; only?: string[]; file?: ImportFile } = {}) => {
  const lines = names.map((name, at) => `${at},${name}\n`).join('')
  const customers = other.file ?? textFile('customers.csv', `no,name\n${lines}`)
  return importing.start({ mapping: other.text ?? mapping, files: { customers }, only: other.only, key: 'one' })
}
const imported = async (id: string) => {
  await last(runImport(id, importing.viewer(), importing.ports))
  return (await importing.documents(customersView)).map(({ name }) => name).sort()
}
const kept = (id: string) => importing.ports.files.names(id)

beforeEach(async () => {
  importing = await ImportingGroup.open('EUR')
})
afterEach(() => importing.close())

describe('a key that begins an import again', () => {
  it('is answered with the import it began, also after its end', async () => {
    const id = await start(['Merituuli'])
    expect(await start(['Merituuli'])).toBe(id)
    expect(await imported(id)).toEqual(['Merituuli'])
    expect(await start(['Merituuli'])).toBe(id)
  })

  it('is refused with other rows, another mapping, or other files wanted, and leaves what was sent first', async () => {
    const id = await start(['Merituuli'])
    const before = await kept(id)
    await expect(start(['Aallokko'])).rejects.toMatchObject(reused)
    await expect(start(['Merituuli'], { text: `${mapping}# other\n` })).rejects.toMatchObject(reused)
    await expect(start(['Merituuli'], { only: ['customers'] })).rejects.toMatchObject(reused)
    expect(await kept(id)).toEqual(before)
    expect(await imported(id)).toEqual(['Merituuli'])
  })

  it('is free where its first request was refused, and nothing of that is kept', async () => {
    const broken = textFile('customers.csv', 'no,name\n1,"Meri"tuuli\n')
    await expect(start([], { file: broken })).rejects.toThrow()
    const owners = await importing.ports.files.owners()
    expect((await Promise.all(owners.map(kept))).flat()).toEqual([])
    expect(await imported(await start(['Merituuli']))).toEqual(['Merituuli'])
  })
})

describe('a key that begins imports twice at once', () => {
  it('begins one of two that differ, from its own files, and keeps no others', async () => {
    const names = ['Merituuli', 'Aallokko']
    const settled = await Promise.allSettled(names.map((name) => start([name])))
    const at = settled.findIndex(({ status }) => status === 'fulfilled')
    const [id, refused] = [settled[at], settled[1 - at]] as [PromiseFulfilledResult<string>, PromiseRejectedResult]
    expect(refused.reason).toMatchObject(reused)
    expect(await kept(id.value)).toHaveLength(3)
    expect(await imported(id.value)).toEqual([names[at]])
  })

  it('begins the same one once', async () => {
    const [one, other] = await Promise.all([start(['Merituuli']), start(['Merituuli'])])
    expect(one).toBe(other)
    expect(await imported(one)).toEqual(['Merituuli'])
  })

  it('leaves the files of the one that can be read', async () => {
    const broken: ImportFile = {
      name: 'customers.csv',
      async *open() {
        yield Buffer.from('no,name\n')
        throw new Error('the connection broke')
      },
    }
    const [good, bad] = await Promise.allSettled([start(['Merituuli']), start([], { file: broken })])
    expect([good.status, bad.status]).toEqual(['fulfilled', 'rejected'])
    expect(await imported((good as PromiseFulfilledResult<string>).value)).toEqual(['Merituuli'])
  })
})
