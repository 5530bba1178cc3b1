/** Plaintext follows the read models by itself: late, after a crash, from an old copy or from nothing, and forgets on the way. */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { contactsView } from '#crm/contacts/contacts.view.js'
import { openSqliteClearStore, type SqliteClearStore } from '#engines/sqlite/clear-store/sqlite-clear-store.js'
import { BEYOND, type ClearReads, type Position, storedPosition } from '#kernel'
import { type ClearFile, clearFilesBehind, holdClearFile } from '#operations/leases/clear-files.js'
import { erasePerson } from '#operations/persons/erase-person.js'
import { lettingGo } from '#privacy'
import { openerOf } from '#privacy/held-keys.js'
import { CHECKPOINT } from '#read-models/rows/checkpoint.js'
import { clearTableOf, clearTablesOf, WRITINGS } from '#read-models/rows/tables.js'
import { TestGroup } from '#test/harness/group.js'
import { verified } from '#test/harness/verified.js'
import { ClearFollower } from './clear-follower.js'

let folder: string
let group: TestGroup
let customer: string
let ilona: string
let opened: SqliteClearStore | undefined
let file: ClearFile | undefined

const fileOf = (name = 'other.db') => join(folder, name)
const unexpected = (error: unknown): never => {
  throw error
}

/** Another process with plaintext of its own, which follows when it is told to. */
async function another(name = 'other.db'): Promise<ClearFollower> {
  const { business, log, store, vault, leases } = group
  opened = openSqliteClearStore({ file: fileOf(name), locale: 'fi' })
  file = await holdClearFile(leases, name, unexpected)
  return new ClearFollower({
    ...{ ...business, log, store, clear: opened, openerOf: openerOf(vault) },
    letGo: lettingGo(vault, business.withholding),
    forgotten: (position) => file?.forgottenUpTo(position) ?? Promise.resolve(),
    failed: unexpected,
  })
}

async function stop(follower: ClearFollower): Promise<void> {
  await follower.close()
  await file?.release()
  await opened?.close()
  opened = undefined
}

/** All rows of all tables. */
async function rowsOf(clear: Pick<ClearReads, 'scan'>): Promise<unknown[]> {
  const found: unknown[] = []
  for (const { name } of clearTablesOf(group.business.registry))
    for await (const rows of clear.scan(name, { sort: [] }))
      found.push(...rows.map(({ key, columns }) => ({ name, key, columns })))
  return found
}

const filesWith = (text: string) =>
  readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(text))

const record = (note: string, contacts = [ilona]) =>
  group.do('touchpoint', 'record-note', { customers: [customer], unit: 'fi', contacts, note }, { as: 'aino' })
