/** How EventStoreDB is reached: by encryption and as somebody, in a cluster whose leader changes; and whose log it is. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { sampleEvents } from '#engines/contracts/event-log/sample-event.js'
import { EnginesRefused, LogRefused } from '#kernel'
import { StandIn } from '#test/engines/eventstoredb/stand-in.js'
import { describeWhen } from '#test/lanes/describe-when.js'
import type { EventStoreLog } from './eventstore-log.js'
import { openEventStoreLog } from './open.js'

const patience = { patienceMs: 1_000, answerMs: 300 }

/** Another one of another name than 8, which is the leader. */
const follower = 4

/** Of the system, where it has it. */
const openssl: string = 'openssl'

const hasOpenssl = {
  holds: spawnSync(openssl, ['version']).status === 0,
  otherwise: 'no openssl to make a certificate with',
}

describeWhen(hasOpenssl, 'EventStoreDB by TLS', () => {
  let folder: string
  let server: StandIn
  const file = (name: string) => join(folder, name)
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kumppani-tls-'))
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost']
    const names = [
      '-addext',
      'subjectAltName=DNS:localhost,IP:127.0.0.1',
      '-keyout',
      file('key.pem'),
      '-out',
      file('ca.pem'),
    ]
    expect(spawnSync(openssl, [...made, ...names]).status).toBe(0)
    const tls = { key: readFileSync(file('key.pem')), certificate: readFileSync(file('ca.pem')) }
    server = await StandIn.start({ tls, user: 'recorder:s3cr@t' })
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })
  const urlAs = (user: string) => `esdb://${user}localhost:${server.port}?tls=true&tlsCAFile=${file('ca.pem')}`

  it('appends, reads and follows as whom the URL names', async () => {
    const log = await openEventStoreLog(urlAs('recorder:s3cr%40t@'), patience)
    const { position } = await log.append('customer-1', 'no-stream', sampleEvents(1))
    expect(await log.head()).toBe(position)
    for await (const { upTo } of log.subscribe({ after: 0, signal: new AbortController().signal })) {
      expect(upTo).toBe(position)
      break
    }
    await log.close()
  })

  it.each(['', 'recorder:wrong@'])('refuses %j at once, and tells no password', async (user) => {
    const refused = openEventStoreLog(urlAs(user), { patienceMs: 60_000 })
    await expect(refused).rejects.toThrow("The event log's server refuses whom the URL names, or what is asked of it.")
    await expect(refused).rejects.toBeInstanceOf(LogRefused)
  })

  it('trusts nobody whom the URL does not say to trust', async () => {
    const url = `esdb://recorder:s3cr%40t@localhost:${server.port}?tls=true`
    await expect(openEventStoreLog(url, patience)).rejects.toThrow(/certificate/)
    await expect(openEventStoreLog(`${url}&tlsCAFile=/nowhere/ca.pem`, patience)).rejects.toEqual(
      new EnginesRefused('badSetting', 'EVENT_LOG_URL names a certificate or key that is not there'),
    )
  })
})

