/** How long it takes until what the recorder has acknowledged stands in the 360 that insights serves, and in Kafka. */
import { below, type Measured } from '../../figure.js'
import { percentile } from '../../load/job.js'
import { load } from '../../load/load.js'
import { ProcessorTimes } from './processor-times.js'
import type { Published } from './published.js'
import type { RunningGroup } from './running-group.js'

const rates = [100, 300]
/** So many of them are looked for in the 360 each second: enough to know how long it takes, too few to be a load of their own. */
const lookedFor = 20
const connections = 48
const durationMs = 15_000
const warmUpMs = 4_000
const targetMs = 250

export async function measureVisible(group: RunningGroup, published: Published): Promise<Measured[]> {
  const measured: Measured[] = []
  for (const perSecond of rates) measured.push(...(await atRate(perSecond, group, published)))
  return measured
}

async function atRate(perSecond: number, group: RunningGroup, published: Published): Promise<Measured[]> {
  await recorded(perSecond, warmUpMs, group)
  published.taken()
  const times = ProcessorTimes.of(group)
  const { latenciesMs, reached, position } = await recorded(perSecond, durationMs, group)
  process.stderr.write(`bench: at ${perSecond} events/s ${times.said()}\n`)
  await published.until(position)
  const rate = `at ${reached} of ${perSecond} events/s`
  const whole = reached >= 0.9 * perSecond
  const line = (what: string, latencies: readonly number[]): Measured => {
    const value = percentile(latencies, 99)
    process.stderr.write(`bench: ${what}, ${rate}: p50 ${Math.round(percentile(latencies, 50))} ms\n`)
    const each = below(`${what}, ${rate}`, { unit: 'ms', label: 'p99', value, target: targetMs })
    return { ...each, met: each.met === true && whole }
  }
  return [
    line('recorded until visible in the 360', latenciesMs),
    line('recorded until read in Kafka', published.taken()),
  ]
}

/** Some are looked for, the others only recorded. */
async function recorded(perSecond: number, forMs: number, group: RunningGroup) {
  const { readsAt, ...recording } = await group.recording()
  const job = { ...recording, connections, durationMs: forMs }
  const seen = load({ ...job, perSecond: lookedFor, readsAt, untilVisibleIn: '/api/v1/customers/:customer' })
  const more = perSecond > lookedFor ? [load({ ...job, perSecond: perSecond - lookedFor })] : []
  const all = await Promise.all([seen, ...more])
  const reached = Math.round(all.reduce((sum, { answered, seconds }) => sum + answered / seconds, 0))
  const position = Math.max(...all.map((each) => each.position))
  return { latenciesMs: all[0]?.latenciesMs ?? [], reached, position }
}
