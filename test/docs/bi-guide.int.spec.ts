/** The guide for BI teams, as it is read: the demo group relayed to a real Kafka, read by programs that are not ours. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { launch } from '../e2e/running-program.js'
import { guidePython } from '../engines/engine-cache.js'
import { hasKafka, KafkaServer } from '../engines/kafka-server.js'
import { hasGuidePackages } from '../engines/python.js'
import { describeWhen } from '../lanes/describe-when.js'
import { DemoProgram } from './demo-program.js'
import { commandsOf } from './page-blocks.js'
import { differences } from './same-shape.js'

const root = resolve(import.meta.dirname, '../../..')
const name = 'docs/how-to/bi.md'
const page = readFileSync(resolve(root, name), 'utf8')
const programs = resolve(root, 'docs/how-to/bi')
/** Run once for all checkouts, by `npm run engines`. */
const notRun = /^python -m pip install/
const startMs = 300_000
const allMs = 240_000
const lookAgainMs = 200

const needed = [hasKafka, hasGuidePackages].find(({ holds }) => !holds) ?? hasKafka

let kafka: KafkaServer | undefined
let program: DemoProgram | undefined
let relay: ReturnType<typeof launch> | undefined

async function ready(running: ReturnType<typeof launch>): Promise<void> {
  for (;;) {
    if (running.child.exitCode !== null) throw new Error(`the relay ended: ${running.said.err}`)
    const [, url] = /runs at (http\S+)/.exec(running.said.out) ?? []
    if (url !== undefined && (await fetch(`${url}/ready`)).ok) return
    await pause(lookAgainMs)
  }
}

async function answers<T>(...commands: string[]): Promise<T[]> {
  const outputs = (await program?.run(commands)) ?? []
  return outputs.map((output) => JSON.parse(output) as T)
}

interface Figures {
  figures: { value?: number; part?: number; whole?: number; stage?: string; period?: { name: string } }[]
}
interface Rebuilt {
  winRate: { part: number; whole: number }
  wonRevenueMinor: Record<string, number>
  unvalued: number
  relationshipsByStage: Record<string, number>
}
interface InSql {
  relationshipsByStage: { stage: string; relationships: number }[]
  winRate: { won: number; decided: number }[]
  wonRevenueByQuarter: { quarter: string; minor: number }[]
}

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
    relay = launch(program.dataFolder, environment, [join(root, 'dist/apps/relay/main.js')])
    await ready(relay)
  }, startMs)
  afterAll(async () => {
    relay?.child.kill('SIGTERM')
    await relay?.ended
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
    'counts what the program counts: from events, and from tables',
    async () => {
      const [rebuilt] = await answers<Rebuilt>(`python rebuild_figures.py stream ${range}`)
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