describe('a cluster of EventStoreDB', () => {
  it('is found by any of its members, and appended to where the leader is', async () => {
    const [leader, other] = await Promise.all([StandIn.start(), StandIn.start()])
    other.faults.leader = { host: '127.0.0.1', port: leader.port }
    other.others.push({ host: '127.0.0.1', port: leader.port, state: 8, alive: true })
    other.others.push({ host: '127.0.0.1', port: other.port, state: follower, alive: true })
    for (const url of [
      `esdb://127.0.0.1:${other.port},127.0.0.1:${leader.port}?tls=false`,
      `esdb+discover://127.0.0.1:${other.port}?tls=false`,
    ]) {
      const log = await openEventStoreLog(url, patience)
      const stream = `customer-${crypto.randomUUID()}`
      const { position } = await log.append(stream, 'no-stream', sampleEvents(1))
      expect(await log.eventAt(position)).toMatchObject({ stream })
      await log.close()
    }
    const direct = await openEventStoreLog(leader.url, patience)
    expect(await direct.readAll({ after: 0, limit: 10 })).toHaveLength(2)
    await direct.close()
    await Promise.all([leader.stop(), other.stop()])
  })

  it('is asked for its leader by whatever is decided by the answer, so that no member behind is taken for all there is', async () => {
    const [leader, behind] = await Promise.all([StandIn.start(), StandIn.start()])
    const writing = await openEventStoreLog(leader.url, patience)
    const { position } = await writing.append('customer-1', 'no-stream', sampleEvents(1))
    const asked = async <T>(question: (log: EventStoreLog) => Promise<T>) => {
      // The member that it is connected to is the leader no more.
      behind.faults.leader = undefined
      const log = await openEventStoreLog(behind.url, { patienceMs: 5_000, answerMs: 500 })
      behind.faults.leader = { host: '127.0.0.1', port: leader.port }
      return question(log).finally(() => log.close())
    }
    expect(await asked((log) => log.head())).toBe(position)
    expect(await asked((log) => log.eventAt(position))).toMatchObject({ stream: 'customer-1' })
    for (const prefixes of [undefined, ['customer-']])
      expect(await asked((log) => log.readAll({ after: 0, limit: 5, prefixes }))).toHaveLength(1)
    await writing.close()
    await Promise.all([leader.stop(), behind.stop()])
  })

  it('goes on at the new leader when it has changed', async () => {
    const [first, second] = await Promise.all([StandIn.start(), StandIn.start()])
    const log = await openEventStoreLog(first.url, { patienceMs: 5_000, answerMs: 500 })
    await log.append('customer-1', 'no-stream', sampleEvents(1))
    // It has no copy of the first one's log, so that what is there was sent there.
    first.faults.leader = { host: '127.0.0.1', port: second.port }
    first.dropConnections()
    const moved = await Promise.all([
      log.append('customer-2', 'no-stream', sampleEvents(2)),
      log.append('customer-3', 'no-stream', sampleEvents(1)),
    ])
    expect(moved.map(({ revision }) => revision)).toEqual([1, 0])
    expect(await log.readStream('customer-2')).toHaveLength(2)
    await log.close()
    await Promise.all([first.stop(), second.stop()])
  })

  it('that nobody finds is named so, and found when it is there', async () => {
    const server = await StandIn.start()
    const url = `esdb+discover://127.0.0.1:${server.port}?tls=false&maxDiscoverAttempts=1&discoveryInterval=10`
    await server.stop()
    await expect(openEventStoreLog(url, { patienceMs: 300 })).rejects.toThrow(/Failed to discover/)
    const opened = openEventStoreLog(url, { patienceMs: 10_000 })
    const again = await server.restarted()
    await (await opened).close()
    await again.stop()
  })
})

describe('an EventStoreDB', () => {
  it('that is too old is refused in one line', async () => {
    const server = await StandIn.start()
    server.faults.version = '22.10.4'
    const line = "The event log's server is of version 22.10.4: it takes 23.10 or later."
    await expect(openEventStoreLog(server.url, patience)).rejects.toThrow(line)
    server.faults.version = '25.0.1-rc1'
    await (await openEventStoreLog(server.url, patience)).close()
    await server.stop()
  })

  it('is of one group for good, which is no event of its log', async () => {
    const server = await StandIn.start()
    const [one, two] = await Promise.all([
      openEventStoreLog(server.url, patience),
      openEventStoreLog(server.url, patience),
    ])
    expect(await one.identity()).toBeUndefined()
    await Promise.all([one.adopt('group-1'), two.adopt('group-1')])
    await one.adopt('group-1')
    await expect(two.adopt('group-2')).rejects.toThrow(
      'The event log of EVENT_LOG_URL is that of another group: name the one that belongs here.',
    )
    expect([await one.identity(), await two.identity()]).toEqual(['group-1', 'group-1'])
    expect([await one.head(), await one.readAll({ after: 0, limit: 1 })]).toEqual([0, []])
    await Promise.all([one.close(), two.close()])
    await server.stop()
  })

  it('is reached by no URL that its client does not take, and the refusal does not repeat it', async () => {
    const refused = openEventStoreLog('kurrentdb://reader:hunter2@127.0.0.1:2113', patience)
    await expect(refused).rejects.toBeInstanceOf(EnginesRefused)
    await expect(refused).rejects.not.toThrow(/hunter2/)
  })
})
