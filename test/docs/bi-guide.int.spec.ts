/** The guide for BI teams, as it is read: the demo group relayed to a real Kafka, read by programs that are not ours. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { business } from '#crm/business.js'
import { publishedViews, schemaSet } from '#streams'
import { closedContracts, contractNamed, misfits } from '../catalogue/contract-check.js'
import { RunningRelay } from '../e2e/relay/running-relay.js'
import { guidePython } from '../engines/engine-cache.js'
import { hasKafka, KafkaServer } from '../engines/kafka-server.js'
import { hasGuidePackages } from '../engines/python.js'
import { describeWhen } from '../lanes/describe-when.js'
import { DemoProgram } from './demo-program.js'
import { commandsOf } from './page-blocks.js'
import type { RebuiltFigures } from './rebuilt-figures.js'
import { differences } from './same-shape.js'

const root = resolve(import.meta.dirname, '../../..')
const name = 'docs/how-to/bi.md'
const page = readFileSync(resolve(root, name), 'utf8')
const programs = resolve(root, 'docs/how-to/bi')
/** Run once for all checkouts, by `npm run engines`. */
const notRun = /^python -m pip install/
const startMs = 600_000
const allMs = 240_000

const needed = [hasKafka, hasGuidePackages].find(({ holds }) => !holds) ?? hasKafka

let kafka: KafkaServer | undefined
let program: DemoProgram | undefined
let relay: RunningRelay | undefined

async function answers<T>(...commands: string[]): Promise<T[]> {
  const outputs = (await program?.run(commands)) ?? []
  return outputs.map((output) => JSON.parse(output) as T)
}

interface Figures {
  figures: { value?: number; part?: number; whole?: number; stage?: string; period?: { name: string } }[]
}
interface InSql {
  relationshipsByStage: { stage: string; relationships: number }[]
  winRate: { won: number; decided: number }[]
  wonRevenueByQuarter: { quarter: string; minor: number }[]
}

const linesOf = <T>(text: string): T[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

/** Many years, since what the group has done began long ago. */
const range = '--from 2015-01-01 --to 2034-12-31'
const metric = (asked: string) => `npx kumppani metric ${asked} --as aino --json`
/** What a figure says of nothing is not said elsewhere. */
const counted = (pairs: readonly (readonly [string | undefined, number | undefined])[]) =>
  Object.fromEntries(pairs.filter(([, value]) => value !== 0))

describeWhen(needed, 'the guide for BI teams', () => {
  beforeAll(async () => {
    kafka = await KafkaServer.start()
    program = await DemoProgram.start(root, { programs: dirname(guidePython() ?? ''), brokers: kafka.brokers })
    for (const file of readdirSync(programs)) program.write(file, readFileSync(join(programs, file)))
    const environment = { KAFKA_BROKERS: kafka.brokers, KAFKA_TOPIC_PREFIX: 'kumppani' }
    relay = RunningRelay.start(program.dataFolder, environment)
    await relay.untilPublished()
  }, startMs)
  afterAll(async () => {
    await relay?.stop()
    await program?.stop()
    await kafka?.stop()
  }, startMs)

  it(
    'answers as shown',
    async () => {
      const blocks = commandsOf(page).filter(({ commands }) => !notRun.test(commands))
      const outputs = (await program?.run(blocks.map(({ commands }) => commands))) ?? []
      const found = blocks.flatMap(({ answer, line }, at) =>
        answer ? differences(answer, outputs[at] ?? '').map((difference) => `${name}:${line}: ${difference}`) : [],
      )
      expect(found).toEqual([])
    },
    allMs,
  )

  it(
    'is given nothing but what its contracts say',
    async () => {
      const contracts = closedContracts(schemaSet(business.registry))
      const envelope = contractNamed('envelope.v1', contracts)
      const tables = publishedViews(business.registry).map(({ published }) => published)
      const [events = '', ...rows] =
        (await program?.run(
          ['events', ...tables.map((table) => table.name)].map((file) => `cat stream/${file}.jsonl`),
        )) ?? []
      for (const event of linesOf<{ type: string; schemaversion: number; data: object }>(events)) {
        const contract = contractNamed(`${event.type}.v${event.schemaversion}`, contracts)
        const found = [...misfits(envelope, event), ...misfits(contract, event.data)]
        if (found.length > 0) expect([event, found]).toEqual([event, []])
      }
      for (const [at, table] of tables.entries()) {
        const contract = contractNamed(`${table.name}.v${table.version}`, contracts)
        expect(linesOf<object>(rows[at] ?? '').flatMap((row) => misfits(contract, row))).toEqual([])
      }
    },
    allMs,
  )

  it(
    'counts what the program counts: from events, and from tables',
    async () => {
      const [rebuilt] = await answers<RebuiltFigures>(`python rebuild_figures.py stream ${range}`)
      const [inSql] = await answers<InSql>('python ask_tables.py stream tables.sql')
      const [rate, revenue, stages] = await answers<Figures>(
        metric(`win-rate ${range}`),
        metric(`won-revenue --by quarter ${range}`),
        metric('relationships-by-stage --by stage --to 2034-12-31'),
      )
      const [{ part = 0, whole = 0 } = {}] = rate?.figures ?? []
      expect(whole).toBeGreaterThan(100)
      expect(rebuilt?.winRate).toEqual({ part, whole })
      expect(inSql?.winRate).toEqual([{ won: part, decided: whole }])
      const byQuarter = counted((revenue?.figures ?? []).map(({ period, value }) => [period?.name, value]))
      expect(rebuilt?.wonRevenueMinor).toEqual(byQuarter)
      expect(counted((inSql?.wonRevenueByQuarter ?? []).map(({ quarter, minor }) => [quarter, minor]))).toEqual(
        byQuarter,
      )
      const byStage = counted((stages?.figures ?? []).map(({ stage, value }) => [stage, value]))
      expect(rebuilt?.relationshipsByStage).toEqual(byStage)
      expect(counted((inSql?.relationshipsByStage ?? []).map((row) => [row.stage, row.relationships]))).toEqual(byStage)
    },
    allMs,
  )
})