const erase = () => erasePerson(ilona, { by: group.viewer('stella'), grounds: 'asked' }, rightsInHaste())
/** Nobody waits long for files that nobody keeps. */
const rightsInHaste = () => ({
  ...group.rights(),
  notForgottenBy: (position: Position) => clearFilesBehind(group.leases, { position, patienceMs: 100 }),
})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kumppani-clear-'))
  group = await (await TestGroup.open({ folder })).found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id
  ilona = (await group.do('contact', 'register', { name: 'Ilona Meritähti' }, { as: 'aino' })).id
  await record('She grows pelargonia.')
})
afterEach(async () => {
  await opened?.close()
  opened = undefined
  await group.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('plaintext that begins with nothing', () => {
  it('is derived from the read models, as a rebuild derives it, and follows from there', async () => {
    const deal = { customer, unit: 'fi', name: 'Kylmiö', profile: 'product-sale', stage: 'engaging' }
    const { id } = await group.do('opportunity', 'open', deal, { as: 'aino' })
    const follower = await another()
    await follower.open()
    expect(opened && (await rowsOf(opened))).toEqual(await rowsOf(group.clear))
    const ending = new AbortController()
    const followed = follower.run(ending.signal)
    await group.do('opportunity', 'edit', { name: { was: 'Kylmiö', is: 'Pakastin' } }, { id, as: 'aino' })
    await record('She asked for vuorenkilpi.')
    const position = await group.store.checkpoint(CHECKPOINT)
    for await (const reached of opened?.progress({ after: 0, signal: ending.signal }) ?? [])
      if (reached === position) ending.abort()
    await followed
    expect(opened && (await rowsOf(opened))).toEqual(await rowsOf(group.clear))
    expect((await verified(group)).differences).toEqual([])
    await stop(follower)
  })

  it('is derived anew where the file was deleted, or knows more than the read models', async () => {
    const follower = await another()
    await follower.open()
    const all = opened && (await rowsOf(opened))
    await opened?.write([{ table: WRITINGS, remove: '0', position: BEYOND }], BEYOND)
    await stop(follower)
    const again = await another()
    await again.open()
    expect([opened && (await rowsOf(opened)), again.position]).toEqual([all, await group.log.head()])
    await stop(again)
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${fileOf()}${suffix}`, { force: true })
    const anew = await another()
    await anew.open()
    expect(opened && (await rowsOf(opened))).toEqual(all)
    await stop(anew)
  })
})

describe('plaintext of whoever died between the two commits', () => {
  it('is healed at the next start, and what is told again changes nothing', async () => {
    const before = await group.log.head()
    const at = await group.clear.position()
    const write = group.clear.write.bind(group.clear)
    group.clear.write = async () => {
      throw new Error('the process was ended')
    }
    await expect(record('She asked for vuorenkilpi.')).rejects.toThrow('the process was ended')
    expect([await group.store.checkpoint(CHECKPOINT), await group.clear.position()]).toEqual([before + 1, at])
    group.clear.write = write
    const { business, log, store, clear, vault } = group
    const next = new ClearFollower({ ...business, log, store, clear, openerOf: openerOf(vault) })
    await next.open()
    expect((await clear.search(WRITINGS, { text: 'vuorenkilpi' })).rows).toHaveLength(1)
    const healed = await rowsOf(clear)
    const events = await log.readAll({ after: 0, limit: 500 })
    await next.projected(events, { after: 0, upTo: await log.head() })
    expect(await rowsOf(clear)).toEqual(healed)
    expect((await verified(group)).differences).toEqual([])
    await next.close()
  })
})

describe('plaintext whose follower was paused', () => {
  it('is named by an erasure until it has caught up, and forgets on the way', async () => {
    const paused = await another()
    await paused.open()
    const erased = await erase()
    expect(erased.notForgottenBy).toEqual(['other.db'])
    expect(filesWith('pelargonia')).toContain('other.db')
    const ending = new AbortController()
    const followed = paused.run(ending.signal)
    await expect(clearFilesBehind(group.leases, { position: erased.position, patienceMs: 5000 })).resolves.toEqual([])
    for (const trace of ['pelargonia', 'Meritähti']) expect(filesWith(trace)).toEqual([])
    ending.abort()
    await followed
    expect(opened && (await rowsOf(opened))).toEqual(await rowsOf(group.clear))
    await stop(paused)
  })

  it('is answered by as of where it is', async () => {
    const head = await group.log.head()
    group.clear.write = async () => {
      throw new Error('paused')
    }
    await expect(record('She asked for vuorenkilpi.')).rejects.toThrow('paused')
    const asked = { viewer: group.viewer('aino'), params: { id: customer }, query: {} }
    const searched = await group.core.ask({ ...asked, page: 'timeline', query: { text: 'pelargonia' } })
    const listed = await group.core.ask({ ...asked, page: 'timeline' })
    expect([searched.position, listed.position]).toEqual([head, head + 1])
    expect(await group.core.waitFor(storedPosition(head + 1), 50)).toBe(false)
  })
})

describe('a file of plaintext restored from an old copy', () => {
  it('is named until it is opened, and has forgotten before it is read', async () => {
    const before = await another()
    await before.open()
    await opened?.sweep()
    copyFileSync(fileOf(), fileOf('copy'))
    const ending = new AbortController()
    const followed = before.run(ending.signal)
    const { notForgottenBy, position } = await erasePerson(
      ilona,
      { by: group.viewer('stella'), grounds: 'asked' },
      group.rights(),
    )
    expect(notForgottenBy).toEqual([])
    ending.abort()
    await followed
    await stop(before)
    copyFileSync(fileOf('copy'), fileOf())
    rmSync(fileOf('copy'))
    expect(filesWith('pelargonia')).toEqual(['other.db'])
    const after = await another()
    expect(await clearFilesBehind(group.leases, { position, patienceMs: 0 })).toEqual(['other.db'])
    await after.open()
    expect(await clearFilesBehind(group.leases, { position, patienceMs: 0 })).toEqual([])
    for (const trace of ['pelargonia', 'Meritähti']) expect(filesWith(trace)).toEqual([])
    expect((await opened?.find(clearTableOf(contactsView), {}))?.rows).toEqual([])
    await stop(after)
  })
})

describe('plaintext that somebody reads while it forgets', () => {
  it('leaves a trace until they have ended, and the erasure says so', async () => {
    const reading = Promise.withResolvers<void>()
    const begun = Promise.withResolvers<void>()
    const read = group.clear.moment(async (reads) => {
      await reads.find(WRITINGS, {})
      begun.resolve()
      await reading.promise
    })
    await begun.promise
    const { notForgottenBy, position } = await erase()
    expect(notForgottenBy).toEqual(['clear.db'])
    expect((await group.clear.search(WRITINGS, { text: 'pelargonia' })).rows).toEqual([])
    reading.resolve()
    await read
    expect(await clearFilesBehind(group.leases, { position, patienceMs: 5000 })).toEqual([])
    expect(filesWith('pelargonia')).toEqual([])
  })
})
