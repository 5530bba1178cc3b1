/**
 * Each thread of the program, ended under load: the program ends within seconds with a code, or, where it can still be
 * read, says that it is not ready; and nothing is lost.
 */
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import type { Report } from '../report.js'
import { emptyReport, Started } from '../started.js'
import { within } from './reach.js'
import type { EndOfThread } from './threads-within-reach.js'

const names = ['append-thread', 'projector-thread', 'query-thread', 'import-thread'] as const
const patienceMs = 10_000
const underLoadMs = 400

export async function endThreads(folder: string): Promise<Report[]> {
  const started = await Started.on(folder, 'threads', { flags: within })
  const reports: Report[] = []
  for (const name of names) {
    const report = emptyReport(`the ${name} ended`)
    await endOne(name, started, report)
    await started.verify(report)
    process.stderr.write(`faults: ended the ${name}: ${report.said}\n`)
    reports.push(report)
  }
  await started.operator.importsDone()
  await started.program.stop()
  return reports
}

async function endOne(name: (typeof names)[number], started: Started, report: Report): Promise<void> {
  const { child } = started.program
  const writing = started.client.write(started.target)
  if (name === 'import-thread') await started.operator.beginImport()
  await delay(underLoadMs)
  const begun = performance.now()
  child.send({ name, afterMs: 0 } satisfies EndOfThread)
  const code = await Promise.race([once(child, 'exit').then(([of]) => of as number | null), delay(patienceMs, 'alive')])
  const tookS = ((performance.now() - begun) / 1000).toFixed(1)
  const isUnready = code === 'alive' && (await fetch(`${started.program.url}/ready`)).status === 503
  if (code === 'alive') await started.program.kill()
  await writing
  report.times++
  report.said = isUnready ? 'not ready, and read on' : `ended with ${code} after ${tookS} s`
  if (!isUnready && (typeof code !== 'number' || code === 0)) report.wrong = report.said
  const others = [...started.client.refused.keys()].filter((status) => status !== 503)
  if (others.length > 0) report.wrong = `refused with ${others.join(', ')}`
  await started.again(report)
}
