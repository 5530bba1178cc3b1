/** One touchpoint by HTTP, durable, from 64 callers at once, until the read models have caught up. */
import { RunningProgram } from '../../harness/running-program.js'
import type { DataSet } from '../data-set/data-set.js'
import { atLeast, type Figure } from '../figure.js'
import { caughtUp, load, notes, tokensOf } from '../load/load.js'
import { copyOf } from '../load/serving.js'

const durationMs = 10_000
const warmUpMs = 2000
const callers = 64
const baselineEntry = new URL('../load/baseline-program.js', import.meta.url)

export const writing: Figure = {
  name: 'writing',
  async measure(context) {
    const copy = copyOf(context)
    const baseline = await perSecond(copy, baselineEntry)
    const measured = await perSecond(copy)
    const of = { unit: 'notes', perSecond: measured, baselinePerSecond: baseline, target: 0.35 }
    return [atLeast('one touchpoint by HTTP, durable, 64 callers', of)]
  },
}

async function perSecond(data: DataSet, entry?: URL): Promise<number> {
  const program = await RunningProgram.start({ folder: data.folder, ...(entry && { entry }) })
  try {
    const tokens = await tokensOf(data)
    const job = { url: program.url, tokens, requests: notes(data), connections: callers }
    await load({ ...job, durationMs: warmUpMs })
    const fromMs = performance.now()
    const { answered, position, seconds } = await load({ ...job, durationMs })
    if (entry) return answered / seconds
    const [token = ''] = tokens
    await caughtUp(program, token, position)
    // The load generator's own start and end are not the program's.
    const afterMs = performance.now() - fromMs - seconds * 1000
    process.stderr.write(`bench: caught up ${Math.round(afterMs)} ms after the last note\n`)
    return answered / ((performance.now() - fromMs) / 1000)
  } finally {
    await program.stop()
  }
}
