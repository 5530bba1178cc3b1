/** The whole of Kumppani in one process on the embedded engines. */

import { StartRefused } from '#platform/config/exit-codes.js'
import { readSettings } from '#platform/config/settings.js'
import { Program } from './running/program.js'
import { refusalOf } from './running/refused-start.js'
import { printWelcome } from './running/welcome.js'

async function main(): Promise<void> {
  const program = await Program.start(readSettings(process.env), {
    onStep: (line) => process.stdout.write(`${line}\n`),
  })
  await printWelcome(program)
  const stop = (signal: NodeJS.Signals) => {
    process.stdout.write(`kumppani: ${signal === 'SIGINT' ? 'Ctrl-C' : signal}, stopping…\n`)
    program.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const failure = await program.failed
  await program.stop().catch(() => undefined)
  fail(failure)
}

/** One line for what the operator can act on; the stack only for what is ours to mend. */
function fail(error: unknown): never {
  const refused = refusalOf(error)
  process.stderr.write(
    `kumppani: ${refused instanceof StartRefused ? refused.message : ((error as Error)?.stack ?? String(error))}\n`,
  )
  process.exit(refused?.exitCode ?? 70)
}

main().catch(fail)
