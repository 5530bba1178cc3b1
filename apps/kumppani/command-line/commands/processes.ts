/** Commands for processes that cannot go on by themselves: processes, retry-process, give-up-process. */
import type { Command } from 'commander'
import { inSession, type SharedOptions, segment, withSharedOptions } from '../acting.js'

const root = '/operations/processes'

export function addProcessCommands(program: Command): void {
  withSharedOptions(program.command('processes'))
    .description('list what was begun over several records and has not ended, with what was refused of it')
    .action((options: SharedOptions) => inSession(options, async (session) => (await session.read(root)).body))
  withSharedOptions(program.command('retry-process <process>'))
    .description('run a stuck process again, after what stood against it was mended')
    .action((process: string, options: SharedOptions) =>
      inSession(options, async (session) => (await session.done(`${root}/${segment(process)}/retry`)).body),
    )
  withSharedOptions(program.command('give-up-process <process>'))
    .description('leave unrecorded what was refused of a stuck process; what was recorded stays')
    .option('--because <text>', 'why; stands in its stream')
    .action((process: string, { because, ...options }: SharedOptions & { because?: string }) =>
      inSession(
        options,
        async (session) => (await session.done(`${root}/${segment(process)}/giving-up`, { because })).body,
      ),
    )
}
