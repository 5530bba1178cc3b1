/** The compose file as it is read: what each service runs, with which settings, and on what it stands. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'

export const root = resolve(import.meta.dirname, '../../..')
export const fileAt = (path: string): string => readFileSync(resolve(root, path), 'utf8')

export interface ComposeService {
  image: string
  build?: { context: string; dockerfile: string; target?: string }
  hostname?: string
  command?: string[]
  environment?: Record<string, string>
  secrets?: string[]
  volumes?: string[]
  networks?: string[] | Record<string, { aliases?: string[] } | null>
  read_only?: boolean
}

export interface ComposeFile {
  services: Record<string, ComposeService>
  networks: Record<string, unknown>
  volumes: Record<string, unknown>
  secrets: Record<string, { file: string }>
}

export const composeFile = (): ComposeFile => parse(fileAt('deploy/compose.yaml'), { merge: true }) as ComposeFile

/** Services that run a process of ours, by the name of the process. */
export function ourServices(): { name: string; process: string; service: ComposeService }[] {
  const { services } = composeFile()
  return Object.entries(services).flatMap(([name, service]) =>
    service.build && !service.build.target ? [{ name, process: service.command?.[0] ?? 'kumppani', service }] : [],
  )
}

/** `${NAME:-default}` and `${NAME:?why}` as compose fills them in; what must be said is said by `given`. */
export const filledIn = (value: string, given: Readonly<Record<string, string>> = {}): string =>
  value.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind = '?', text = '') => {
    const said = given[name] ?? (kind === '-' ? text : undefined)
    if (said === undefined) throw new Error(`${name} must be set: ${text}`)
    return said
  })
