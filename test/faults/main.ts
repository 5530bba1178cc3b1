/** `npm run faults`: brings faults about on real files and processes, and counts what they cost. `--short` for CI. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killProgram } from './killed-program.js'
import { asTable, isGood, type Report } from './report.js'

const { values: options } = parseArgs({ options: { short: { type: 'boolean', default: false } } })
const kills = options.short ? { program: 20, appender: 10 } : { program: 74, appender: 30 }

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'kumppani-faults-'))
  const reports: Report[] = []
  try {
    reports.push(...(await killProgram(folder, kills.program)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  process.stdout.write(`\n${asTable(reports)}\n`)
  return reports.every(isGood) ? 0 : 1
}

process.exitCode = await main()
