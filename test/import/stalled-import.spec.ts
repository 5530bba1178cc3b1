/** Imports that cannot go on say so, are taken up again, and never write past an undo. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { customersView } from '#crm/customers/customers.view.js'
import { importTargets } from '#crm/imports/import-targets.js'
import { HostileLeases, SharedLeases } from '#engines/hostile/hostile-leases.js'
import { expireImportFiles, importsUnderWay, resumeImport, runImport, undoImport } from '#imports'
import { ImportStream } from '#imports/run/course/import-stream.js'
import { ImportService } from '#operations/imports/import-service.js'
import { ImportingGroup, last, textFile } from './importing-group.js'

const mapping = `kumppani-mapping: 1
source: old
files: { customers: { name: customers.csv } }
rows:
  - file: customers
    records: [{ target: customer, key: "no", at: before, fields: { name: name, employees: size } }]
`
const rows = (count: number) => Array.from({ length: count }, (_, at) => `${at},Customer ${at},\n`).join('')
const sent = (text: string, head = 'no,name,size') => ({
  mapping,
  files: { customers: textFile('customers.csv', `${head}\n${text}`) },
})
const page = (id: string) => importing.ask('import', { id })

let importing: ImportingGroup
beforeEach(async () => {
  importing = await ImportingGroup.open('EUR')
  await importing.unit('fi')
})
afterEach(() => importing.close())

/** Imports the first chunk only. */
async function begun(as?: string): Promise<string> {
  const id = await importing.start({ ...sent(rows(900)), as })
  for await (const _ of runImport(id, importing.viewer(as), importing.ports)) break
  return id
}

describe('an import', () => {
  it('takes no fact at a revision where another was told', async () => {
    const id = await begun()
    const [one, other] = await Promise.all([0, 1].map(() => ImportStream.load(importing.ports, id)))
    await one?.append([{ type: 'import.undo-started', data: { because: 'Wrong file.' } }], importing.viewer())
    const late = other?.append([{ type: 'import.completed', data: {} }], importing.viewer())
    await expect(late).rejects.toMatchObject({ name: 'RevisionConflict' })
    expect(await page(id)).toMatchObject({ state: 'undoing' })
  })

  it('says that its files are gone, and that its starter is', async () => {
    await importing.group.member('eero', 'fi', 'manager')
    const [lost, left] = [await begun(), await begun('eero')]
    await importing.ports.files.remove(lost)
    await expect(last(resumeImport(lost, importing.ports))).rejects.toThrow('gone')
    await importing.group.send('member', 'leave', {}, { id: 'eero' })
    for await (const _ of resumeImport(left, importing.ports));
    expect(await page(lost)).toMatchObject({ state: 'stalled', stalled: 'files-gone' })
    expect(await page(left)).toMatchObject({ state: 'stalled', stalled: 'starter-gone' })
    expect((await importsUnderWay(importing.ports)).sort()).toEqual([lost, left].sort())
  })

  it('says that its starter may import no more, and goes on when they may', async () => {
    await importing.group.member('eero', 'fi', 'manager')
    const id = await begun('eero')
    const role = { role: 'manager', unit: 'fi' }
    await importing.group.send('member', 'withdraw', role, { id: 'eero' })
    await expect(last(resumeImport(id, importing.ports))).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await page(id)).toMatchObject({ state: 'stalled', stalled: 'not-allowed' })
    await importing.group.send('member', 'grant', role, { id: 'eero' })
    expect(await last(resumeImport(id, importing.ports))).toMatchObject({ state: 'completed' })
    expect(await page(id)).toMatchObject({ state: 'completed', stalled: undefined })
  })

  it('whose undo was stopped is undone when it is taken up', async () => {
    const id = await begun()
    await last(resumeImport(id, importing.ports))
    const request = { importId: id, viewer: importing.viewer(), because: 'Wrong file.' }
    for await (const _ of undoImport(request, importing.ports)) break
    expect(await last(resumeImport(id, importing.ports))).toMatchObject({ state: 'undone' })
    expect(await importing.documents(customersView)).toEqual([])
  })
})

