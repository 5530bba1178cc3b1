/** Commands that keep an installation well: rebuild, verify, parked, retry, backup, restore, token, seed. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { exitCodes, openDataFolder, readSettings, StartRefused } from '#platform/config'
import { restoreBackup } from '../../running/backup-files.js'
import { inSession, type SharedOptions, segment, withSharedOptions } from '../acting.js'
import { print } from '../output.js'
import { Session } from '../session.js'

export function addUpkeepCommands(program: Command): void {
  withSharedOptions(program.command('rebuild'))
    .description('derive all read models anew beside those that serve, then switch')
    .action((options: SharedOptions) =>
      inSession(options, async (session) => (await session.post('/operations/rebuild')).body),
    )
  withSharedOptions(program.command('verify'))
    .description('hold the read models against a clean fold of the log; exit code 1 when they differ')
    .action((options: SharedOptions) =>
      inSession(options, async (session) => {
        const { body } = await session.post('/operations/verify')
        if (!(body as { equal: boolean }).equal) process.exitCode = exitCodes.different
        return body
      }),
    )
  withSharedOptions(program.command('parked'))
    .description('list what stopped because of an event that cannot be folded')
    .action((options: SharedOptions) =>
      inSession(options, async (session) => (await session.get('/operations/parked')).body),
    )
  withSharedOptions(program.command('retry <partition>'))
    .description('fold a parked customer or contact again')
    .action((partition: string, options: SharedOptions) =>
      inSession(
        options,
        async (session) => (await session.post(`/operations/parked/${segment(partition)}/retry`)).body,
      ),
    )
  withSharedOptions(program.command('backup <folder>'))
    .description('copy log and keys into two files while everything goes on')
    .action((folder: string, options: SharedOptions) =>
      inSession(
        options,
        async (session) => (await session.post('/operations/backup', { folder: resolve(folder) })).body,
      ),
    )
  program
    .command('restore <folder>')
    .description('put a backup into the data folder; what was erased since stays erased')
    .option('--replace', 'put it in the place of what is there')
    .option('--json', 'print JSON')
    .action((folder: string, options: { replace?: boolean; json?: boolean }) => restore(resolve(folder), options))
  program
    .command('token [member]')
    .description('a token for a member, for 12 hours (default: the first administrator)')
    .option('--json', 'print JSON')
    .action((member: string | undefined, options: { json?: boolean }) => token(member, options))
  program
    .command('seed')
    .description('fill an empty data folder with the demo group')
    .option('--json', 'print JSON')
    .action((options: { json?: boolean }) => seed(options))
}

function restore(from: string, { replace = false, json = false }: { replace?: boolean; json?: boolean }): void {
  const settings = readSettings(process.env)
  const folder = openDataFolder(settings.dataFolder)
  try {
    restoreBackup(from, settings, replace)
  } finally {
    folder.release()
  }
  print(
    { restored: from, into: settings.dataFolder, next: 'the read models are derived anew at the next start' },
    { json },
  )
}

/** A token of a member there is: one for anybody else would be refused wherever it is shown. */
async function token(member: string | undefined, { json = false }: { json?: boolean }): Promise<void> {
  const session = await Session.open(member)
  try {
    await session.requireMember()
  } finally {
    await session.close()
  }
  if (json) print(session.issued, { json })
  else process.stdout.write(`${session.issued.token}\n`)
}

async function seed({ json = false }: { json?: boolean }): Promise<void> {
  const settings = { ...readSettings(process.env), demo: true, port: 0 }
  const { Program } = await import('../../running/program.js')
  const program = await Program.start(settings, { onStep: (line) => process.stderr.write(`${line}\n`) })
  const head = await program.engines.log.head()
  const isNew = program.engines.isFirstStart
  await program.stop()
  if (!isNew)
    throw new StartRefused(
      'usage',
      `${settings.dataFolder} is not empty; the demo group fills an empty data folder only`,
    )
  print({ filled: settings.dataFolder, events: head }, { json })
}
