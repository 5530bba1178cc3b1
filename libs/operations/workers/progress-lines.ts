/** Says how a rebuild gets on: a line now and then, which never falls back. */
import type { RebuildOptions } from '#projections'

/** How many events there are is known once they are filed: until then a line tells of so many. */
const eventsPerLine = 100_000

/** A line per so many events filed, and per tenth of what is folded. */
export function progressLines(onStep: (line: string) => void): NonNullable<RebuildOptions['onProgress']> {
  let last = -1
  let filed = 0
  return ({ phase, done, total = 0 }) => {
    if (phase === 'journal') {
      const events = Math.floor(done / eventsPerLine) * eventsPerLine
      if (events > filed) onStep(`deriving the read models: filing, ${events.toLocaleString('en')} events`)
      filed = Math.max(filed, events)
      return
    }
    const percent = total === 0 ? 100 : Math.floor((10 * Math.min(done, total)) / total) * 10
    if (percent > last) onStep(`deriving the read models: folding, ${percent} %`)
    last = Math.max(last, percent)
  }
}
