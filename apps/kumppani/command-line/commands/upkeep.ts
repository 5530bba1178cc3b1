/** Commands that keep an installation well: rebuild, verify, parked, retry, backup, keys, restore, begin-access-log, token, seed. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { exitCodes, openDataFolder, StartRefused } from '#platform/config'
import { inSession, ofLanguage, type SharedOptions, segment, withSharedOptions } from '../acting.js'
import { print } from '../output.js'
import { Session } from '../session.js'
import { inLanguage } from '../telling/reader.js'
import { upkeepLine } from '../telling/upkeep-lines.js'

/** Of a command that has no session. */
type AloneOptions = Pick<SharedOptions, 'json' | 'language'>

export function addUpkeepCommands(program: Command): void {
  withSharedOptions(program.command('rebuild'))
    .description('derive all read models anew beside those that serve, then switch')
    .action((options: SharedOptions) =>
      inSession(options, async (session) => (await session.done('/operations/rebuild')).body),
    )
  withSharedOptions(program.command('verify'))
    .description('hold the read models against a clean fold of the log; exit code 1 when they differ')
    .action((options: SharedOptions) =>
      inSession(options, async (session) => {
        const { body } = await session.done('/operations/verify')
        if (!(body as { equal: boolean }).equal) process.exitCode = exitCodes.different
        return body
      }),
    )
  withSharedOptions(program.command('parked'))
    .description('list what stopped because of an event that cannot be folded')
    .action((options: SharedOptions) =>
      inSession(options, async (session) => (await session.read('/operations/parked')).body),
    )
  withSharedOptions(program.command('retry <partition>'))
    .description('fold a parked customer or contact again')
    .action((partition: string, options: SharedOptions) =>
      inSession(
        options,
        async (session) => (await session.done(`/operations/parked/${segment(partition)}/retry`)).body,
      ),
    )
  withSharedOptions(program.command('backup <folder>'))
    .description('copy log and keys into two files while everything goes on')
    .action((folder: string, options: SharedOptions) =>
      inSession(
        options,
        async (session) => (await session.done('/operations/backup', { folder: resolve(folder) })).body,
      ),
    )
  withSharedOptions(program.command('keys').description('keep the keys well').command('rewrap'))
    .description('wrap all keys by the current master key while everything goes on; says how many were not')
    .action((options: SharedOptions) =>
      inSession(options, async (session) => (await session.done('/operations/keys/rewrap')).body),
    )
  alone(program.command('restore <folder>'))
    .description('put a backup into the data folder; what was erased since stays erased')
    .option('--replace', 'put it in the place of what is there')
    .action((folder: string, options: AloneOptions & { replace?: boolean }) => restore(resolve(folder), options))
  alone(program.command('begin-access-log'))
    .description('begin an empty access log where the old one is lost or damaged; what is left of it is kept aside')
    .action((options: AloneOptions) => beginAccessLog(options))
  alone(program.command('token [member]'))
    .description('a token for a member, for 12 hours (default: the first administrator)')
    .action((member: string | undefined, options: AloneOptions) => token(member, options))
  alone(program.command('seed'))
    .description('fill an empty data folder with the demo group')
    .action((options: AloneOptions) => seed(options))
}

/** A command without a session. */
const alone = (command: Command): Command =>
  command.option('--json', 'print JSON').option('--language <code>', ofLanguage)

/** Engines are loaded by the commands that open them, and by no others. */
async function configured() {
  const { readConfiguration } = await import('#services/configuration')
  return readConfiguration(process.env)
}

async function restore(from: string, { replace = false, ...options }: AloneOptions & { replace?: boolean }) {
  const { json, language = 'en' } = options
  const { restoreBackup } = await import('#engines')
  const { business } = await import('#crm')
  const settings = await configured()
  const folder = openDataFolder(settings.dataFolder)
  try {
    const { catalogue } = business.registry
    const { replaced, knowsErasures } = await restoreBackup(from, settings.engines, { replace, catalogue })
    const next = inLanguage(upkeepLine('derived-next'), language)
    const kept = replaced.length > 0 && { kept: replaced.join(', ') }
    const erased = !knowsErasures && { erased: inLanguage(upkeepLine('erasures-unknown'), language) }
    print({ restored: from, into: settings.dataFolder, ...kept, ...erased, next }, { json })
  } finally {
    folder.release()
  }
}

async function beginAccessLog({ json = false }: AloneOptions): Promise<void> {
  const { beginAccessLogIn } = await import('#engines')
  const settings = await configured()
  const folder = openDataFolder(settings.dataFolder)
  try {
    const { begun, replaced } = beginAccessLogIn(settings.engines)
    print({ begun, ...(replaced.length > 0 && { kept: replaced.join(', ') }) }, { json })
  } finally {
    folder.release()
  }
}

/** A token of a member there is: one for anybody else would be refused wherever it is shown. */
async function token(member: string | undefined, { json = false, language }: AloneOptions): Promise<void> {
  const session = await Session.open({ as: member, language })
  try {
    await session.requireMember()
  } finally {
    await session.close()
  }
  if (json) print(session.issued, { json })
  else process.stdout.write(`${session.issued.token}\n`)
}

async function seed({ json = false }: AloneOptions): Promise<void> {
  const settings = { ...(await configured()), demo: true, port: 0 }
  const { Program } = await import('../../running/program.js')
  const program = await Program.start(settings, { onStep: (line) => process.stderr.write(`${line}\n`) })
  const head = await program.installation.log.head()
  const isNew = program.installation.isFirstStart
  await program.stop()
  if (!isNew) throw new StartRefused('usage', upkeepLine('not-empty', { folder: settings.dataFolder }))
  print({ filled: settings.dataFolder, events: head }, { json })
}
