/** What an import keeps of what was sent: the files and the mapping, to resume from, and refused rows, to correct. */
import type { JsonObject, TextLanguage } from '#kernel'
import { type MappingDocument, readMapping } from '../../mapping/read-mapping.js'
import { errorFile, type RowToCorrect } from '../../plan/error-file.js'
import type { ImportFile } from '../../tabular/table.js'
import type { ImportPorts } from '../ports.js'
import { fingerprintOfFile, fingerprintOfSaid, type Said, type SaidFile } from './said.js'
import { SealedFiles } from './sealed-files.js'

/** Contents of the file that says what the others are. */
interface Manifest {
  /** The attempt whose files these are. */
  attempt: string
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

/** Files that an attempt to begin has sealed. */
export interface KeptFiles {
  files: SaidFile[]
  /** To be read as they were sealed. */
  sent: SentFiles
  /** Makes them what an import that begins with this is run from. */
  offer(said: Said): Promise<void>
  /** Removes them, and no others. */
  letGo(): Promise<void>
}

/** What was sent is kept no longer. */
export class FilesGone extends Error {}

export class FilesOfImport {
  private readonly sealed: SealedFiles
  private readonly hash: ImportPorts['core']['ports']['hash']

  constructor(
    ports: ImportPorts,
    private readonly id: string,
  ) {
    this.sealed = new SealedFiles(ports.files, ports.vault)
    this.hash = ports.core.ports.hash
  }

  /**
   * Seals everything that the import needs, under names of an attempt's own: another that brings
   * something else under the same key at the same time leaves it alone.
   */
  async keep(mapping: MappingFile, files: SentFiles): Promise<KeptFiles> {
    const attempt = this.hash.freshId()
    const names: string[] = []
    const write = (name: string, content: AsyncIterable<Uint8Array>) => {
      names.push(name)
      return this.sealed.write(this.id, name, content)
    }
    const letGo = () => this.sealed.removeOnly(this.id, names)
    try {
      const kept: SaidFile[] = []
      for (const [place, [name, file]] of Object.entries(files).entries()) {
        const { bytes, sha256 } = await write(fileOf(attempt, place), file.open())
        kept.push({ name, bytes, fingerprint: fingerprintOfFile(sha256, this.hash) })
      }
      await write(mappingOf(attempt), bytesOf(mapping.text))
      const sent = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, file.name]))
      const manifest = { attempt, mapping: mapping.name, files: sent }
      const offer = async (said: Said) => void (await write(this.manifestOf(said), bytesOf(JSON.stringify(manifest))))
      return { files: kept, sent: this.sentOf(manifest), offer, letGo }
    } catch (error) {
      await letGo()
      throw error
    }
  }

  /** What the import has begun with. @throws FilesGone when the files have expired */
  async load(said: Said): Promise<{ mapping: MappingDocument; sent: SentFiles }> {
    const manifest = await this.manifest(said)
    const mapping = readMapping(await this.text(mappingOf(manifest.attempt)), manifest.mapping)
    return { mapping, sent: this.sentOf(manifest) }
  }

  private sentOf({ attempt, files }: Manifest): SentFiles {
    const sent = Object.entries(files).map(([name, sentAs], place): [string, ImportFile] => [
      name,
      { name: sentAs, open: () => this.sealed.read(this.id, fileOf(attempt, place)) },
    ])
    return Object.fromEntries(sent)
  }

  private manifestOf(said: Said): string {
    return `manifest-${fingerprintOfSaid(said, this.hash)}`
  }

  private async manifest(said: Said): Promise<Manifest> {
    const name = this.manifestOf(said)
    if (!(await this.sealed.names(this.id)).includes(name))
      throw new FilesGone(`the files of import ${this.id} are gone`)
    return JSON.parse(await this.text(name)) as Manifest
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
  async errorFiles(said: Said, language: TextLanguage): Promise<Record<string, ImportFile>> {
    const manifest = await this.manifest(said)
    const withErrors = new Set<string>()
    for await (const { source } of this.refused()) withErrors.add(source.head.file)
    const named = Object.entries(manifest.files).filter(([, sentAs]) => withErrors.has(sentAs))
    return Object.fromEntries(
      named.map(([name, sentAs]) => [name, { name: sentAs, open: () => errorFile(sentAs, this.refused(), language) }]),
    )
  }
}

const fileOf = (attempt: string, place: number): string => `${attempt}-file-${place}`
const mappingOf = (attempt: string): string => `${attempt}-mapping`

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
