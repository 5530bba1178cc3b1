/**
 * Files of imports while they are needed: sealed under a key of the import's own, so that destroying
 * that key takes every copy with it.
 */
import { createHash } from 'node:crypto'
import type { ImportFiles, KeyVault } from '#kernel'
import { sealedBytes, Unsealing } from './frames.js'

export interface WrittenFile {
  bytes: number
  /** Of the clear content, hexadecimal. */
  sha256: string
}

export class SealedFiles {
  constructor(
    private readonly files: ImportFiles,
    private readonly vault: Pick<KeyVault, 'keyFor' | 'fetch' | 'destroy'>,
  ) {}

  /** Writes a file whole or not at all. */
  async write(importId: string, name: string, content: AsyncIterable<Uint8Array>): Promise<WrittenFile> {
    const key = await this.vault.keyFor(`import:${importId}`)
    const hash = createHash('sha256')
    let bytes = 0
    async function* counted() {
      for await (const piece of content) {
        hash.update(piece)
        bytes += piece.length
        yield piece
      }
    }
    await this.files.write(importId, name, sealedBytes(key, `${importId}/${name}`, counted()))
    return { bytes, sha256: hash.digest('hex') }
  }

  /** The clear content from the start. @throws Error when the file is gone, cut off or altered, or its key destroyed */
  async *read(importId: string, name: string): AsyncGenerator<Uint8Array> {
    const whole = `the file ${name} of import ${importId}`
    const unsealing = new Unsealing(`${importId}/${name}`, async (keyId) => {
      const bytes = (await this.vault.fetch([keyId])).bytesOf(keyId)
      if (!bytes) throw new Error(`${whole} has expired`)
      return { id: keyId, bytes }
    })
    for await (const piece of this.files.read(importId, name)) yield* unsealing.take(Buffer.from(piece))
    if (!unsealing.isWhole) throw new Error(`${whole} is cut off: send it again`)
  }

  /** Names of an import's files; none when there is no such import. */
  names(importId: string): Promise<string[]> {
    return this.files.names(importId)
  }

  /** Ids of the imports whose files are here. */
  imports(): Promise<string[]> {
    return this.files.owners()
  }

  /** When files of an import were last put here, in milliseconds; 0 when there are none. */
  touchedAt(importId: string): Promise<number> {
    return this.files.touchedAt(importId)
  }

  /** Destroys the import's key, and then its files; its id cannot be used again. */
  async expire(importId: string): Promise<void> {
    await this.vault.destroy(`import:${importId}`)
    await this.remove(importId)
  }

  /** Removes the files; their key stays. */
  remove(importId: string): Promise<void> {
    return this.files.remove(importId)
  }

  /** Removes some of an import's files, and leaves what others are writing. */
  removeOnly(importId: string, names: readonly string[]): Promise<void> {
    return this.files.removeOnly(importId, names)
  }
}
