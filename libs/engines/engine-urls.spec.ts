/** Which engines are named from outside, and the line that answers what this build does not carry. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { EnginesRefused } from '#kernel'
import { logFileOf, readEngineUrls } from './engine-urls.js'
import { allowedUrls } from './eventstoredb/url.js'

const read = (environment: Record<string, string>) =>
  readEngineUrls(environment, { dataFolder: '/srv/data', from: '/srv' })

function refusalOf(environment: Record<string, string>): EnginesRefused {
  try {
    read(environment)
  } catch (error) {
    if (error instanceof EnginesRefused) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const servers = {
  READ_STORE_URL: 'mongodb://one/group',
  KEYS_URL: 'mongodb://one/keys',
  KEYS_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
}

describe('engines', () => {
  it.each([[{}], [{ EVENT_LOG_URL: ' ', READ_STORE_URL: '' }]])(
    'are files of the data folder with %j set',
    (environment) => {
      expect(read(environment as Record<string, string>)).toEqual({
        eventLog: { scheme: 'sqlite', file: '/srv/data/log.db' },
        readStore: { scheme: 'sqlite', file: '/srv/data/read.db' },
        folder: '/srv/data',
      })
    },
  )

  it('are the files that URLs name', () => {
    expect(read({ EVENT_LOG_URL: 'sqlite:facts.db', READ_STORE_URL: 'sqlite:/fast/read.db' })).toEqual({
      eventLog: { scheme: 'sqlite', file: '/srv/facts.db' },
      readStore: { scheme: 'sqlite', file: '/fast/read.db' },
      folder: '/srv/data',
    })
  })

  it('are a database of MongoDB where its URL names one', () => {
    for (const url of ['mongodb://one:1,two:2/group-1?replicaSet=rs', 'mongodb+srv://reader:hunter2@node/group-1'])
      expect(read({ READ_STORE_URL: url }).readStore).toEqual({ scheme: 'mongodb', url, database: 'group-1' })
  })

  it('are all on servers where the log is', () => {
    const { KEYS_URL: _, KEYS_MASTER_KEY: __, ...keysHere } = servers
    const { READ_STORE_URL: ___, ...readModelsHere } = servers
    for (const [name, given] of [
      ['KEYS_URL', keysHere],
      ['READ_STORE_URL', readModelsHere],
    ] as const)
      expect(() => read({ EVENT_LOG_URL: 'esdb://node:2113?tls=false', ...given })).toThrow(
        `${name} cannot be used; allowed: mongodb://<host>/<database>, as EVENT_LOG_URL names a server`,
      )
  })

  it('are an EventStoreDB where its URL names one or many', () => {
    for (const url of [
      'esdb://node:2113?tls=false',
      'esdb://recorder:hunter2@one:2113,two:2113?tlsCAFile=ca.pem&nodePreference=leader',
      'esdb+discover://recorder:hunter2@nodes.example:2113/?keepAliveInterval=10000',
    ]) {
      const urls = read({ EVENT_LOG_URL: url, ...servers })
      expect(urls.eventLog).toEqual({ scheme: 'esdb', url })
      expect(() => logFileOf(urls)).toThrow(
        'EVENT_LOG_URL names a server, and this program keeps its log in a file; allowed: sqlite:<file>',
      )
    }
  })

  it.each([
    ['kurrentdb://reader:hunter2@node:2113', 'write esdb:// for kurrentdb://, the server is the same'],
    ['kurrentdb+discover://reader:hunter2@node', 'write esdb:// for kurrentdb://, the server is the same'],
    [
      'esdb://reader:hunter2@node?tlsVerifyCert=false',
      'tlsVerifyCert: certificates are always checked; name the authority',
    ],
    ['esdb://reader:hunter2@node?speed=high', 'an option speed: there is none of this name'],
    ['esdb://reader:hunter2@node?streamPrefix=a.b', 'a streamPrefix that is not of 1 to 40 letters, digits, - and _'],
    ['esdb://reader:hunter2@node?tls=no', 'tls=no; it is true or false'],
  ])('refuse EVENT_LOG_URL of %s, and say what to write', (url, said) => {
    const { message, reason } = refusalOf({ EVENT_LOG_URL: url })
    expect(message).toContain(said)
    expect(message).not.toMatch(/hunter2|\n/)
    expect(reason).toBe('badSetting')
  })

  it.each([
    ['READ_STORE_URL', 'sqlite:', 'sqlite:<file> or mongodb://<host>/<database>'],
    ['EVENT_LOG_URL', 'facts.db', `sqlite:<file>, ${allowedUrls}`],
    ['EVENT_LOG_URL', 'esdb://reader:hunter2@:2113', allowedUrls],
    ['EVENT_LOG_URL', 'esdb://reader:hunter2@node:port', allowedUrls],
    ['READ_STORE_URL', 'mongodb://reader:hunter2@node', 'sqlite:<file> or mongodb://<host>/<database>'],
    ['READ_STORE_URL', 'mongodb://reader:hunter2@node/a.b', 'sqlite:<file> or mongodb://<host>/<database>'],
  ])('refuse %s of %s, and keep passwords to themselves', (variable, value, allowed) => {
    const refusal = refusalOf({ [variable]: value })
    expect(refusal.message).toBe(`${variable} cannot be used; allowed: ${allowed}`)
    expect(refusal.reason).toBe('badSetting')
  })

  describe('of keys', () => {
    const [one, other] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')]
    const url = 'mongodb://keeper:hunter2@node/group-keys'

    it('are a database of MongoDB with its master keys, the current one first', () => {
      const keys = { scheme: 'mongodb', url, database: 'group-keys', masterKeys: [one, other] }
      expect(read({ KEYS_URL: url, KEYS_MASTER_KEY: `${one} ${other}` }).keys).toEqual(keys)
      const file = join(mkdtempSync(join(tmpdir(), 'kumppani-keys-')), 'master-keys')
      writeFileSync(file, `# of the autumn\n${one}\n\n${other}\n`)
      expect(read({ KEYS_URL: url, KEYS_MASTER_KEY_FILE: file }).keys).toEqual(keys)
      rmSync(dirname(file), { recursive: true })
    })

    it.each([
      [{ KEYS_URL: 'sqlite:keys.db', KEYS_MASTER_KEY: one }, 'KEYS_URL cannot be used; allowed: mongodb://'],
      [{ KEYS_URL: 'mongodb://keeper:hunter2@node', KEYS_MASTER_KEY: one }, 'KEYS_URL cannot be used; allowed:'],
      [{ KEYS_URL: url }, 'KEYS_URL needs KEYS_MASTER_KEY_FILE or KEYS_MASTER_KEY: master keys of 32 bytes'],
      [{ KEYS_URL: url, KEYS_MASTER_KEY: `${one} hunter2` }, 'KEYS_MASTER_KEY cannot be used; allowed: master keys'],
      [{ KEYS_URL: url, KEYS_MASTER_KEY_FILE: 'none' }, 'names /srv/none, which cannot be read: ENOENT'],
      [{ KEYS_URL: url, KEYS_MASTER_KEY_FILE: 'none', KEYS_MASTER_KEY: one }, 'are both set'],
      [{ KEYS_MASTER_KEY: one }, 'KEYS_MASTER_KEY is set, but no KEYS_URL'],
      [
        { KEYS_URL: url, KEYS_MASTER_KEY: one, READ_STORE_URL: 'mongodb://elsewhere/group-keys' },
        'KEYS_URL and READ_STORE_URL name databases that are called alike',
      ],
    ])('refuse %j in one line that keeps them to itself', (environment, line) => {
      const { message, reason } = refusalOf(environment)
      expect([message, reason]).toEqual([expect.stringContaining(line), 'badSetting'])
      for (const secret of ['\n', 'hunter2', one]) expect(message).not.toContain(secret)
    })
  })

  it('refuse a log or read models that are called like plaintext', () => {
    expect(() => read({ READ_STORE_URL: 'sqlite:elsewhere/clear.db' })).not.toThrow()
    const given = [
      ['READ_STORE_URL', 'sqlite:/srv/data/clear.db'],
      ['EVENT_LOG_URL', 'sqlite:/srv/data/clear-0001.db'],
    ]
    for (const [name = '', url = ''] of given)
      expect(refusalOf({ [name]: url }).message).toMatch('/srv/data named clear-… hold plaintext')
  })

  it('refuse a log or keys that are called like read models, before anything is removed', () => {
    expect(() => read({ READ_STORE_URL: 'sqlite:k.db', EVENT_LOG_URL: 'sqlite:k-log.db' })).not.toThrow()
    expect(refusalOf({ READ_STORE_URL: 'sqlite:k.db', EVENT_LOG_URL: 'sqlite:k-0001.db' }).message).toMatch(
      '/srv/k-0001.db would be taken for read models of /srv/k.db',
    )
  })
})
