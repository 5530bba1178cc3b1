/** Files as they are named on the command line: `accounts=accounts.csv`. */
import { isUtf8 } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import { StartRefused } from '#platform/config'
import { importLine } from '../telling/import-lines.js'

export function aFile(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new StartRefused('usage', importLine('no-file', { path }))
  if (!found.isFile()) throw new StartRefused('usage', importLine('not-a-file', { path }))
  return path
}

/** @throws StartRefused where it is not UTF-8: what would be read instead was not written */
export function utf8In(path: string): string {
  const bytes = readFileSync(path)
  if (!isUtf8(bytes)) throw new StartRefused('usage', importLine('not-utf-8', { path }))
  return bytes.toString()
}

/** `name=path` pairs. */
export function namedFiles(pairs: readonly string[]): Map<string, string> {
  const named = new Map<string, string>()
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    const name = pair.slice(0, at)
    if (at < 1) throw new StartRefused('usage', importLine('not-named', { pair }))
    if (named.has(name)) throw new StartRefused('usage', importLine('given-twice', { name }))
    named.set(name, aFile(pair.slice(at + 1)))
  }
  return named
}
