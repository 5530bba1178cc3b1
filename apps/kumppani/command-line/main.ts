/** The command line: `npx kumppani <command>`. */
import { Command, CommanderError } from 'commander'
import { exitCodes, exitMeanings, StartRefused, version } from '#platform/config'
import { failed, type SharedOptions } from './acting.js'
import { addImportCommands } from './commands/imports.js'
import { addPersonCommands } from './commands/persons.js'
import { addProcessCommands } from './commands/processes.js'
import { addReadingCommands } from './commands/reading.js'
import { addStreamCommands } from './commands/stream.js'
import { addUpkeepCommands } from './commands/upkeep.js'
import { requireLanguage } from './telling/reader.js'
import { usageLine } from './telling/usage-lines.js'

const codes = Object.values(exitCodes)
  .sort((one, other) => one - other)
  .map((code) => `  ${String(code).padStart(2)}  ${exitMeanings[code]}`)

export function commandLine(): Command {
  const program = new Command('kumppani')
    .description('customer relationships as events')
    .version(version())
    .exitOverride()
    // What is wrong is said by us, in the language of whoever reads it.
    .configureOutput({ outputError: () => undefined })
    .addHelpText(
      'after',
      `\nkumppani bench [--events <count>] [--only <figure>] [--keep <folder>] [--json] measures this program beside
its engines, on generated data.\n\nSettings come from the environment: KUMPPANI_DATA names the folder of the group (default: data).\nExit codes:\n${codes.join('\n')}`,
    )
  addReadingCommands(program)
  addImportCommands(program)
  addPersonCommands(program)
  addUpkeepCommands(program)
  addProcessCommands(program)
  addStreamCommands(program)
  for (const command of program.commands) command.exitOverride()
  return program
}

async function main(): Promise<void> {
  const asked: SharedOptions = {}
  try {
    const program = commandLine().hook('preAction', (_, command) => {
      Object.assign(asked, command.opts())
      requireLanguage(asked.language)
    })
    await program.parseAsync()
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? await misunderstood(error) : await failed(error, asked)
  }
}

/** Nothing was read of what was typed: the options that all commands share are looked for there. */
async function misunderstood(error: CommanderError): Promise<number> {
  const typed = process.argv.slice(2)
  const line = usageLine(error, `kumppani ${commandIn(typed)}--help`)
  if (!line) return error.exitCode === 0 ? 0 : exitCodes.usage
  const after = (option: string) => (typed.includes(option) ? typed[typed.indexOf(option) + 1] : undefined)
  const shared = { json: typed.includes('--json'), as: after('--as'), language: after('--language') }
  return failed(new StartRefused('usage', line), shared)
}

/** The command that was meant, where there is one. */
const commandIn = ([name = '']: readonly string[]): string =>
  commandLine().commands.some((command) => command.name() === name) ? `${name} ` : ''

await main()