describe('a running import', () => {
  it('makes way for its undo behind the chunk that it is at', async () => {
    const failures: Error[] = []
    const { files, rehearsing } = importing.ports
    const importService = new ImportService(importing.group.core, importing.group.vault, {
      targets: importTargets,
      files,
      rehearsing,
      leases: new HostileLeases(new SharedLeases(), 3),
      onFailure: (error) => failures.push(error),
    })
    const viewer = importing.viewer()
    const upload = { upload: 'running', by: viewer.member, name: 'customers', fileName: 'customers.csv' }
    await importService.keep(upload, sent(rows(3000)).files.customers.open())
    const id = await importService.start({ upload: 'running', mapping: { name: 'old.yaml', text: mapping }, viewer })
    while (Number((await ImportStream.load(importService.ports, id)).state.upTo) === 0) await new Promise(setImmediate)
    await importService.undo({ importId: id, viewer, because: 'Wrong file.' })
    while ((await ImportStream.load(importService.ports, id)).state.course !== 'undone') await new Promise(setImmediate)
    await importService.stop()
    const { counts } = (await ImportStream.load(importService.ports, id)).state
    expect(counts.rows).toBeLessThan(3000)
    expect(failures).toEqual([])
    expect(await importing.documents(customersView)).toEqual([])
  }, 60_000)
})

describe('names that others have chosen', () => {
  it('do not stand in the way of telling that a cell was refused', async () => {
    for (const [column, head] of [
      ['"si\\nze"', '"si\nze"'],
      ['x'.repeat(400), 'x'.repeat(400)],
    ] as const) {
      const files = { customers: textFile('cust\u202eomers.csv', `no,name,${head}\n1,Merituuli,many\n`) }
      const named = mapping.replace('employees: size', `employees: { column: ${column} }`)
      const done = await importing.import({ mapping: named, files })
      // The first time the rest of the row is recorded, then nothing is.
      expect([done.refused + done.inPart, done.state]).toEqual([1, 'completed'])
      const { refused } = (await page(done.import)) as { refused: { column: string }[] }
      expect(refused).toMatchObject([
        { file: 'cust omers.csv', column: head.includes('x') ? 'x'.repeat(200) : 'si ze' },
      ])
    }
  })

  it('are refused in the header where no cell could hold them', async () => {
    await expect(importing.start(sent('', 'no,name,si\u202eze,size'))).rejects.toMatchObject({
      problem: { code: 'direction-character', line: 1, column: 'column 3' },
    })
  })

  it('are refused in the mapping where they are too long', async () => {
    const long = mapping.replace('source: old', `source: ${'r'.repeat(150)}`)
    await expect(importing.start({ ...sent(''), mapping: long })).rejects.toMatchObject({ name: 'MappingFault' })
  })
})

describe('files that were sent', () => {
  const dayMs = 86_400_000
  const inDays = (days: number) => ({
    ...importing.ports,
    core: Object.assign(Object.create(importing.ports.core), {
      ports: {
        ...importing.ports.core.ports,
        clock: () => new Date(importing.ports.core.ports.clock().getTime() + days * dayMs),
      },
    }),
  })

  it('go in time, but not from under an import that is going on', async () => {
    const running = await begun()
    const done = (await importing.import(sent(rows(3)))).import
    const { files } = importing.ports
    await files.write('upload', 'customers', textFile('a', 'a').open())
    expect(await expireImportFiles(inDays(0))).toBe(0)
    expect(await expireImportFiles(inDays(2))).toBe(1)
    expect((await files.owners()).sort()).toEqual([running, done].sort())
    expect(await expireImportFiles(inDays(40))).toBe(1)
    expect(await files.owners()).toEqual([running])
  })
})
