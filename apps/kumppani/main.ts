/**
 * The whole of Kumppani in one process on the embedded engines. Signals are listened to before the program
 * is even loaded, by one handler for good: a signal that arrives while handlers are exchanged is lost.
 */

import { constants } from 'node:os'
import type { Program } from './running/program.js'

const stopSignals = ['SIGINT', 'SIGTERM'] as const

let running: Program | undefined
let stoppedBy: NodeJS.Signals | undefined

for (const signal of stopSignals) process.on(signal, stop)

async function main(): Promise<void> {
  const { Program } = await import('./running/program.js')
  const { readConfiguration } = await import('#services/configuration')
  const { printWelcome } = await import('./running/welcome.js')
  const program = await Program.start(readConfiguration(process.env), {
    onStep: (line) => process.stdout.write(`${line}\n`),
    onServing: async (serving) => {
      await printWelcome(serving)
      running = serving
    },
  })
  const failure = await program.failed
  await program.stop().catch(() => undefined)
  await fail(failure)
}

function stop(signal: NodeJS.Signals): void {
  if (!running) stopEarly(signal)
  // Whoever asks a second time does not want to wait.
  if (signal === stoppedBy) process.exit(128 + constants.signals[signal])
  if (stoppedBy) return
  stoppedBy = signal
  process.stdout.write(`kumppani: ${saidBy(signal)}, stopping…\n`)
  running.stop().then(() => process.exit(0), fail)
}

/** Nothing is lost: a first start that was cut short is done again from nothing, read models are derived again. */
function stopEarly(signal: NodeJS.Signals): never {
  process.stdout.write(`kumppani: ${saidBy(signal)} before the start was done; the next start does it again\n`)
  process.exit(128 + constants.signals[signal])
}

const saidBy = (signal: NodeJS.Signals): string => (signal === 'SIGINT' ? 'Ctrl-C' : signal)

/** One line for what the operator can act on; the stack only for what is ours to mend. */
async function fail(error: unknown): Promise<never> {
  const { refusalOf } = await import('#services/configuration')
  const { StartRefused } = await import('#platform/config')
  const refused = refusalOf(error)
  process.stderr.write(
    `kumppani: ${refused instanceof StartRefused ? refused.message : ((error as Error)?.stack ?? String(error))}\n`,
  )
  process.exit(refused?.exitCode ?? 70)
}

main().catch(fail)
