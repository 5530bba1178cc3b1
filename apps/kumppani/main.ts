/** The whole of Kumppani in one process on the embedded engines. */

import { constants } from 'node:os'
import { readSettings, StartRefused } from '#platform/config'
import { Program } from './running/program.js'
import { refusalOf } from './running/refused-start.js'
import { printWelcome } from './running/welcome.js'

const stopSignals = ['SIGINT', 'SIGTERM'] as const

async function main(): Promise<void> {
  for (const signal of stopSignals) process.once(signal, stopEarly)
  const program = await Program.start(readSettings(process.env), {
    onStep: (line) => process.stdout.write(`${line}\n`),
  })
  await printWelcome(program)
  const stop = (signal: NodeJS.Signals) => {
    process.stdout.write(`kumppani: ${saidBy(signal)}, stopping…\n`)
    program.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  for (const signal of stopSignals) process.off(signal, stopEarly).once(signal, stop)
  const failure = await program.failed
  await program.stop().catch(() => undefined)
  fail(failure)
}

/** Nothing is lost: a first start that was cut short is done again from nothing, read models are derived again. */
function stopEarly(signal: NodeJS.Signals): never {
  process.stdout.write(`kumppani: ${saidBy(signal)} before the start was done; the next start does it again\n`)
  process.exit(128 + constants.signals[signal])
}

const saidBy = (signal: NodeJS.Signals): string => (signal === 'SIGINT' ? 'Ctrl-C' : signal)

/** One line for what the operator can act on; the stack only for what is ours to mend. */
function fail(error: unknown): never {
  const refused = refusalOf(error)
  process.stderr.write(
    `kumppani: ${refused instanceof StartRefused ? refused.message : ((error as Error)?.stack ?? String(error))}\n`,
  )
  process.exit(refused?.exitCode ?? 70)
}

main().catch(fail)
