/** The program with its read models in MongoDB: it answers, follows, verifies and derives anew as on files. */
import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { JsonObject } from '#kernel'
import { hasMongodb, MongodbServer } from '../engines/mongodb-server.js'
import { describeWhen } from '../lanes/describe-when.js'
import { command, newFolder, RunningProgram } from './running-program.js'

const patienceMs = 120_000

describeWhen(hasMongodb, 'the program with read models in MongoDB', () => {
  let server: MongodbServer
  let environment: Record<string, string>
  let program: RunningProgram
  let customer: string

  beforeAll(async () => {
    server = await MongodbServer.start()
    environment = { READ_STORE_URL: server.freshUrl() }
    program = await RunningProgram.start(newFolder(), environment)
    await program.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
    await program.member('aino', 'fi', 'member')
    customer = String((await program.write('/customers', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id)
    await note('The freezer ices up.')
  }, patienceMs)
  afterAll(async () => {
    await program.discard()
    await server.stop()
  }, patienceMs)

  const note = (text: string) =>
    program.write('/touchpoints/note', { customers: [customer], unit: 'fi', note: text }, { as: 'aino' })
  const restarted = async () => {
    program = await RunningProgram.start(program.folder, environment)
  }
  async function told(): Promise<unknown[]> {
    const { body } = await program.ask(`/customers/${customer}/timeline`, { as: 'aino' })
    return (body.rows as JsonObject[]).map(({ summary }) => summary)
  }
  const verified = async () => {
    const { code, out, err } = await command(program.folder, ['verify', '--json'], environment)
    return { code, ...JSON.parse(out || JSON.stringify({ err })) }
  }

  it(
    'shows what was recorded, and no file holds them',
    async () => {
      expect(await told()).toEqual(expect.arrayContaining(['The freezer ices up.']))
      expect(readdirSync(program.folder).filter((name) => name.startsWith('read'))).toEqual([])
      expect(await verified()).toMatchObject({ code: 0, differences: [] })
    },
    patienceMs,
  )

  it(
    'goes on where it was, stopped or killed',
    async () => {
      for (const end of [() => program.stop(), () => program.kill()]) {
        await end()
        await restarted()
        await note('Called again.')
      }
      expect((await told()).filter((summary) => summary === 'Called again.')).toHaveLength(2)
      expect(await verified()).toMatchObject({ code: 0, differences: [] })
    },
    patienceMs,
  )

  it(
    'derives them anew, beside those that serve',
    async () => {
      const before = await told()
      const { code } = await command(program.folder, ['rebuild'], environment)
      expect([code, await told()]).toEqual([0, before])
      await note('After the rebuild.')
      expect(await told()).toEqual(expect.arrayContaining(['After the rebuild.']))
    },
    patienceMs,
  )
})
