/** `npm run bench`: measures every figure on generated data and prints it beside its baseline and its target. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { business } from '#crm/business.js'
import { SqliteGenerations } from '#engines/sqlite/generations/generations.js'
import { shapeOf } from '#read-models/shape.js'
import { type DataSet, dataSetIn, filesOf } from './data-set/data-set.js'
import { type EngineFigure, engineFigures } from './engines/engine-figures.js'
import type { Measured } from './figure.js'
import { figures } from './figures/figures.js'
import { deriveReadModels } from './figures/rebuild.js'
import { asTable } from './table.js'
import { webFigures } from './web/web-figures.js'

const fullSize = 1_000_000

const named = (all: readonly { name: string }[]): string => all.map(({ name }) => name).join(', ')
const usage = `bench: --events takes 1000 or more (default ${fullSize}); --only takes ${named(figures)};
--keep takes a folder for the generated data; --engines measures and counts what engines cost that are not embedded:
with it --only takes ${named(engineFigures)}; --web measures the web application in a browser: ${named(webFigures)};
--json prints JSON\n`

function optionsOf(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      events: { type: 'string', default: String(fullSize) },
      only: { type: 'string', multiple: true, default: [] },
      keep: { type: 'string' },
      folder: { type: 'string' },
      engines: { type: 'boolean', default: false },
      web: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  return values
}

/** @returns nothing when the arguments are not understood */
function understood(args: readonly string[]): ReturnType<typeof optionsOf> | undefined {
  try {
    return optionsOf(args)
  } catch (error) {
    process.stderr.write(`bench: ${(error as Error).message}\n`)
    return undefined
  }
}

async function main(): Promise<number> {
  const options = understood(process.argv.slice(2))
  if (!options || options.help) {
    process.stderr.write(usage)
    return options ? 0 : 2
  }
  const { only } = options
  const onData = options.web ? webFigures : figures
  const known: readonly { name: string }[] = options.engines ? engineFigures : onData
  const unknown = only.filter((name) => !known.some((figure) => figure.name === name))
  const events = Number(options.events)
  if (unknown.length > 0 || !Number.isInteger(events) || events < 1000) {
    process.stderr.write(usage)
    return 2
  }
  const isChosen = ({ name }: { name: string }) => only.length === 0 || only.includes(name)
  if (options.engines) return await engines(engineFigures.filter(isChosen), options.json)
  const kept = options.folder ?? options.keep
  const scratch = mkdtempSync(join(tmpdir(), 'kumppani-bench-'))
  try {
    const data = await prepared(kept ?? join(scratch, 'data'), events)
    const measured: Measured[] = []
    for (const figure of onData.filter(isChosen)) {
      note(`measuring ${figure.name}`)
      measured.push(...(await figure.measure({ data, scratch })))
    }
    process.stdout.write(
      options.json ? `${JSON.stringify({ ...about(data), figures: measured })}\n` : text(data, measured),
    )
    return isGood(measured) ? 0 : 1
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** What is measured on engines needs no data set. Where one figure breaks off, the others are measured all the same. */
async function engines(chosen: readonly EngineFigure[], isJson: boolean): Promise<number> {
  const measured: Measured[] = []
  for (const { name, measure, condition } of chosen) {
    note(condition.holds ? `measuring ${name}` : `leaving out ${name}: ${condition.otherwise}`)
    if (condition.holds) measured.push(...(await measure().catch((error: Error) => brokenOff(name, error))))
  }
  process.stdout.write(`${isJson ? JSON.stringify({ figures: measured }) : `\n${asTable(measured)}`}\n`)
  return isGood(measured) ? 0 : 1
}

function brokenOff(what: string, error: Error): Measured[] {
  note(`${what} broke off: ${error.stack}`)
  return [{ what, measured: `broke off: ${error.message.split('\n', 1)[0]}`, target: '', met: false }]
}

const isGood = (measured: readonly Measured[]): boolean => measured.every(({ met }) => met !== false)

/** The data set with read models that fit this program. */
async function prepared(folder: string, events: number): Promise<DataSet> {
  if (!existsSync(join(folder, 'data-set.json'))) note(`writing ${events.toLocaleString('en-US')} events to ${folder}`)
  const data = await dataSetIn(folder, events)
  const current = await new SqliteGenerations(filesOf(folder).reads).current()
  if (!current?.intact || current.shape !== shapeOf(business.registry, 'en')) {
    note('deriving the read models')
    await deriveReadModels(data)
  }
  return data
}

const about = ({ events, customers, largestEvents }: DataSet) => ({
  events,
  customers: customers.length,
  largestEvents,
  fullSize: events === fullSize,
})

function text(data: DataSet, measured: readonly Measured[]): string {
  const { events, customers, largestEvents } = about(data)
  const size = `${events.toLocaleString('en-US')} events, ${customers.toLocaleString('en-US')} customers, one of them with ${largestEvents.toLocaleString('en-US')}`
  const trial = events === fullSize ? '' : ' (a trial: the targets hold at 1,000,000 events)'
  return `\n${size}${trial}\n\n${asTable(measured)}\n`
}

function note(line: string): void {
  process.stderr.write(`bench: ${line}\n`)
}

process.exitCode = await main()
