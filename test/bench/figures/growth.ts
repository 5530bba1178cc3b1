/** Whether recording and reading cost more the more there is: the same requests on this data and on 10,000 events. */
import type { Context, Figure, Measured } from '../figure.js'
import { type Job, percentile } from '../load/job.js'
import { load, notes } from '../load/load.js'
import { copyOf, reading, type Serving, whileServing } from '../load/serving.js'
import { smallDataSet } from './small-data-set.js'

const durationMs = 5000
const mostGrowth = 1.3

export const growth: Figure = {
  name: 'growth',
  async measure(context) {
    const small = await smallDataSet(context)
    const before = await costs({ ...context, data: small })
    const after = await costs(context)
    return [
      line('cost of recording', before.recording, after.recording),
      line('cost of the 360', before.page, after.page),
    ]
  },
}

function costs(context: Context): Promise<{ recording: number; page: number }> {
  return whileServing(copyOf(context), async (serving) => ({
    recording: await medianMs(serving, notes(serving.data)),
    page: await medianMs(serving, reading(serving.data.customers.slice(0, 2000).map((id) => `/customers/${id}`))),
  }))
}

/** One caller, so that nothing waits for anything. */
async function medianMs({ program, tokens }: Serving, requests: Job['requests']): Promise<number> {
  const job = { url: program.url, tokens, requests, connections: 1 }
  await load({ ...job, durationMs: durationMs / 4 })
  return percentile((await load({ ...job, durationMs })).latenciesMs, 50)
}

function line(what: string, beforeMs: number, afterMs: number): Measured {
  const ratio = afterMs / beforeMs
  return {
    what,
    measured: `${afterMs.toFixed(2)} ms`,
    baseline: `${beforeMs.toFixed(2)} ms at 10,000`,
    ratio,
    target: `≤ ${mostGrowth} ×`,
    met: ratio <= mostGrowth,
  }
}
