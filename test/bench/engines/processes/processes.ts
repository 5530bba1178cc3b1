/** What takes everything as separate processes: measured one after the other on one group. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Measured } from '../../figure.js'
import { Published } from './published.js'
import { RunningGroup } from './running-group.js'
import { measureTakeOver } from './take-over.js'
import { measureVisible } from './visible.js'

const lastLines = 5

export async function measureProcesses(): Promise<Measured[]> {
  const group = await RunningGroup.start()
  try {
    await group.relay.untilPublished()
    return [...(await measuredVisible(group)), ...(await measureTakeOver(group))]
  } catch (error) {
    for (const folder of group.services.folders()) process.stderr.write(lastSaidIn(folder))
    throw error
  } finally {
    await group.discard()
  }
}

async function measuredVisible(group: RunningGroup): Promise<Measured[]> {
  const published = await Published.follow(group.kafka, group.topics)
  try {
    return await measureVisible(group, published)
  } finally {
    await published.close()
  }
}

/** The end of what a process has logged. */
function lastSaidIn(folder: string): string {
  const file = join(folder, 'kumppani.log')
  if (!existsSync(file)) return ''
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lastLines)
  return `${lines.join('\n')}\n`
}
