/** The contract of key vaults in MongoDB, and what several processes and master keys are promised beyond it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { MongoClient } from 'mongodb'
import { describeKeyVault } from '#engines/contracts/key-vault/key-vault.contract.js'
import { EnginesRefused, KeyNotFetched, type KeyOwner, keysLastMs, SubjectErased } from '#kernel'
import { hasMongodb, MongodbServer } from '#test/engines/mongodb-server.js'
import { describeWhen } from '#test/lanes/describe-when.js'
import { MongoKeyVault, type MongoVaultOptions } from './mongo-key-vault.js'

const contact = (id: number | string): KeyOwner => `contact:${id}`
const masterKey = () => randomBytes(32).toString('base64')

describeWhen(hasMongodb, 'keys in MongoDB', () => {
  let server: MongodbServer
  let client: MongoClient
  const opened: MongoKeyVault[] = []
  beforeAll(async () => {
    server = await MongodbServer.start()
    client = await MongoClient.connect(server.freshUrl())
  }, 60_000)
  afterEach(async () => {
    for (const vault of opened.splice(0)) await vault.close()
  })
  afterAll(async () => {
    await client.close()
    await server.stop()
  }, 60_000)

  const fresh = () => ({ url: server.freshUrl(), masterKeys: [masterKey()], mayBegin: true })
  async function open(options: MongoVaultOptions): Promise<MongoKeyVault> {
    const vault = await MongoKeyVault.open(options)
    opened.push(vault)
    return vault
  }
  const beside = async (options: MongoVaultOptions, count: number): Promise<MongoKeyVault[]> =>
    Promise.all(Array.from({ length: count }, () => open(options)))
  const databaseOf = ({ url }: MongoVaultOptions) => client.db(new URL(url).pathname.slice(1))
  const subjectsOf = (options: MongoVaultOptions) =>
    databaseOf(options).collection<{ _id: string; keys: { id: string; by?: string; wrapped?: string }[] }>('keys')

  describeKeyVault('a vault in MongoDB', () => open(fresh()))

  describe('several processes', () => {
    it('make one key of each subject, however many are the first to ask', async () => {
      const options = fresh()
      const vaults = await beside(options, 4)
      const subjects = Array.from({ length: 150 }, (_, index) => contact(index))
      const asked = await Promise.all(
        [...vaults, ...vaults].map((vault, index) =>
          index % 2 ? vault.keysFor(subjects) : Promise.all(subjects.map((each) => vault.keyFor(each))),
        ),
      )
      for (const [at, subject] of subjects.entries()) {
        const ids = asked.map((keys) => (Array.isArray(keys) ? keys[at]?.id : keys.get(subject)?.id))
        expect(new Set(ids).size).toBe(1)
      }
      const stored = await subjectsOf(options).find().toArray()
      expect([stored.length, stored.filter(({ keys }) => keys.length !== 1)]).toEqual([150, []])
    }, 60_000)

    it('leave no key of whom one of them erases while others make the first', async () => {
      const options = fresh()
      const [eraser, ...makers] = (await beside(options, 4)) as [MongoKeyVault, ...MongoKeyVault[]]
      const subjects = Array.from({ length: 60 }, (_, index) => contact(index))
      const given = await Promise.all([
        ...makers.flatMap((vault) => subjects.map((each) => vault.keyFor(each).catch((error) => error))),
        ...subjects.map((each) => eraser.destroy(each)),
      ])
      const ids = given.flatMap((each) => (each && !(each instanceof Error) ? [each.id] : []))
      const others = given.filter((each) => each instanceof Error && !(each instanceof SubjectErased))
      expect(others).toEqual([])
      const keys = await (makers[0] as MongoKeyVault).fetch(ids)
      expect(ids.filter((id) => keys.bytesOf(id) !== null)).toEqual([])
      expect(await subjectsOf(options).countDocuments({ 'keys.wrapped': { $exists: true } })).toBe(0)
      expect((await eraser.keysFor(subjects)).size).toBe(0)
    }, 60_000)

    it('renew, destroy and replace keys at once, and each ends with one that stands', async () => {
      const options = fresh()
      const vaults = await beside(options, 3)
      const subjects = [1, 2, 3, 4, 5].map(contact)
      await Promise.all(
        vaults.flatMap((vault, index) =>
          subjects.flatMap((each) => [
            index ? vault.renew(each) : vault.keyFor(each).then(({ id }) => vault.destroyKey(id)),
            vault.keyFor(each),
          ]),
        ),
      )
      const [one, other] = await Promise.all(vaults.slice(1).map((vault) => vault.keysFor(subjects)))
      expect(one).toEqual(other)
      expect(one?.size).toBe(5)
    })

    it('have one identity, also when two begin at once', async () => {
      const options = fresh()
      const vaults = await beside(options, 4)
      expect(new Set(vaults.map(({ identity }) => identity)).size).toBe(1)
      expect((await open({ ...options, mayBegin: false })).hashKey()).toEqual(vaults[0]?.hashKey())
    })

    it('have the keys of one log, of two that are begun with them at once', async () => {
      const vaults = await beside(fresh(), 4)
      const begun = await Promise.allSettled(vaults.map((vault, at) => vault.markBegun(`log ${at % 2}`)))
      const of = (log: number) => begun.filter((_, at) => at % 2 === log).map(({ status }) => status)
      expect([of(0), of(1)].sort()).toEqual([Array(2).fill('fulfilled'), Array(2).fill('rejected')])
    })

    it('let go of what another has destroyed as soon as they are told, also of what was fetched', async () => {
      const [one, other] = (await beside(fresh(), 2)) as [MongoKeyVault, MongoKeyVault]
      const key = await one.keyFor(contact(1))
      const keys = await other.fetch([key.id])
      await one.destroy(contact(1))
      expect(keys.bytesOf(key.id)).toEqual(key.bytes)
      other.forgetKeys([key.id])
      expect([keys.bytesOf(key.id), keys.subjectOf(key.id)]).toEqual([null, null])
    })

    it('use no key that was fetched too long ago, whoever was told', async () => {
      let nowMs = 0
      const options = fresh()
      const [one, other] = [await open(options), await open({ ...options, clock: () => nowMs })]
      const key = await one.keyFor(contact(1))
      const keys = await other.fetch([key.id])
      await one.destroy(contact(1))
      nowMs = keysLastMs - 1
      expect(keys.bytesOf(key.id)).toEqual(key.bytes)
      nowMs = keysLastMs
      expect(() => keys.bytesOf(key.id)).toThrow(KeyNotFetched)
      expect((await other.fetch([key.id])).bytesOf(key.id)).toBeNull()
    })
  })

  describe('a process that is held up', () => {
    it('can open nothing any more when it goes on', async () => {
      const options = fresh()
      const vault = await open(options)
      const { id } = await vault.keyFor(contact(1))
      const process = await OtherProcess.start({ ...options, keyId: id })
      expect([await process.open(), await process.openAnew()]).toEqual(['opened', 'opened'])
      await process.pause()
      await vault.destroy(contact(1))
      await delay(pausedMs)
      process.goOn()
      expect([await process.open(), await process.openAnew()]).toEqual(['KeyNotFetched', 'erased'])
      await process.end()
    }, 60_000)
  })

  describe('what is kept', () => {
    it('has no key in the clear, and none that opens in the place of another', async () => {
      const options = fresh()
      const vault = await open(options)
      const [one, other] = [await vault.keyFor(contact(1)), await vault.keyFor(contact(2))]
      const stored = await databaseOf(options).collection('keys').find().toArray()
      for (const { bytes } of [one, other])
        for (const encoding of ['base64', 'base64url', 'hex'] as const)
          expect(JSON.stringify(stored)).not.toContain(bytes.toString(encoding).slice(0, 40))
      const taken = (await subjectsOf(options).findOne({ _id: contact(1) }))?.keys[0]
      await subjectsOf(options).updateOne({ _id: contact(2) }, { $set: { 'keys.0.wrapped': taken?.wrapped } })
      const keys = await vault.fetch([other.id])
      expect(() => keys.bytesOf(other.id)).toThrow('not as it was wrapped')
      await expect(vault.keyFor(contact(2))).rejects.toThrow('not as it was wrapped')
    })

    it('is destroyed again where an older copy of the keys was put back, before it is opened', async () => {
      const options = fresh()
      const vault = await open(options)
      const [mine, single, kept] = [
        await vault.keyFor(contact(1)),
        await vault.keyFor(contact(2)),
        await vault.keyFor(contact(3)),
      ]
      const copy = await subjectsOf(options).find().toArray()
      await vault.destroy(contact(1))
      await vault.destroyKey(single.id)
      await vault.destroy(contact(4))
      await subjectsOf(options).deleteMany({})
      await subjectsOf(options).insertMany(copy)
      const again = await open({ ...options, mayBegin: false })
      const keys = await again.fetch([mine, single, kept].map(({ id }) => id))
      expect([mine, single, kept].map(({ id }) => keys.bytesOf(id))).toEqual([null, null, kept.bytes])
      expect(await again.erasedOf([1, 2, 3, 4].map(contact))).toEqual(new Set([contact(1), contact(4)]))
      expect(await subjectsOf(options).countDocuments({ 'keys.wrapped': { $exists: true } })).toBe(1)
      await expect(again.keyFor(contact(1))).rejects.toThrow(SubjectErased)
    })

    it('is refused where there are no keys and none may be begun, and nothing is made then', async () => {
      const options = { ...fresh(), mayBegin: false }
      await expect(MongoKeyVault.open(options)).rejects.toMatchObject({ reason: 'filesApart' })
      expect(await databaseOf(options).collection('group').countDocuments()).toBe(0)
    })
  })

  describe('master keys', () => {
    it('that are missing are refused in one line that names none', async () => {
      const options = fresh()
      await (await open(options)).keyFor(contact(1))
      const refusal = MongoKeyVault.open({ ...options, masterKeys: [masterKey()] })
      await expect(refusal).rejects.toThrow(EnginesRefused)
      await expect(refusal).rejects.toThrow(/^keys of KEYS_URL are wrapped by the master key [\w-]{8}, and [^\n]+$/)
      await expect(refusal).rejects.not.toThrow(options.masterKeys[0]?.slice(0, 20) ?? '')
    })

    it('are changed while keys are made, renewed and destroyed', async () => {
      const options = fresh()
      const before = await open(options)
      const subjects = Array.from({ length: 1_200 }, (_, index) => contact(index))
      const made = await before.keysFor(subjects)
      const masterKeys = [masterKey(), ...options.masterKeys]
      const [rotating, beside] = [await open({ ...options, masterKeys }), await open({ ...options, masterKeys })]
      const going = Promise.all([
        ...[1, 2, 3].map((id) => beside.destroy(contact(id))),
        ...[4, 5, 6].map((id) => beside.renew(contact(id))),
        beside.keyFor(contact('new')),
      ])
      const rewrapped = await rotating.rewrap()
      await going
      // Those that were destroyed first need not be wrapped anew; the hash key is one of them.
      expect(rewrapped).toBeGreaterThanOrEqual(1_198)
      expect(rewrapped).toBeLessThanOrEqual(1_201)
      expect(await rotating.rewrap()).toBe(0)
      const after = await open({ ...options, masterKeys: masterKeys.slice(0, 1) })
      const ids = subjects.map((each) => made.get(each)?.id ?? '')
      const keys = await after.fetch(ids)
      const gone = [1, 2, 3].map(contact)
      for (const [at, id] of ids.entries()) {
        const subject = subjects[at] as KeyOwner
        expect(keys.bytesOf(id)).toEqual(gone.includes(subject) ? null : made.get(subject)?.bytes)
      }
      expect(after.identity).toBe(before.identity)
      await expect(MongoKeyVault.open(options)).rejects.toThrow('are wrapped by the master key')
    }, 60_000)

    it('are changed in the end also where a change was broken off', async () => {
      const options = fresh()
      const subjects = Array.from({ length: 700 }, (_, index) => contact(index))
      await (await open(options)).keysFor(subjects)
      const masterKeys = [masterKey(), ...options.masterKeys]
      const first = await open({ ...options, masterKeys })
      const rewrapping = first.rewrap().catch((error: unknown) => error)
      await first.close()
      expect(await rewrapping).toBeInstanceOf(Error)
      const second = await open({ ...options, masterKeys })
      await second.rewrap()
      const after = await open({ ...options, masterKeys: masterKeys.slice(0, 1) })
      expect((await after.keysFor(subjects)).size).toBe(700)
    }, 60_000)
  })
})

/** Its clock runs a hundred times as fast, so that keys last 300 ms. */
const pausedMs = 400
const otherProcess = fileURLToPath(new URL('../../../../test/engines/key-holding-child.js', import.meta.url))

/** A process that has fetched a key and keeps what it fetched. */
class OtherProcess {
  private constructor(private readonly child: ChildProcess) {}

  static async start(options: MongoVaultOptions & { keyId: string }): Promise<OtherProcess> {
    const child = spawn(process.execPath, [otherProcess, JSON.stringify(options)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    await once(child, 'message')
    return new OtherProcess(child)
  }

  /** With what it fetched last. */
  open = () => this.asked('open')
  openAnew = () => this.asked('open anew')

  async pause(): Promise<void> {
    this.child.kill('SIGSTOP')
    while (!readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').includes(') T ')) await delay(1)
  }

  goOn(): void {
    this.child.kill('SIGCONT')
  }

  async end(): Promise<void> {
    const ended = once(this.child, 'exit')
    this.child.kill('SIGKILL')
    await ended
  }

  private async asked(what: string): Promise<unknown> {
    const answer = once(this.child, 'message')
    this.child.send(what)
    return (await answer)[0]
  }
}
