/** `npm run faults`: brings faults about on real files and processes, and counts what they cost. `--short` for CI. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fillDisk } from './full-disk.js'
import { killAppender } from './killed-appender.js'
import { killProgram } from './killed-program.js'
import { refusedStarts } from './refused-starts.js'
import { asTable, isGood, type Report } from './report.js'

const { values: options } = parseArgs({
  options: { short: { type: 'boolean', default: false }, kills: { type: 'string' } },
})
const usual = options.short ? 30 : 105
const all = Number(options.kills ?? usual)
/** Two in three die as whole programs, every other one of those while it derives its read models. */
const appender = Math.floor(all / 4)
const kills = { appender, program: all - appender }

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'kumppani-faults-'))
  const reports: Report[] = []
  try {
    reports.push(...(await refusedStarts(folder)))
    reports.push(...(await fillDisk(folder)))
    reports.push(...(await killAppender(folder, kills.appender)))
    reports.push(...(await killProgram(folder, kills.program)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  process.stdout.write(`\n${asTable(reports)}\n`)
  return reports.every(isGood) ? 0 : 1
}

process.exitCode = await main()
