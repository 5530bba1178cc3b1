/** Reads the repository's sources and what each of them imports: the material of all architecture rules. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'

export interface Import {
  specifier: string
  line: number
  /** Whether nothing of it is left when the program runs. */
  isOfTypes: boolean
}

export interface Source {
  /** From the root, with forward slashes. */
  path: string
  text: string
  imports: Import[]
}

/** What is wrong and where; prints as `path:line message`. */
export interface Finding {
  path: string
  line: number
  message: string
}

const folders = ['apps', 'libs', 'test']
const statement = /^(?:import|export)\s+[^'"`;=]*?from\s*(['"])([^'"]+)\1|^import\s+(['"])([^'"]+)\3/gm
const dynamic = /(?:\bimport\(\s*|new URL\(\s*)(['"])(\.{1,2}\/[^'"]+|#[^'"]+)\1/g

export function readSources(root: string): Source[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name) && !/\.generated\./.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
    .map((path) => source(path, readFileSync(join(root, path), 'utf8')))
}

/** A source from its text; rules are tried on such without any file. */
export function source(path: string, text: string): Source {
  return { path, text, imports: importsIn(text) }
}

function importsIn(text: string): Import[] {
  const statements = [...text.matchAll(statement)].map((match) => ({
    specifier: match[2] ?? match[4] ?? '',
    line: lineAt(text, match.index),
    isOfTypes: /^(import|export) type\b/.test(match[0]),
  }))
  const calls = [...text.matchAll(dynamic)].map((match) => ({
    specifier: match[2] ?? '',
    line: lineAt(text, match.index),
    isOfTypes: false,
  }))
  return [...statements, ...calls]
}

/** 1-based line of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** The candidate paths a specifier of ours stands for, without knowing which exist; none for a package. */
function targetsOf(from: string, specifier: string): string[] {
  const path = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : ownPath(specifier)
  return path === undefined ? [] : [path, path.replace(/\.js$/, '.ts'), path.replace(/\.js$/, '.tsx')]
}

function ownPath(specifier: string): string | undefined {
  if (!specifier.startsWith('#')) return undefined
  const path = specifier.startsWith('#test/') ? specifier.slice(1) : `libs/${specifier.slice(1)}`
  return path.endsWith('.js') ? path : `${path}/index.js`
}

/** Every import of ours that leads to a file there is. */
export function edgesOf(from: Source, paths: ReadonlySet<string>): (Import & { target: string })[] {
  return from.imports.flatMap((one) => {
    const target = targetsOf(from.path, one.specifier).find((path) => paths.has(path))
    return target ? [{ ...one, target }] : []
  })
}

export function isSpec(path: string): boolean {
  return path.endsWith('.spec.ts')
}
