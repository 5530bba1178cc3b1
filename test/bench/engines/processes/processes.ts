/** What takes everything as separate processes: measured one after the other on one group. */
import type { Measured } from '../../figure.js'
import { Published } from './published.js'
import { RunningGroup } from './running-group.js'
import { measureTakeOver } from './take-over.js'
import { measureVisible } from './visible.js'

export async function measureProcesses(): Promise<Measured[]> {
  const group = await RunningGroup.start()
  try {
    await group.relay.untilPublished()
    const published = await Published.follow(group.kafka, group.topics)
    const visible = await measureVisible(group, published)
    await published.close()
    return [...visible, ...(await measureTakeOver(group))]
  } finally {
    await group.discard()
  }
}
