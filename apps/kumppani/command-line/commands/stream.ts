/** Commands about what others read of the group: stream schemas, stream replay. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import { StartRefused, version } from '#platform/config'
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
  stream
    .command('replay <prefix>')
    .description('fill topics under another prefix with the whole history, beside those that others read')
    .option('--json', 'print JSON')
    .action((prefix: string, options: { json?: boolean }) => replay(prefix, options))
    .exitOverride()
}

async function replay(prefix: string, { json = false }: { json?: boolean }): Promise<void> {
  const { readConfiguration } = await import('#services/configuration')
  const { readKafkaSettings } = await import('#engines')
  const { replayStream } = await import('#services')
  // Whatever may be said of a prefix is said by its setting.
  readKafkaSettings({ ...process.env, KAFKA_TOPIC_PREFIX: prefix })
  const kafka = readKafkaSettings(process.env)
  if (!kafka)
    throw new StartRefused('badSetting', 'KAFKA_BROKERS is not set; allowed: <host>:<port>, several with commas')
  const isShown = process.stderr.isTTY && !json
  const upTo = await replayStream(readConfiguration(process.env), {
    kafka,
    prefix,
    onProgress: ({ reached, head }) => isShown && process.stderr.write(`\rpublished up to ${reached} of ${head}`),
    onTrouble: (reason) => process.stderr.write(`${isShown ? '\n' : ''}tried again: ${reason}\n`),
  })
  if (isShown) process.stderr.write('\n')
  const next = `start the relay with KAFKA_TOPIC_PREFIX=${prefix}; consumers change to the new topics when they like, and the old ones are deleted once nobody reads them`
  print({ filled: prefix, upTo: String(upTo), next }, { json })
}

/** The business is loaded by what needs all of it. */
async function schemas({ to, json = false }: SchemaOptions): Promise<void> {
  const { business, importTargets, sentTopics } = await import('#crm')
  const { compileTargets } = await import('#imports')
  const { asyncApiOf, schemaSet } = await import('#streams')
  const received = { topics: sentTopics, catalogue: compileTargets(importTargets, business.registry).catalogue }
  const set = [...schemaSet(business.registry)]
  if (to === undefined) {
    print({ schemas: set.map(([name, { $id }]) => ({ name, id: String($id) })) }, { json })
    return
  }
  const folder = resolve(to)
  mkdirSync(folder, { recursive: true })
  const files = [...set.map(([name, schema]) => [`${name}.json`, schema] as const)]
  for (const [file, content] of [
    ...files,
    ['asyncapi.json', asyncApiOf(business.registry, version(), received)] as const,
  ])
    writeFileSync(join(folder, file), `${JSON.stringify(content, null, 2)}\n`)
  print({ written: files.length + 1, to: folder }, { json })
}
