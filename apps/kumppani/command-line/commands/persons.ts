/** Commands for the rights of persons: erase, export, plaintext. */
import type { Command } from 'commander'
import { erasureGrounds } from '#crm/contacts/contact.events.js'
import { StartRefused } from '#platform/config'
import { inSession, type SharedOptions, segment, withSharedOptions } from '../acting.js'
import { ownLine } from '../telling/lines.js'

export function addPersonCommands(program: Command): void {
  withSharedOptions(program.command('erase <contact>'))
    .description('erase a person: destroys the keys that are theirs alone')
    .requiredOption('--grounds <grounds>', erasureGrounds.join(', '))
    .action((contact: string, options: SharedOptions & { grounds: string }) =>
      inSession(options, async (session) => {
        const path = `/contacts/${segment(contact)}/erasure`
        return (await session.done(path, { grounds: options.grounds })).body
      }),
    )
  withSharedOptions(program.command('export <what> <id>'))
    .description('hand out everything known about a person: kumppani export person <contact>')
    .option('--reason <text>', 'for the access log')
    .action((what: string, contact: string, options: SharedOptions & { reason?: string }) => {
      if (what !== 'person') throw new StartRefused('usage', ownLine('only-persons', { what }))
      return inSession(options, async (session) => {
        const path = `/contacts/${segment(contact)}/export`
        return (await session.done(path, { reason: options.reason })).body
      })
    })
  const plaintext = program.command('plaintext').description('files of plaintext that erasures wait for')
  withSharedOptions(plaintext.command('list'))
    .description('list them, with the position up to which each has forgotten')
    .action((options: SharedOptions) =>
      inSession(options, async (session) => (await session.read('/operations/plaintext')).body),
    )
  withSharedOptions(plaintext.command('retire <file>'))
    .description('say that one is gone, with its copies: no erasure waits for it any more')
    .action((file: string, options: SharedOptions) =>
      inSession(options, async (session) => (await session.done('/operations/plaintext/retirement', { file })).body),
    )
}
