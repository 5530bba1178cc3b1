/** The public sales dataset imported with everything as separate processes: its figures are those of its files. */
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { JsonObject } from '#kernel'
import { hasMongodb } from '../../engines/mongodb-server.js'
import { datasetFile, datasetFiles, datasetMapping, hasDataset, turnoverOfFiles } from '../../import/public-dataset.js'
import { describeWhen } from '../../lanes/describe-when.js'
import { RunningServices } from './running-services.js'

const patienceMs = 1_800_000
/** Five minutes on a busy machine with the test server that is built; its package of Python writes several times slower. */
const asked = {
  holds: process.env.LONG === 'on',
  otherwise: 'takes minutes: LONG=on npm test -- services/dataset',
}
const all = [asked, hasMongodb, hasDataset]
const condition = all.find(({ holds }) => !holds) ?? asked

describeWhen(condition, 'the public sales dataset in separate processes', () => {
  let services: RunningServices
  let importId: string

  beforeAll(async () => {
    const settings = { KUMPPANI_CURRENCY: 'USD', KUMPPANI_COUNTRY: 'US', KUMPPANI_TIME_ZONE: 'America/Chicago' }
    services = await RunningServices.start(settings)
    for (const [name, file] of Object.entries(datasetFiles))
      await done(`/uploads/dataset/${name}/${file}`, readFileSync(datasetFile(file)), 'application/octet-stream')
    const asked = { upload: 'dataset', mappingName: 'dataset.yaml', mapping: datasetMapping() }
    importId = String((await done('/imports', asked)).import)
    await seen(await until('completed'))
  }, patienceMs)
  afterAll(() => services?.discard(), patienceMs)

  async function done(path: string, body: unknown, type = 'application/json'): Promise<JsonObject> {
    const answered = await services.ask(path, { body, headers: { 'content-type': type } })
    if (answered.status >= 300) throw new Error(`${path} answered ${JSON.stringify(answered.body)}`)
    return answered.body
  }

  /** The import, once it or its undo has come so far. */
  async function until(state: 'completed' | 'undone'): Promise<JsonObject> {
    for (;;) {
      const { status, body } = await services.ask(`/imports/${importId}`)
      if (status === 200 && body.state === state) return body
      // Whoever shows it may not know of it yet.
      if ((status !== 200 && status !== 404) || body.state === 'stalled')
        throw new Error(`the import answered ${JSON.stringify(body)}`)
      await pause(200)
    }
  }

  /** All that the import or its undo has recorded. */
  const seen = ({ position }: JsonObject) => services.untilSeen(Number(position))

  const sorted = (sums: Map<string, number>) => [...sums].sort(([one], [other]) => (one < other ? -1 : 1))

  async function byQuarter(metric: string): Promise<[string, number][]> {
    const { body } = await services.ask(`/figures/${metric}?from=2017-01-01&to=2017-12-31&by=quarter`)
    const figures = body.figures as { period: { name: string }; value: number }[]
    return figures.map(({ period, value }) => [period.name, value])
  }

  const total = async (path: string) => (await services.ask(path)).body.total

  it(
    'is there as its files say',
    async () => {
      const counts = { rows: 8_927, refused: 0, setAside: 1_425 }
      expect(await until('completed')).toMatchObject({ total: 8_927, counts, refused: [] })
      expect([await total('/customers?limit=1'), await total('/opportunities?limit=1')]).toEqual([85, 7_375])
      expect([
        await total('/opportunities?limit=1&filter=status%20eq%20won'),
        await total('/opportunities?limit=1&filter=status%20eq%20lost'),
      ]).toEqual([4_238, 2_473])
    },
    patienceMs,
  )

  it(
    'has revenue and wins of every quarter as its files say',
    async () => {
      const [revenue, wins] = [new Map<string, number>(), new Map<string, number>()]
      for (const [key, [dollars, won]] of turnoverOfFiles()) {
        const quarter = (key.split(' ').at(-1) as string).replace('-', '-Q')
        revenue.set(quarter, (revenue.get(quarter) ?? 0) + dollars * 100)
        wins.set(quarter, (wins.get(quarter) ?? 0) + won)
      }
      expect(await byQuarter('won-revenue')).toEqual(sorted(revenue))
      expect(await byQuarter('deals-won')).toEqual(sorted(wins))
    },
    patienceMs,
  )

  it(
    'is gone after an undo',
    async () => {
      await done(`/imports/${importId}/undo`, { because: 'The wrong file was sent.' })
      await seen(await until('undone'))
      expect([await total('/customers?limit=1'), await total('/opportunities?limit=1')]).toEqual([0, 0])
      const { body } = await services.ask('/operations/verify', { method: 'POST', body: {} })
      expect(body).toMatchObject({ equal: true, differences: [] })
    },
    patienceMs,
  )
})
