/** Rows that are recorded and to be looked at: letters read in another encoding, and times over which clocks are moved. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type ImportFile, previewImport } from '#imports'
import { isMisread } from '#imports/values/misread.js'
import { ImportingGroup } from './importing-group.js'

const mapping = (encoding: string) => `kumppani-mapping: 1
source: old
formats: { encoding: ${encoding}, dates: "YYYY-MM-DD HH:mm", zone: Europe/Helsinki, clock: later }
files: { customers: { name: c.csv } }
rows:
  - file: customers
    records:
      - { target: customer, key: "no", at: before, fields: { name: name } }
      - { target: note, key: "no", at: at, fields: { customers: { each: ["no"] }, unit: { constant: fi }, note: name } }
`
const text = 'no,name,at\n1,Keittiö,2025-03-01 12:00\n2,Kitchen,2025-10-26 03:30\n3,Plain,2025-03-30 03:30\n'
const saved = (as: 'utf8' | 'latin1'): Record<string, ImportFile> => ({
  customers: {
    name: 'c.csv',
    async *open() {
      yield Buffer.from(text, as)
    },
  },
})
interface Left {
  warned: { line: number; why: string }[]
  reasons: { why: string; rows: number }[]
}

let importing: ImportingGroup
beforeEach(async () => {
  importing = await ImportingGroup.open('EUR')
  await importing.unit('fi')
})
afterEach(() => importing.close())

describe('a file', () => {
  it('that is UTF-8 and declared as windows-1252 is warned of, in the preview too', async () => {
    const request = { mapping: { name: 't.yaml', text: mapping('windows-1252') }, files: saved('utf8') }
    const { warnings } = await previewImport({ ...request, viewer: importing.viewer() }, importing.ports)
    expect(warnings).toEqual({ 'misread-text': 1, 'unclear-time': 2 })
    const done = await importing.import({ mapping: mapping('windows-1252'), files: saved('utf8') })
    expect(done).toMatchObject({ recorded: 3, refused: 0, saidAgain: 0 })
    const { warned, reasons } = await importing.ask<Left>('import', { id: done.import })
    expect(warned.map(({ line, why }) => [line, why])).toEqual([
      [2, 'misread-text'],
      [3, 'unclear-time'],
      [4, 'unclear-time'],
    ])
    expect(reasons).toMatchObject([
      { why: 'unclear-time', rows: 2 },
      { why: 'misread-text', rows: 1 },
    ])
  })

  it('that is windows-1252 and declared as UTF-8 is refused, with what it most often is', async () => {
    await expect(importing.import({ mapping: mapping('utf-8'), files: saved('latin1') })).rejects.toThrow(
      'windows-1252',
    )
  })

  it('that is what it is declared as is not warned of', async () => {
    for (const [encoding, as] of [
      ['utf-8', 'utf8'],
      ['windows-1252', 'latin1'],
    ] as const) {
      const request = { mapping: { name: 't.yaml', text: mapping(encoding) }, files: saved(as) }
      const { warnings } = await previewImport({ ...request, viewer: importing.viewer() }, importing.ports)
      expect(warnings).toEqual({ 'unclear-time': 2 })
    }
  })
})

it.each(['Åäö ÆØÅ', 'Straße', 'CAFÉ–BAR', '20 °C', 'Ça va « bien »', 'naïve', 'Łódź', '冷凍', 'ψυγείο'])(
  '%s is not taken for misread',
  (cell) => expect(isMisread([cell])).toBe(false),
)
it.each(['Keittiö', 'Åbo', 'Straße', 'ΨΥΓ', 'кухня', '“quoted”'])('%s, misread, is', (cell) => {
  const misread = new TextDecoder('windows-1252').decode(Buffer.from(cell))
  expect(isMisread([misread])).toBe(true)
})
