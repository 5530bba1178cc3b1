/** What it costs to ask who may be there twice, beside reading everybody once: it is told by what is alike, not by who there is. */
import type { Figure } from '../figure.js'
import { percentile } from '../load/job.js'
import { load } from '../load/load.js'
import { copyOf, reading, type Serving, whileServing } from '../load/serving.js'

const durationMs = 5000
const most = 0.1
/** Customers on a page of their list. */
const paged = 100

export const duplicates: Figure = {
  name: 'duplicates',
  measure: (context) =>
    whileServing(copyOf(context), async (serving) => {
      const asking = await medianMs(serving, '/duplicates/customers')
      const page = await medianMs(serving, `/customers?limit=${paged}`)
      const all = (page * serving.data.customers.length) / paged
      const ratio = asking / all
      return [
        {
          what: 'customers that may be one',
          measured: `${asking.toFixed(1)} ms`,
          baseline: `${all.toFixed(0)} ms for all, ${paged} at a time`,
          ratio,
          target: `≤ ${most} ×`,
          met: ratio <= most,
        },
      ]
    }),
}

/** One caller, so that nothing waits for anything. */
async function medianMs({ program, tokens }: Serving, path: string): Promise<number> {
  const job = { url: program.url, tokens, requests: reading([path]), connections: 1 }
  await load({ ...job, durationMs: durationMs / 4 })
  return percentile((await load({ ...job, durationMs })).latenciesMs, 50)
}
