/**
 * `npm run faults`: brings faults about on real files and processes, and counts what they cost; `--short` fewer of them.
 * `--engines` for processes on engines that they share, with `--smoke` within minutes.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { faultsOnEngines } from './engines/lane.js'
import { fillDisk } from './full/full-disk.js'
import { fillFolder } from './full/full-folder.js'
import { startOnFull } from './full/full-start.js'
import { hostileMember } from './hostile/hostile-member.js'
import { killAppender } from './kills/killed-appender.js'
import { killProgram } from './kills/killed-program.js'
import { killWorks } from './kills/killed-works.js'
import { refusedStarts } from './refused-starts.js'
import { asTable, isGood, type Report } from './report.js'
import { endThreads } from './threads/ended-threads.js'
import { endWorks } from './threads/ended-works.js'

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    engines: { type: 'boolean', default: false },
    smoke: { type: 'boolean', default: false },
    kills: { type: 'string' },
    only: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
})
/** Short, each way to die is met once. */
const usual = options.short ? 8 : 105
/** Of processes on engines. */
const length = options.smoke ? 'smoke' : options.short ? 'short' : 'long'
const all = Number(options.kills ?? usual)
/** Two in three die as whole programs, every other one of those while it derives its read models. */
const appender = Math.floor(all / 4)
const kills = { appender, program: all - appender }

/** They need tens of thousands of events. */
const longOnes: ReadonlySet<string> = new Set(['ended works'])

const say = (line: string): void => void process.stderr.write(`faults: ${line}\n`)

async function faultsOfOneProgram(folder: string): Promise<Report[]> {
  const faults: Record<string, () => Promise<Report[]>> = {
    'refused starts': () => refusedStarts(folder),
    'full log': () => fillDisk(folder),
    'full folder': () => fillFolder(folder),
    'start on a full disk': () => startOnFull(folder),
    'hostile member': () => hostileMember(folder, options.short ? 'blocked' : 'slow'),
    'ended threads': () => endThreads(folder),
    'ended works': () => endWorks(folder),
    'killed works': () => killWorks(folder),
    'killed appender': () => killAppender(folder, kills.appender),
    'killed program': () => killProgram(folder, kills.program),
  }
  const wanted = options.only === undefined ? undefined : new RegExp(options.only)
  const reports: Report[] = []
  for (const [name, bringAbout] of Object.entries(faults)) {
    const isLeftOut = options.short && longOnes.has(name)
    if (wanted ? wanted.test(name) : !isLeftOut) reports.push(...(await timed(name, bringAbout)))
    else if (isLeftOut && !wanted) say(`${name}: takes minutes, and is left out with --short`)
  }
  return reports
}

async function timed(name: string, bringAbout: () => Promise<Report[]>): Promise<Report[]> {
  const began = performance.now()
  const reports = await bringAbout()
  say(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
  return reports
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'kumppani-faults-'))
  const reports: Report[] = []
  let kept: string | undefined
  try {
    if (options.engines) reports.push(...(await faultsOnEngines(folder, { ...options, length, say })))
    else reports.push(...(await faultsOfOneProgram(folder)))
    process.stdout.write(`\n${asTable(reports)}\n`)
    if (reports.every(isGood)) return 0
    if (options.keep) kept = folder
    return 1
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true })
    else say(`what processes wrote is in ${kept}`)
  }
}

// At once, also where something hangs that nobody waits for any more.
process.exit(await main())
