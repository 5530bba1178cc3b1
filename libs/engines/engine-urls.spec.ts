/** Which engines are named from outside, and the line that answers what this build does not carry. */
import { describe, expect, it } from '@jest/globals'
import { EnginesRefused } from '#kernel'
import { readEngineUrls } from './engine-urls.js'

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

  it.each([
    ['READ_STORE_URL', 'sqlite:', 'sqlite:<file> or mongodb://<host>/<database>'],
    ['EVENT_LOG_URL', 'facts.db', 'sqlite:<file>'],
    ['EVENT_LOG_URL', 'esdb://reader:hunter2@node:2113', 'sqlite:<file>: this build has only the embedded engine'],
    ['READ_STORE_URL', 'mongodb://reader:hunter2@node', 'sqlite:<file> or mongodb://<host>/<database>'],
    ['READ_STORE_URL', 'mongodb://reader:hunter2@node/a.b', 'sqlite:<file> or mongodb://<host>/<database>'],
  ])('refuse %s of %s, and keep passwords to themselves', (variable, value, allowed) => {
    const refusal = refusalOf({ [variable]: value })
    expect(refusal.message).toBe(`${variable} cannot be used; allowed: ${allowed}`)
    expect(refusal.reason).toBe('badSetting')
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
