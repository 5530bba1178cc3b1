/** A follower waits for what may come, and ends by what does not. */
import { afterEach, describe, expect, it } from '@jest/globals'
import { readEngineUrls } from '#engines'
import { LogRefused, LogUnreachable } from '#kernel'
import { StandIn } from '#test/engines/eventstoredb/stand-in.js'
import { openedOnceFounded } from './once-founded.js'

describe('a follower', () => {
  let server: StandIn
  afterEach(() => server.stop())

  it.each([
    ['is too old', {}, '22.10.4', /version 22\.10\.4/],
    ['refuses whom the URL names', { user: 'recorder:secret' }, '23.10.6', /refuses whom the URL names/],
  ])('ends at once where the server of the log %s', async (_, at, version, line) => {
    server = await StandIn.start(at)
    server.faults.version = version
    const nowhere = 'mongodb://127.0.0.1:1'
    const environment = {
      ...{ EVENT_LOG_URL: server.url, READ_STORE_URL: `${nowhere}/kumppani`, KEYS_URL: `${nowhere}/keys` },
      KEYS_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
    }
    const told: string[] = []
    const opened = openedOnceFounded(readEngineUrls(environment, { dataFolder: '/nowhere' }), (line) => told.push(line))
    const refused = await opened.catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(LogRefused)
    expect(refused).not.toBeInstanceOf(LogUnreachable)
    expect([(refused as Error).message, told]).toEqual([expect.stringMatching(line), []])
  })
})
