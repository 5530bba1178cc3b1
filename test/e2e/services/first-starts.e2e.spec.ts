/** First starts at the same moment, on engines that are empty: one group comes of them, and nobody has to do anything. */
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterEach, describe, expect, it } from '@jest/globals'
import { openForFollowing, readEngineUrls } from '#engines'
import { MongodbServer, startsMongodb } from '../../engines/mongodb-server.js'
import { describeWhen } from '../../lanes/describe-when.js'
import { newFolder, RunningProgram } from '../running-program.js'
import { RunningServices } from './running-services.js'

const patienceMs = 180_000

describeWhen(startsMongodb, 'first starts at the same moment', () => {
  const running: { discard(): Promise<void> }[] = []
  afterEach(async () => {
    for (const each of running.splice(0).reverse()) await each.discard()
  }, patienceMs)

  describe('of two recorders, projectors and insights each', () => {
    it(
      'found one group, which all of them write, derive and show',
      async () => {
        const others: Promise<RunningProgram>[] = []
        const before = (environment: Record<string, string>) => {
          for (const name of ['recorder', 'projector', 'insights'] as const)
            others.push(RunningProgram.start(newFolder(), environment, name))
        }
        const services = await RunningServices.start({}, { before })
        running.push(services)
        const [recorder, projector, insights] = (await Promise.all(others)) as [
          RunningProgram,
          RunningProgram,
          RunningProgram,
        ]
        running.push(recorder, projector, insights)
        const founding = await recordedIn(services.environment)
        expect(founding).toEqual([
          'group.founded',
          'subsidiary.opened',
          'unit.opened',
          'member.joined',
          'member.role-granted',
          'member.role-granted',
          'member.role-granted',
        ])
        const country = { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' }
        for (const [at, one] of [services.of('recorder'), recorder].entries()) {
          const { status, body } = await one.ask(`/subsidiaries/fi-${at}`, {
            body: { name: `Finland ${at}`, ...country },
          })
          expect(status).toBe(201)
          for (const shown of [services.of('insights'), insights])
            expect((await shown.ask(`/units?after=${body.position}`)).status).toBe(200)
        }
        const verifying = [services.of('projector'), projector].map((one) =>
          one.ask('/operations/verify', { method: 'POST', body: {} }),
        )
        // One of them derives, and the other waits for its place.
        const answers = (await Promise.all(verifying)).sort((a, b) => a.status - b.status)
        expect(answers.map(({ status }) => status)).toEqual([200, 503])
        expect(answers[0]?.body).toMatchObject({ equal: true, differences: [] })
      },
      patienceMs,
    )
  })

  async function recordedIn(environment: Record<string, string>): Promise<string[]> {
    const { log, vault } = await openForFollowing(readEngineUrls(environment, { dataFolder: newFolder() }))
    const events = await log.readAll({ after: 0, limit: 1000 })
    await log.close()
    await vault.close()
    return events.map(({ type }) => type)
  }

  describe('of two programs with logs of their own, on one read store', () => {
    it.each([
      ['and keys of their own', false],
      ['and keys that both are given', true],
    ])(
      'leave it to one of them, and refuse the other in a line: %s',
      async (_, shareKeys) => {
        const mongodb = await MongodbServer.start()
        running.push({ discard: () => mongodb.stop() })
        const keys = { KEYS_URL: mongodb.freshUrl(), KEYS_MASTER_KEY: randomBytes(32).toString('base64') }
        const environment = { READ_STORE_URL: mongodb.freshUrl(), ...(shareKeys && keys) }
        const begin = (folder: string) => RunningProgram.start(folder, environment)
        const folders = [newFolder(), newFolder()]
        const begun = await Promise.allSettled(folders.map(begin))
        for (const each of begun) if (each.status === 'fulfilled') running.push(each.value)
        const [one] = begun.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
        const [refused] = begun.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []))
        expect(refused).toMatch(/the program ended with \d: kumppani: [^\n]* group[^\n]*\n$/)
        // It stays refused, and the one that runs goes on.
        const other = folders.find((folder) => folder !== one?.folder) as string
        await expect(begin(other)).rejects.toThrow(/ended with \d: kumppani: [^\n]* group[^\n]*\n$/)
        rmSync(other, { recursive: true })
        const verified = await one?.ask('/operations/verify', { method: 'POST', body: {} })
        expect(verified?.body).toMatchObject({ equal: true, differences: [] })
      },
      patienceMs,
    )
  })
})
