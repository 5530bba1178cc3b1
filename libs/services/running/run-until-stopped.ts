/**
 * Runs a program until it is told to stop, or cannot go on. Signals are listened to before the program is even
 * loaded, by one handler for good: a signal that arrives while handlers are exchanged is lost.
 */
import { constants } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'

/** What can be stopped. */
export interface Runs {
  /** Resolves with the reason when the program cannot go on. */
  readonly failed: Promise<Error>
  /** Safe to call twice. */
  stop(): Promise<void>
}

/** How long a program that cannot go on may take to close what it can. */
const longestStopMs = 8000

const stopSignals = ['SIGINT', 'SIGTERM'] as const

/**
 * @param name as it stands before its lines
 * @param start loads and starts it; tells `serving` once it is to be stopped in order. @throws what cannot be started
 */
export function runUntilStopped(name: string, start: (serving: (program: Runs) => void) => Promise<Runs>): void {
  let running: Runs | undefined
  let stoppedBy: NodeJS.Signals | undefined
  const say = (line: string) => process.stdout.write(`${name}: ${line}\n`)
  const stop = (signal: NodeJS.Signals) => {
    if (!running) {
      // Nothing is lost: a first start that was cut short is done again, read models are derived again.
      say(`${saidBy(signal)} before the start was done; the next start does it again`)
      process.exit(exitBy(signal))
    }
    // Whoever asks a second time does not want to wait.
    if (signal === stoppedBy) process.exit(exitBy(signal))
    if (stoppedBy) return
    stoppedBy = signal
    say(`${saidBy(signal)}, stopping…`)
    running.stop().then(() => process.exit(0), fail)
  }
  const fail = (error: unknown) => failed(name, error)
  const run = async () => {
    const program = await start((serving) => {
      running = serving
    })
    running = program
    const failure = await program.failed
    await Promise.race([program.stop().catch(() => undefined), delay(longestStopMs)])
    await fail(failure)
  }
  for (const signal of stopSignals) process.on(signal, stop)
  run().catch(fail)
}

const saidBy = (signal: NodeJS.Signals): string => (signal === 'SIGINT' ? 'Ctrl-C' : signal)

const exitBy = (signal: NodeJS.Signals): number => 128 + constants.signals[signal]

/** One line for what the operator can act on; the stack only for what is ours to mend. */
async function failed(name: string, error: unknown): Promise<never> {
  const { refusalOf } = await import('../configuration/refused-start.js')
  const refused = refusalOf(error)
  process.stderr.write(`${name}: ${refused?.message ?? (error as Error)?.stack ?? String(error)}\n`)
  process.exit(refused?.exitCode ?? 70)
}
