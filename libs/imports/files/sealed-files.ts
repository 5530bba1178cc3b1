/**
 * Files of imports while they are needed: sealed under a key of the import's own, so that destroying
 * that key takes every copy with it. A file is frames of length | iv | ciphertext | tag; the last
 * frame is empty and marked, so that a cut-off file does not pass for a whole one.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyVault, SealingKey } from '#kernel'

const ivBytes = 12
const tagBytes = 16
const frameBytes = 65_536

export interface Written {
  bytes: number
  /** Of the clear content, hexadecimal. */
  sha256: string
}

export class SealedFiles {
  constructor(
    private readonly folder: string,
    private readonly vault: Pick<KeyVault, 'keyFor' | 'bytesOf' | 'destroy'>,
  ) {}

  /** Writes a file whole or not at all. `name` must be fit for a file name. */
  async write(importId: string, name: string, content: AsyncIterable<Uint8Array>): Promise<Written> {
    const key = await this.vault.keyFor(`import:${importId}`)
    const folder = join(this.folder, importId)
    await mkdir(folder, { recursive: true })
    const path = join(folder, name)
    const file = await open(`${path}.part`, 'w', 0o600)
    const hash = createHash('sha256')
    let bytes = 0
    try {
      const frames = new Frames(key, `${importId}/${name}`)
      await file.write(`${key.id}\n`)
      for await (const chunk of content) {
        hash.update(chunk)
        bytes += chunk.length
        for (let at = 0; at < chunk.length; at += frameBytes) {
          await file.write(frames.seal(chunk.subarray(at, at + frameBytes), false))
        }
      }
      await file.write(frames.seal(new Uint8Array(), true))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.part`, path)
    return { bytes, sha256: hash.digest('hex') }
  }

  /** The clear content from the start. @throws Error when the file is gone, cut off or altered, or its key destroyed */
  async *read(importId: string, name: string): AsyncGenerator<Uint8Array> {
    const whole = `the file ${name} of import ${importId}`
    let rest: Buffer = Buffer.alloc(0)
    let frames: Frames | undefined
    let ended = false
    for await (const chunk of createReadStream(join(this.folder, importId, name))) {
      rest = rest.length > 0 ? Buffer.concat([rest, chunk as Buffer]) : (chunk as Buffer)
      if (!frames) {
        const line = rest.indexOf('\n')
        if (line < 0) continue
        const bytes = this.vault.bytesOf(rest.toString('latin1', 0, line))
        if (!bytes) throw new Error(`${whole} has expired`)
        frames = new Frames({ id: rest.toString('latin1', 0, line), bytes }, `${importId}/${name}`)
        rest = rest.subarray(line + 1)
      }
      for (let frame = frameIn(rest); frame; frame = frameIn(rest)) {
        rest = rest.subarray(4 + frame.length)
        ended = frame.length === ivBytes + tagBytes
        const clear = frames.open(frame, ended)
        if (clear.length > 0) yield clear
      }
    }
    if (!ended || rest.length > 0) throw new Error(`${whole} is cut off: send it again`)
  }

  /** Names of an import's files; none when there is no such import. */
  async names(importId: string): Promise<string[]> {
    const names = await readdir(join(this.folder, importId)).catch(nothingThere)
    return names.filter((name) => !name.endsWith('.part')).sort()
  }

  /** Ids of the imports whose files are here. */
  imports(): Promise<string[]> {
    return readdir(this.folder).catch(nothingThere)
  }

  /** Destroys the import's key, and then its files; its id cannot be used again. */
  async expire(importId: string): Promise<void> {
    await this.vault.destroy(`import:${importId}`)
    await this.remove(importId)
  }

  /** Removes the files; their key stays. */
  async remove(importId: string): Promise<void> {
    await rm(join(this.folder, importId), { recursive: true, force: true })
  }
}

function nothingThere(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}

function frameIn(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 4) return undefined
  const length = bytes.readUInt32BE(0)
  return bytes.length < 4 + length ? undefined : bytes.subarray(4, 4 + length)
}

/** Seals and opens the frames of one file in order. */
class Frames {
  private index = 0

  constructor(
    private readonly key: SealingKey,
    private readonly file: string,
  ) {}

  seal(clear: Uint8Array, last: boolean): Buffer {
    const iv = randomBytes(ivBytes)
    const cipher = createCipheriv('aes-256-gcm', this.key.bytes, iv)
    cipher.setAAD(this.place(last))
    const sealed = Buffer.concat([iv, cipher.update(clear), cipher.final(), cipher.getAuthTag()])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(sealed.length)
    return Buffer.concat([length, sealed])
  }

  open(frame: Buffer, last: boolean): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.key.bytes, frame.subarray(0, ivBytes))
    decipher.setAAD(this.place(last))
    decipher.setAuthTag(frame.subarray(-tagBytes))
    const clear = decipher.update(frame.subarray(ivBytes, -tagBytes))
    return Buffer.concat([clear, decipher.final()])
  }

  private place(last: boolean): Buffer {
    return Buffer.from(`${this.file}/${this.index++}/${last ? 'last' : ''}`)
  }
}
