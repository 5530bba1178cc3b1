/**
 * What we ship is ours to ship: every package of the production tree has a licence from a short list,
 * and every package we chose ourselves has its line in docs/dependencies.md.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const allowed = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  // Of typefaces, which are shipped as they are.
  'OFL-1.1',
])

interface Locked {
  dev?: boolean
  optional?: boolean
}

interface Manifest {
  name: string
  version: string
  license?: string | { type: string }
  licenses?: { type: string }[]
}

/** One line per finding; none when all is well. */
export function licenceFindings(root: string): string[] {
  const { dependencies = {}, devDependencies = {} } = read(join(root, 'package.json'))
  const { packages } = read(join(root, 'package-lock.json')) as { packages: Record<string, Locked> }
  const shipped = Object.entries(packages)
    .filter(([path, locked]) => path.startsWith('node_modules/') && !locked.dev)
    .map(([path]) => join(root, path, 'package.json'))
    .filter((file) => existsSync(file))
    .map((file) => read(file) as Manifest)
  const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
  return [...refusedLicences(shipped), ...undescribed(page, Object.keys({ ...dependencies, ...devDependencies }))]
}

/** Packages whose licence is missing or not on the list. */
export function refusedLicences(manifests: Manifest[]): string[] {
  return manifests
    .map((manifest) => ({ manifest, licence: licenceOf(manifest) }))
    .filter(({ licence }) => !isAllowed(licence))
    .map(
      ({ manifest, licence }) =>
        `${manifest.name}@${manifest.version}: licence ${licence || 'not stated'} is not allowed`,
    )
}

/** Chosen packages without a line in the page, and lines whose package is no longer chosen. */
export function undescribed(page: string, names: string[]): string[] {
  const described = [...page.matchAll(/^\| `([^`]+)` +\|/gm)].map((match) => match[1] ?? '')
  return [
    ...names.filter((name) => !described.includes(name)).map((name) => `docs/dependencies.md has no line for ${name}`),
    ...described.filter((name) => !names.includes(name)).map((name) => `docs/dependencies.md still names ${name}`),
  ]
}

function licenceOf({ license, licenses }: Manifest): string {
  if (typeof license === 'string') return license
  return license?.type ?? licenses?.map((one) => one.type).join(' OR ') ?? ''
}

/** `A OR B` needs one of them, `A AND B` each; brackets group nothing more in practice. */
function isAllowed(licence: string): boolean {
  return licence
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => allowed.has(part.trim())))
}

function read(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
