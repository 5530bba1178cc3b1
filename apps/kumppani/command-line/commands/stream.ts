/** Commands about what others read of the group: stream schemas. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { version } from '#platform/config'
import { print } from '../output.js'

interface SchemaOptions {
  to?: string
  json?: boolean
}

export function addStreamCommands(program: Command): void {
  const stream = program.command('stream').description('what others read of the group over Kafka')
  stream
    .command('schemas')
    .description('the contracts of what is published: JSON Schema per type and version, and an AsyncAPI document')
    .option('--to <folder>', 'write them there as files; without it, they are listed')
    .option('--json', 'print JSON')
    .action((options: SchemaOptions) => schemas(options))
    .exitOverride()
}

/** The business is loaded by what needs all of it. */
async function schemas({ to, json = false }: SchemaOptions): Promise<void> {
  const { business } = await import('#crm')
  const { asyncApiOf, schemaSet } = await import('#streams')
  const set = [...schemaSet(business.registry)]
  if (to === undefined) {
    print({ schemas: set.map(([name, { $id }]) => ({ name, id: String($id) })) }, { json })
    return
  }
  const folder = resolve(to)
  mkdirSync(folder, { recursive: true })
  const files = [...set.map(([name, schema]) => [`${name}.json`, schema] as const)]
  for (const [file, content] of [...files, ['asyncapi.json', asyncApiOf(business.registry, version())] as const])
    writeFileSync(join(folder, file), `${JSON.stringify(content, null, 2)}\n`)
  print({ written: files.length + 1, to: folder }, { json })
}
