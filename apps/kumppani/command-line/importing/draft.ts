/** A first mapping of files, printed: it needs no running program, and sends the files nowhere. */
import { createReadStream } from 'node:fs'
import { basename, extname } from 'node:path'
import { StartRefused } from '#platform/config'
import { importLine } from '../telling/import-lines.js'
import { aFile, namedFiles } from './named-files.js'

/** @param given `name=file`, or a file, which is then called as its name is */
export async function printDraft(given: readonly string[]): Promise<void> {
  const files = namedFiles(given.map((one) => (one.includes('=') ? one : `${nameOf(one)}=${one}`)))
  const { draftMapping, FileFault, seenFile } = await import('#imports')
  const seen = []
  try {
    for (const [name, path] of files) {
      seen.push(await seenFile(name, { name: basename(path), open: () => createReadStream(aFile(path)) }))
    }
  } catch (error) {
    throw error instanceof FileFault ? new StartRefused('usage', importLine('in-file', { ...error.problem })) : error
  }
  process.stdout.write(draftMapping(seen))
}

/** A name as mappings take it. */
function nameOf(path: string): string {
  const name = basename(path, extname(path)).replaceAll(/[^A-Za-z0-9_-]+/g, '-')
  return /^[A-Za-z]/.test(name) ? name.slice(0, 80) : `file-${name}`.slice(0, 80)
}
