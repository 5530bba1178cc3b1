/**
 * A person erased while every process runs: shown by none, found by none, in no message, and in no file that any of
 * them keeps; what the engines' files hold of it is sealed, and nobody has the key.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { openForFollowing, readEngineUrls } from '#engines'
import { type JsonObject, keyIdOf, type StoredEvent } from '#kernel'
import { hasKafka, KafkaServer } from '../../engines/kafka-server.js'
import { hasMongodb } from '../../engines/mongodb-server.js'
import { describeWhen } from '../../lanes/describe-when.js'
import { RunningRelay, Topics } from '../relay/running-relay.js'
import { newFolder } from '../running-program.js'
import { RunningServices } from './running-services.js'

const patienceMs = 180_000
/** As it was written, and as it is searched by. */
const traces = ['Meritähti', 'meritähti', 'meritahti', 'pelargonia']
const needed = [hasKafka, hasMongodb].find(({ holds }) => !holds) ?? hasKafka

describeWhen(needed, 'an erasure with all processes running', () => {
  let kafka: KafkaServer | undefined
  let topics: Topics
  let relay: RunningRelay
  const ofRelay = newFolder()
  let services: RunningServices
  let customer: string
  let ilona: string
  /** Of the person, as the log has it. */
  let sealed: string

  beforeAll(async () => {
    kafka = await KafkaServer.start()
    topics = new Topics(kafka)
    services = await RunningServices.start()
    relay = RunningRelay.start(ofRelay, { ...services.environment, ...topics.environment })
    await services.begin('insights', 'other')
    await services.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
    await services.member('aino', 'fi', 'member')
    customer = String((await services.write('/customers', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id)
    ilona = String((await services.write('/contacts', { name: 'Ilona Meritähti' }, { as: 'aino' })).id)
    await note('She grows pelargonia.', [ilona])
    await note('The freezer ices up.', [])
    sealed = await onLog(async ({ log }) => {
      const [{ data }] = (await log.readStream(`contact-${ilona}`)) as [StoredEvent]
      const [{ token }] = data['~sealed'] as [{ token: string }]
      return token
    })
  }, patienceMs)
  afterAll(async () => {
    await relay?.kill()
    await services?.discard()
    await kafka?.stop()
    rmSync(ofRelay, { recursive: true, force: true })
  }, patienceMs)

  const note = (text: string, contacts: string[]) =>
    services.write('/touchpoints/note', { customers: [customer], unit: 'fi', note: text, contacts }, { as: 'aino' })

  /** Reads log and keys as one more process. */
  async function onLog<T>(read: (opened: Awaited<ReturnType<typeof openForFollowing>>) => Promise<T>): Promise<T> {
    const opened = await openForFollowing(readEngineUrls(services.environment, { dataFolder: newFolder() }))
    try {
      return await read(opened)
    } finally {
      for (const each of [opened.log, opened.vault]) await each.close()
    }
  }

  /** What both that answer say of the customer and of the person. */
  async function told(): Promise<string> {
    const answers: JsonObject[] = []
    for (const as of ['insights', 'other'])
      for (const path of [
        `/customers/${customer}`,
        `/customers/${customer}/timeline`,
        `/contacts/${ilona}`,
        '/contacts?search=merit',
        `/customers/${customer}/timeline?text=pelargonia`,
      ])
        answers.push((await services.of(as).ask(path, { as: 'aino' })).body)
    return JSON.stringify(answers)
  }

  const filesOf = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? filesOf(join(folder, entry.name)) : [join(folder, entry.name)],
    )
  const filesWith = (text: string, folders = [...services.folders(), ofRelay]) =>
    folders.flatMap((folder) => filesOf(folder).filter((file) => readFileSync(file).includes(text)))

  /** Everything in all topics, from their beginnings on. */
  async function published(): Promise<string> {
    await relay.untilPublished()
    const read = await topics.readAll()
    return read.map(({ key, value, headers }) => [key, value, JSON.stringify(headers)].join(' ')).join('\n')
  }

  it(
    'is shown by all of them before',
    async () => {
      expect(await told()).toContain('Meritähti')
      expect(filesWith('pelargonia')).toHaveLength(2)
    },
    patienceMs,
  )

  it(
    'leaves nothing in any answer or file',
    async () => {
      const { status, body } = await services.ask(`/contacts/${ilona}/erasure`, {
        method: 'POST',
        body: { grounds: 'asked' },
      })
      expect([status, body.notForgottenBy]).toEqual([200, []])
      await services.untilSeen(Number(body.position))
      const said = await told()
      for (const trace of traces) expect([trace, said.includes(trace), filesWith(trace)]).toEqual([trace, false, []])
      expect(said).toContain('The freezer ices up.')
    },
    patienceMs,
  )

  it(
    'leaves nothing in clear in any message of any topic, and tells which keys went',
    async () => {
      const said = await published()
      expect(traces.filter((trace) => said.includes(trace))).toEqual([])
      // What is published of the person is there, sealed.
      expect([said.includes(ilona), said.includes(sealed)]).toEqual([true, true])
      const erasures = await topics.read('erasures')
      expect(erasures.map(({ value }) => value?.includes(keyIdOf(sealed)))).toEqual([true])
    },
    patienceMs,
  )

  it(
    'leaves sealed bytes in the files of the engines, whose key nobody has',
    async () => {
      const folders = services.foldersOfEngines()
      for (const folder of folders) {
        // Nothing hides there from who searches: what is open of the person, and what is sealed, is found.
        expect(filesWith(ilona, [folder])).not.toEqual([])
        expect(filesWith(sealed, [folder])).not.toEqual([])
        for (const trace of traces) expect([trace, filesWith(trace, [folder])]).toEqual([trace, []])
      }
      const key = await onLog(async ({ vault }) => (await vault.fetch([keyIdOf(sealed)])).bytesOf(keyIdOf(sealed)))
      expect(key).toBeNull()
    },
    patienceMs,
  )

  it(
    'is named by whoever was away until it comes back',
    async () => {
      const written = await services.write('/contacts', { name: 'Heikki Vuorenkilpi' }, { as: 'aino' })
      const heikki = String(written.id)
      await services.of('other').ask(`/contacts/${heikki}?after=${written.position}`, { as: 'aino' })
      await services.of('other').kill()
      const { body } = await services.ask(`/contacts/${heikki}/erasure`, { method: 'POST', body: { grounds: 'asked' } })
      expect(body.notForgottenBy).toEqual([expect.stringContaining(services.of('other').folder)])
      await services.again('insights', 'other')
      expect(filesWith('Vuorenkilpi')).toEqual([])
    },
    patienceMs,
  )
})
