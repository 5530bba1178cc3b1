/** What the thread of imports does, done beside the one that writes: it reads by itself, and has everything appended. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { importTargets } from '#crm/imports/import-targets.js'
import {
  type OpenForWriting,
  openForRecording,
  openForWriting,
  openLeases,
  readEngineUrls,
  type WriterCalls,
} from '#engines'
import type { StoredEvent, Viewer } from '#kernel'
import { derivedIds } from '#privacy'
import { tablesOf } from '#read-models/rows/tables.js'
import { type ImportingCalls, importing } from './importing.js'
import { Uploads } from './uploads.js'

const viewer: Viewer = { member: 'system:test', grants: [] }
const mapping = {
  name: 'old.yaml',
  text: `kumppani-mapping: 1
source: old
files: { customers: { name: customers.csv } }
rows:
  - file: customers
    writes: all-or-nothing
    records:
      - { target: customer, key: "no", at: before, fields: { name: name, whyBuys: why, employees: size } }
`,
}

let folder: string
let written: OpenForWriting
let uploads: Uploads
let imports: ImportingCalls
let writer: WriterCalls
/** What was asked of the one that writes, before it is done. */
let onCall: (name: keyof WriterCalls) => Promise<void>
const stopped: Error[] = []

/** What crosses to another thread crosses here. */
const crossing = (calls: WriterCalls): WriterCalls =>
  Object.fromEntries(
    Object.entries(calls).map(([name, call]) => [
      name,
      async (...args: unknown[]) => {
        await onCall(name as keyof WriterCalls)
        return structuredClone(await (call as (...given: unknown[]) => unknown)(...structuredClone(args)))
      },
    ]),
  ) as unknown as WriterCalls

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kumppani-importing-'))
  onCall = async () => undefined
  stopped.length = 0
  const urls = readEngineUrls({}, { dataFolder: folder })
  written = await openForWriting(urls)
  const { vault, identity, importFiles: files } = written
  const at = { place: join(folder, 'read.db'), identity }
  const derived = await written.openReadStore(at)
  await derived.declare(tablesOf(business.registry))
  await derived.close()
  writer = crossing(written.writerCalls?.({ clock: () => new Date(), appended: () => imports.notify() }) as WriterCalls)
  const beside = await openForRecording(urls, writer)
  imports = await importing({
    ...{ ...business, ...beside, targets: importTargets, files: beside.importFiles },
    store: await beside.openReadStore({ ...at, readOnly: true }),
    leases: await openLeases(urls),
    clock: () => new Date(),
    locale: 'en',
    onStopped: (error) => stopped.push(error),
    onFailure: (error) => stopped.push(error),
  })
  vault.onDestroyed((keyIds) => imports.keysDestroyed(keyIds))
  uploads = new Uploads({ files, vault, hash: derivedIds(vault.hashKey()) })
})

afterEach(async () => {
  await imports.stop()
  for (const each of [written.log, written.accessEntries, written.vault]) await each.close()
  rmSync(folder, { recursive: true })
})

async function begin(rows: string): Promise<string> {
  const file = (async function* () {
    yield Buffer.from(`no,name,why,size\n${rows}`)
  })()
  await uploads.keep({ upload: 'sent', by: viewer.member, name: 'customers', fileName: 'customers.csv' }, file)
  return imports.start({ upload: 'sent', mapping, viewer })
}

const events = () => written.log.readAll({ after: 0, limit: 10_000 })

async function reached(type: string): Promise<StoredEvent[]> {
  for (;;) {
    const all = await events()
    if (all.some((event) => event.type === type)) return all
    if (stopped[0]) throw stopped[0]
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const many = Array.from({ length: 700 }, (_, at) => `${at},Customer ${at},They asked ${at} times.,1\n`).join('')

describe('an import beside the one that writes', () => {
  it('is recorded there in the order of time, sealed, and its refused rows can be fetched', async () => {
    const id = await begin(`${many}x,No size,,many\n`)
    const all = await reached('import.completed')
    const registered = all.filter(({ type }) => type === 'customer.registered')
    expect(registered).toHaveLength(700)
    expect(registered.every(({ data }) => data.whyBuys === undefined && data['~sealed'] !== undefined)).toBe(true)
    const times = all.map(({ metadata }) => metadata.recordedAt)
    expect(times).toEqual(times.toSorted())
    const [refused] = await imports.errorFiles(id, viewer)
    expect(Buffer.from(refused?.content ?? '', 'base64').toString()).toContain('No size')
  })

  it('is undone', async () => {
    const id = await begin(many)
    await reached('import.completed')
    await imports.undo({ importId: id, viewer, because: 'The wrong file was sent.' })
    const all = await reached('import.undone')
    expect(all.filter(({ metadata }) => metadata.corrects?.mode === 'retract')).toHaveLength(700)
    // Its lease is given back after its last event.
    while (!imports.isIdle()) await delay(1)
  })

  it('that is asked for again, since its answer was lost, is the same', async () => {
    const id = await begin(many)
    expect(await imports.start({ upload: 'sent', mapping, viewer })).toBe(id)
    const other = { ...mapping, text: mapping.text.replace('source: old', 'source: new') }
    await expect(imports.start({ upload: 'sent', mapping: other, viewer })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    })
    const some = imports.start({ upload: 'sent', mapping, only: ['customers'], viewer })
    await expect(some).rejects.toMatchObject({ code: 'idempotency-key-reused' })
    await expect(imports.start({ upload: 'unknown', mapping, viewer })).rejects.toMatchObject({ code: 'not-found' })
    await reached('import.completed')
    expect((await events()).filter(({ type }) => type === 'import.started')).toHaveLength(1)
    while (!imports.isIdle()) await delay(1)
  })

  it('refuses in words what it cannot read', async () => {
    const file = (async function* () {
      yield Buffer.from('no,name\n1,x\n')
    })()
    await uploads.keep({ upload: 'sent', by: viewer.member, name: 'customers', fileName: 'customers.csv' }, file)
    await expect(imports.start({ upload: 'sent', mapping, viewer })).rejects.toMatchObject({ code: 'file-faulty' })
    await expect(imports.preview({ upload: 'unknown', mapping, viewer })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a destruction of keys', () => {
  it('is done once nothing is sealed under them any more', async () => {
    const order: string[] = []
    const appending = Promise.withResolvers<void>()
    const going = Promise.withResolvers<void>()
    onCall = async (name) => {
      if (name !== 'append' || (await events()).length === 0) return
      appending.resolve()
      await going.promise
      order.push('appended')
    }
    await begin(many.slice(0, 200))
    await appending.promise
    const destroyed = written.vault.destroy('contact:somebody').then(() => order.push('destroyed'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(order).toEqual([])
    going.resolve()
    await destroyed
    expect(order.slice(0, 2)).toEqual(['appended', 'destroyed'])
    onCall = async () => undefined
    await reached('import.completed')
  })
})
