/** A person erased while every process runs: shown by none, found by none, and in no file that any of them keeps. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { JsonObject } from '#kernel'
import { hasMongodb } from '../../engines/mongodb-server.js'
import { describeWhen } from '../../lanes/describe-when.js'
import { RunningServices } from './running-services.js'

const patienceMs = 180_000
const traces = ['Meritähti', 'pelargonia']

describeWhen(hasMongodb, 'an erasure with all processes running', () => {
  let services: RunningServices
  let customer: string
  let ilona: string

  beforeAll(async () => {
    services = await RunningServices.start()
    await services.begin('insights', 'other')
    await services.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
    await services.member('aino', 'fi', 'member')
    customer = String((await services.write('/customers', { name: 'Hotelli Merituuli' }, { as: 'aino' })).id)
    ilona = String((await services.write('/contacts', { name: 'Ilona Meritähti' }, { as: 'aino' })).id)
    await note('She grows pelargonia.', [ilona])
    await note('The freezer ices up.', [])
  }, patienceMs)
  afterAll(() => services?.discard(), patienceMs)

  const note = (text: string, contacts: string[]) =>
    services.write('/touchpoints/note', { customers: [customer], unit: 'fi', note: text, contacts }, { as: 'aino' })

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
  const filesWith = (text: string) =>
    services.folders().flatMap((folder) => filesOf(folder).filter((file) => readFileSync(file).includes(text)))

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
