/**
 * Threads of works that are asked for, ended in their middle: whoever asked is told within seconds that it failed, or
 * the program ends with a code; the same asked again is done, read models are what the log says, and no file is left.
 */
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { Operator } from '../operator.js'
import type { Report } from '../report.js'
import { emptyReport, Started } from '../started.js'
import { within } from './reach.js'
import type { EndOfThread } from './threads-within-reach.js'

type Work = (operator: Operator) => Promise<unknown>

const verify: Work = (operator) => operator.verify()
const rebuild: Work = (operator) => operator.rebuild()
const works: readonly [thread: string, of: string, work: Work][] = [
  ['share-thread', 'a verification', verify],
  ['verify-thread', 'a verification', verify],
  ['share-thread', 'a rebuild', rebuild],
]
/** When the thread ends, in milliseconds after it began. */
const moments = [0, 400]
/** Fewer are not dealt out among threads. */
const eventsBefore = 60_000
const patienceMs = 60_000

export async function endWorks(folder: string): Promise<Report[]> {
  const started = await Started.on(folder, 'threads-of-works', { flags: within }, eventsBefore)
  const reports: Report[] = []
  const files = filesOf(started.folder)
  for (const [thread, of, work] of works) {
    const report = emptyReport(`a ${thread} ended in ${of}`)
    const said: string[] = []
    for (const afterMs of moments) said.push(await endOne({ name: thread, afterMs }, work, { started, report }))
    if (work !== verify) await work(started.operator)
    await started.verify(report)
    const left = filesOf(started.folder).filter((name) => !files.includes(name))
    if (left.length > 0) report.wrong = `left ${left.join(', ')}`
    report.said = said.join(' · ')
    process.stderr.write(`faults: ${report.fault}: ${report.said} ${report.wrong ?? ''}\n`)
    reports.push(report)
  }
  await started.program.stop()
  return reports
}

async function endOne(
  end: EndOfThread,
  work: Work,
  { started, report }: { started: Started; report: Report },
): Promise<string> {
  const { child } = started.program
  child.send(end)
  const writing = started.client.write(started.target)
  const begun = performance.now()
  const answered = work(started.operator).then(
    () => 'done',
    (error: Error) => shortened(error.message),
  )
  const ended = once(child, 'exit').then(([code]) => `ended with ${code}`)
  const said = await Promise.race([ended, answered, delay(patienceMs, 'hangs')])
  const tookS = ((performance.now() - begun) / 1000).toFixed(1)
  report.times++
  if (said === 'done') report.wrong = `no ${end.name} ended`
  if (said === 'hangs' || /ended with (0|null)/.test(said)) report.wrong = `${said} at ${end.afterMs} ms`
  // Where the program goes on, it also goes on recording.
  if (child.exitCode === null) await delay(200)
  const hasEnded = child.exitCode !== null
  if (!hasEnded) await started.program.stop()
  await writing
  await started.again(report)
  return `${said} after ${tookS} s${hasEnded ? '' : ', and goes on'}`
}

const shortened = (text: string): string => /answered \d+: .*?"code":"[^"]*"/.exec(text)?.[0] ?? text.slice(0, 100)

/** But for those whose names tell of which generation they are: another takes its place. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replace(/\d+/g, 'n'))
