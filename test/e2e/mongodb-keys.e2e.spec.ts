/** The program with read models and keys in MongoDB: erasures hold, also against older keys put back, and master keys change. */
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { type Db, MongoClient } from 'mongodb'
import type { JsonObject } from '#kernel'
import { hasMongodb, MongodbServer } from '../engines/mongodb-server.js'
import { describeWhen } from '../lanes/describe-when.js'
import { command, launch, newFolder, RunningProgram } from './running-program.js'

const patienceMs = 120_000
const masterKey = () => randomBytes(32).toString('base64')
const traces = ['Meritähti', 'pelargonia', 'ilona@merituuli.example']

describeWhen(hasMongodb, 'the program with its keys in MongoDB', () => {
  let server: MongodbServer
  let client: MongoClient
  let environment: Record<string, string>
  let program: RunningProgram
  let [customer, ilona] = ['', '']
  let before: JsonObject[]
  const first = masterKey()

  beforeAll(async () => {
    server = await MongodbServer.start()
    environment = { READ_STORE_URL: server.freshUrl(), KEYS_URL: server.freshUrl(), KEYS_MASTER_KEY: first }
    client = await MongoClient.connect(server.freshUrl())
    program = await RunningProgram.start(newFolder(), environment)
    await program.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
    await program.member('aino', 'fi', 'member')
    await program.member('stella', 'fi', 'steward')
    await program.member('eero', 'fi', 'manager')
    customer = await written('/customers', { name: 'Hotelli Merituuli' })
    ilona = await written('/contacts', { name: 'Ilona Meritähti', mail: 'ilona@merituuli.example' })
    const post = { customer, title: 'Chef', level: 'operational', since: '2024-08-01' }
    await program.write(`/contacts/${ilona}/posts`, post, { as: 'aino' })
    await note({ contacts: [ilona], note: 'She grows pelargonia.' })
  }, patienceMs)
  afterAll(async () => {
    await client.close()
    await program.discard()
    await server.stop()
  }, patienceMs)

  const written = async (path: string, body: object) => String((await program.write(path, body, { as: 'aino' })).id)
  const note = (body: object) => written('/touchpoints/note', { customers: [customer], unit: 'fi', ...body })
  const restarted = async () => {
    program = await RunningProgram.start(program.folder, environment)
  }
  const keys = (): Db => client.db(new URL(environment.KEYS_URL ?? '').pathname.slice(1))
  async function answers(): Promise<string> {
    const asked = [`/contacts/${ilona}`, `/customers/${customer}/timeline`, `/customers/${customer}`, '/contacts']
    const past = ['', '?asOf=2035-01-01']
    const paths = asked.flatMap((path) => past.map((moment) => `${path}${path === '/contacts' ? '' : moment}`))
    const all = [...paths, `/customers/${customer}/timeline?text=pelargonia`, '/contacts?search=meri']
    return (
      await Promise.all(all.map(async (path) => JSON.stringify((await program.ask(path, { as: 'aino' })).body)))
    ).join('\n')
  }
  function inFiles(folder: string): string[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile())
      .filter((file) => traces.some((text) => readFileSync(file).includes(text)))
  }

  it(
    'opens what was sealed, and keeps no key in its folder',
    async () => {
      const told = await answers()
      for (const text of traces) expect(told).toContain(text)
      expect(readdirSync(program.folder).filter((name) => /keys|erasures/.test(name))).toEqual([])
      before = await keys().collection<JsonObject>('keys').find().toArray()
      expect(before.length).toBeGreaterThan(2)
    },
    patienceMs,
  )

  it(
    'erases a person, also for a program that was killed since',
    async () => {
      const erased = await program.ask(`/contacts/${ilona}/erasure`, { body: { grounds: 'asked' }, as: 'stella' })
      expect([erased.status, erased.body]).toMatchObject([200, { contact: ilona, notForgottenBy: [] }])
      for (const restart of [undefined, () => program.kill()]) {
        await restart?.()
        if (restart) await restarted()
        const told = await answers()
        expect(traces.filter((text) => told.includes(text))).toEqual([])
        expect(inFiles(program.folder)).toEqual([])
      }
      const refused = await program.ask(`/contacts/${ilona}/posts`, {
        body: { customer, title: 'Cook', level: 'operational', since: '2025-08-01' },
        as: 'aino',
      })
      expect(refused.body.code).toBe('person-erased')
    },
    patienceMs,
  )

  it(
    'destroys again what an older copy of the keys brings back',
    async () => {
      await program.stop()
      await keys().collection('keys').deleteMany({})
      await keys().collection<JsonObject>('keys').insertMany(before)
      await restarted()
      const told = await answers()
      expect(traces.filter((text) => told.includes(text))).toEqual([])
      const left = await keys()
        .collection<JsonObject>('keys')
        .findOne({ _id: `contact:${ilona}` as never })
      expect(left).toMatchObject({ erased: true })
      expect(JSON.stringify(left)).not.toContain('wrapped')
    },
    patienceMs,
  )

  it(
    'runs imports, whose thread makes keys by itself',
    async () => {
      const folder = newFolder()
      const mapping = join(folder, 'small.mapping.yaml')
      writeFileSync(join(folder, 'people.csv'), 'No,Name\n1,Sture Fjällsten\n')
      writeFileSync(
        mapping,
        `kumppani-mapping: 1
source: small
files: { people: { name: people.csv } }
rows:
  - file: people
    records: [{ target: contact, key: "No", at: before, fields: { name: Name } }]
`,
      )
      const args = ['import', mapping, `people=${join(folder, 'people.csv')}`, '--as', 'eero']
      const { code, out, err } = await command(program.folder, args, environment)
      expect({ code, out, err }).toMatchObject({ code: 0 })
      const found = await program.ask('/contacts?search=sture', { as: 'aino' })
      expect(JSON.stringify(found.body)).toContain('Sture Fjällsten')
    },
    patienceMs,
  )

  it(
    'changes its master key while it runs, and goes on without the old one',
    async () => {
      const id = await note({ note: 'Called again.' })
      await program.stop()
      const second = masterKey()
      const file = join(program.folder, 'master-keys')
      const { KEYS_MASTER_KEY: _, ...others } = environment
      environment = { ...others, KEYS_MASTER_KEY_FILE: file }
      writeFileSync(file, `# since the autumn\n${second}\n${first}\n`)
      await restarted()
      const rewrap = async () => {
        const { code, out } = await command(program.folder, ['keys', 'rewrap', '--json'], environment)
        return { code, ...(JSON.parse(out) as JsonObject) }
      }
      const all = await keys()
        .collection('keys')
        .countDocuments({ 'keys.wrapped': { $exists: true } })
      expect(await rewrap()).toEqual({ code: 0, rewrapped: all + 1 })
      expect(await rewrap()).toEqual({ code: 0, rewrapped: 0 })
      await program.stop()
      writeFileSync(file, second)
      await restarted()
      expect(await answers()).toContain('Called again.')
      expect(id).not.toBe('')
    },
    patienceMs,
  )

  it(
    'is refused in one line with other master keys, without a log, and beside another group',
    async () => {
      await program.stop()
      const refused = async (folder: string, more: object) => {
        const { code, err } = await launch(folder, { ...environment, ...more }).ended
        expect(err.trim().split('\n')).toHaveLength(1)
        return [code, err]
      }
      const other = { KEYS_MASTER_KEY_FILE: '', KEYS_MASTER_KEY: first }
      expect(await refused(program.folder, other)).toEqual([3, expect.stringContaining('by the master key')])
      const elsewhere = { KEYS_URL: server.freshUrl() }
      expect(await refused(program.folder, elsewhere)).toEqual([9, expect.stringContaining('holds no keys')])
      expect(await refused(newFolder(), {})).toEqual([9, expect.stringContaining('holds the keys of a group')])
      await restarted()
    },
    patienceMs,
  )
})
