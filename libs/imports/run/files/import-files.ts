/** What an import keeps of what was sent: the files and the mapping, to resume from, and refused rows, to correct. */
import type { JsonObject } from '#kernel'
import { type MappingDocument, readMapping } from '../../mapping/read-mapping.js'
import { errorFile, type RowToCorrect } from '../../plan/error-file.js'
import type { ImportFile } from '../../tabular/table.js'
import type { ImportPorts } from '../ports.js'
import { SealedFiles } from './sealed-files.js'

/** Contents of the file that says what the others are. */
interface Manifest {
  /** The mapping file's name, and each file's as it was sent, by its name in the mapping. */
  mapping: string
  files: Record<string, string>
}

/** Sent files, by their names in the mapping. */
export type SentFiles = Readonly<Record<string, ImportFile>>

export interface MappingFile {
  name: string
  text: string
}

export interface Kept {
  name: string
  fingerprint: string
  bytes: number
}

/** What was sent is kept no longer. */
export class FilesGone extends Error {}

export class ImportFiles {
  private readonly sealed: SealedFiles
  private readonly hash: ImportPorts['core']['ports']['hash']

  constructor(
    ports: ImportPorts,
    private readonly id: string,
  ) {
    this.sealed = new SealedFiles(ports.folder, ports.vault)
    this.hash = ports.core.ports.hash
  }

  /** Seals everything that the import needs; answers with fingerprints by which it is known. */
  async keep(mapping: MappingFile, files: SentFiles): Promise<Kept[]> {
    const kept: Kept[] = []
    for (const [place, [name, file]] of Object.entries(files).entries()) {
      const { bytes, sha256 } = await this.sealed.write(this.id, `file-${place}`, file.open())
      kept.push({ name, bytes, fingerprint: this.hash.fingerprint({ sha256 }) })
    }
    const sent = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.name]))
    await this.sealed.write(this.id, 'mapping', bytesOf(mapping.text))
    await this.sealed.write(this.id, 'manifest', bytesOf(JSON.stringify({ mapping: mapping.name, files: sent })))
    return kept
  }

  /** @throws FilesGone when the files have expired */
  async load(): Promise<{ mapping: MappingDocument; sent: SentFiles }> {
    if ((await this.sealed.names(this.id)).length === 0) throw new FilesGone(`the files of import ${this.id} are gone`)
    const manifest = JSON.parse(await this.text('manifest')) as Manifest
    const mapping = readMapping(await this.text('mapping'), manifest.mapping)
    const sent = Object.entries(manifest.files).map(([name, sentAs], place): [string, ImportFile] => [
      name,
      { name: sentAs, open: () => this.sealed.read(this.id, `file-${place}`) },
    ])
    return { mapping, sent: Object.fromEntries(sent) }
  }

  private async text(name: string): Promise<string> {
    const parts: Uint8Array[] = []
    for await (const part of this.sealed.read(this.id, name)) parts.push(part)
    return Buffer.concat(parts).toString()
  }

  /** Keeps the refused rows of a chunk; the same chunk again replaces them. */
  async keepRefused(chunk: string, rows: readonly RowToCorrect[]): Promise<void> {
    if (rows.length > 0) await this.sealed.write(this.id, `refused-${chunk}`, bytesOf(JSON.stringify(rows)))
  }

  /** Refused rows, in the order read. */
  private async *refused(): AsyncGenerator<RowToCorrect> {
    for (const name of await this.sealed.names(this.id)) {
      if (!name.startsWith('refused-')) continue
      const rows = JSON.parse(await this.text(name)) as (RowToCorrect & JsonObject)[]
      yield* rows.sort((a, b) => a.source.line - b.source.line)
    }
  }

  /** One file to correct for each file that has refused rows, by its name in the mapping. */
  async errorFiles(): Promise<Record<string, ImportFile>> {
    const manifest = JSON.parse(await this.text('manifest')) as Manifest
    const withErrors = new Set<string>()
    for await (const { source } of this.refused()) withErrors.add(source.head.file)
    const named = Object.entries(manifest.files).filter(([, sentAs]) => withErrors.has(sentAs))
    return Object.fromEntries(
      named.map(([name, sentAs]) => [name, { name: sentAs, open: () => errorFile(sentAs, this.refused()) }]),
    )
  }
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
