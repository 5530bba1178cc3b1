/**
 * What a request to import says, by fingerprints: the import's first event holds them, and by them a
 * request that comes again under its key is told from another one.
 */
import { createHash } from 'node:crypto'
import type { KeyedHash } from '#kernel'
import type { ImportFile } from '../../tabular/table.js'

export interface SaidFile {
  /** As the mapping calls it. */
  name: string
  /** Keyed hash of its bytes. */
  fingerprint: string
  bytes: number
}

export interface Said {
  /** Keyed hash of the mapping's text. */
  mapping: string
  files: readonly SaidFile[]
  /** Names of the files whose rows are wanted; all when absent. */
  only?: readonly string[]
}

/** The same for requests that say the same, in whatever order; fit for a file name. */
export function fingerprintOfSaid({ mapping, files, only }: Said, hash: KeyedHash): string {
  const sorted = files
    .map(({ name, fingerprint }) => [name, fingerprint])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
  return hash.fingerprint({ mapping, files: sorted, only: only ? [...only].sort() : null })
}

export const fingerprintOfMapping = (text: string, hash: KeyedHash): string => hash.fingerprint({ mapping: text })

export const fingerprintOfFile = (sha256: string, hash: KeyedHash): string => hash.fingerprint({ sha256 })

/** Of files that are read for their fingerprints alone. */
export async function filesSaid(files: Readonly<Record<string, ImportFile>>, hash: KeyedHash): Promise<SaidFile[]> {
  const said: SaidFile[] = []
  for (const [name, file] of Object.entries(files)) {
    const sha256 = createHash('sha256')
    let bytes = 0
    for await (const piece of file.open()) {
      sha256.update(piece)
      bytes += piece.length
    }
    said.push({ name, bytes, fingerprint: fingerprintOfFile(sha256.digest('hex'), hash) })
  }
  return said
}
