/** Files that were sent, sealed until an import begins with them. */
import { SealedFiles, type SentFiles } from '#imports'
import { type ImportFiles, InvalidInput, type KeyedHash, type KeyVault, refuse } from '#kernel'
import type { Upload } from './imports.js'

/** Files larger than this are cut up by whoever sends them. */
const mostBytes = 1_000_000_000
const separator = '~'

export interface UploadParts {
  files: ImportFiles
  vault: Pick<KeyVault, 'keyFor' | 'fetch' | 'destroy'>
  hash: Pick<KeyedHash, 'shortId'>
}

export class Uploads {
  private readonly files: SealedFiles

  constructor(private readonly p: UploadParts) {
    this.files = new SealedFiles(p.files, p.vault)
  }

  /** Keeps a sent file sealed; answers with its size in bytes. */
  async keep({ upload, by, name, fileName }: Upload, content: AsyncIterable<Uint8Array>): Promise<number> {
    if (!/^[\w.-]{1,60}$/.test(name) || fileName.includes(separator))
      throw new InvalidInput([{ path: 'name', code: 'k-code' }])
    const { bytes } = await this.files.write(
      this.draftOf(upload, by),
      `${name}${separator}${encodeURIComponent(fileName)}`,
      limited(content),
    )
    return bytes
  }

  /** The files of an upload, by their names in the mapping. @throws DomainError `not-found` */
  async filesOf(upload: string, by: string): Promise<SentFiles> {
    return (await this.find(upload, by)) ?? refuse('not-found')
  }

  /** Likewise; undefined where there are none, or an import has begun with them. */
  async find(upload: string, by: string): Promise<SentFiles | undefined> {
    const draft = this.draftOf(upload, by)
    const names = await this.files.names(draft)
    if (names.length === 0) return undefined
    return Object.fromEntries(
      names.map((stored) => {
        const [name = '', fileName = ''] = stored.split(separator)
        return [name, { name: decodeURIComponent(fileName), open: () => this.files.read(draft, stored) }]
      }),
    )
  }

  async discard(upload: string, by: string): Promise<void> {
    await this.files.remove(this.draftOf(upload, by))
  }

  private draftOf(upload: string, by: string): string {
    return this.p.hash.shortId('upload', by, upload)
  }
}

async function* limited(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const part of content) {
    bytes += part.byteLength
    if (bytes > mostBytes) refuse('file-too-large')
    yield part
  }
}
