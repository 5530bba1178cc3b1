/** How long it takes until what was recorded stands in the customer's view. */
import { below, type Figure } from '../figure.js'
import { percentile } from '../load/job.js'
import { load, notes } from '../load/load.js'
import { copyOf, whileServing } from '../load/serving.js'

const perSecond = 500
const durationMs = 8000
const connections = 64

export const visible: Figure = {
  name: 'visible',
  measure: (context) =>
    whileServing(copyOf(context), async ({ data, program, tokens }) => {
      const job = { url: program.url, tokens, requests: notes(data), connections, perSecond }
      await load({ ...job, durationMs: durationMs / 4 })
      const { latenciesMs, answered, seconds } = await load({
        ...job,
        durationMs,
        untilVisibleIn: '/api/v1/customers/:customer',
      })
      const reached = Math.round(answered / seconds)
      const what = `recorded until visible in the 360, at ${reached} of ${perSecond} events/s`
      const measured = below(what, { unit: 'ms', label: 'p99', value: percentile(latenciesMs, 99), target: 60 })
      return [{ ...measured, met: measured.met && reached >= 0.9 * perSecond }]
    }),
}
