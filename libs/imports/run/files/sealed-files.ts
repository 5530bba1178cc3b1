/**
 * Files of imports while they are needed: sealed under a key of the import's own, so that destroying
 * that key takes every copy with it. A file is frames of length | iv | ciphertext | tag; the last
 * frame is empty and marked, so that a cut-off file does not pass for a whole one.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  type KeyObject,
  randomBytes,
  randomUUID,
} from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyVault, SealingKey } from '#kernel'

const ivBytes = 12
const tagBytes = 16
const frameBytes = 65_536

export interface WrittenFile {
  bytes: number
  /** Of the clear content, hexadecimal. */
  sha256: string
}

export class SealedFiles {
  constructor(
    private readonly folder: string,
    private readonly vault: Pick<KeyVault, 'keyFor' | 'fetch' | 'destroy'>,
  ) {}

  /** Writes a file whole or not at all. `name` must be fit for a file name. */
  async write(importId: string, name: string, content: AsyncIterable<Uint8Array>): Promise<WrittenFile> {
    const key = await this.vault.keyFor(`import:${importId}`)
    const folder = join(this.folder, importId)
    await mkdir(folder, { recursive: true })
    const path = join(folder, name)
    // Two may write the same file at once: the last to end leaves a whole one.
    const part = `${path}.${randomUUID()}.part`
    const file = await open(part, 'wx', 0o600)
    const hash = createHash('sha256')
    let bytes = 0
    try {
      const frames = new Frames(key, `${importId}/${name}`)
      await file.write(`${key.id}\n`)
      for await (const piece of inFrames(content)) {
        hash.update(piece)
        bytes += piece.length
        await file.write(frames.seal(piece, false))
      }
      await file.write(frames.seal(new Uint8Array(), true))
      await file.sync()
      await rename(part, path)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    } finally {
      await file.close()
    }
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
    for await (const chunk of createReadStream(join(this.folder, importId, name)))
      yield* unsealing.take(chunk as Buffer)
    if (!unsealing.isWhole) throw new Error(`${whole} is cut off: send it again`)
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

  /** When files of an import were last put here or taken away, in milliseconds; 0 when there are none. */
  async touchedAt(importId: string): Promise<number> {
    const found = await stat(join(this.folder, importId)).catch(() => undefined)
    return found?.mtimeMs ?? 0
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

  /** Removes some of an import's files; their folder stays, since others may be writing to it. */
  async removeOnly(importId: string, names: readonly string[]): Promise<void> {
    for (const name of names) await rm(join(this.folder, importId, name), { force: true })
  }
}

/** The same bytes, each piece as long as a frame may be, but for the last. */
async function* inFrames(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const chunk of content) {
    waiting.push(chunk)
    size += chunk.length
    if (size < frameBytes) continue
    const all = Buffer.concat(waiting)
    const whole = all.length - (all.length % frameBytes)
    for (let at = 0; at < whole; at += frameBytes) yield all.subarray(at, at + frameBytes)
    waiting = [all.subarray(whole)]
    size = all.length - whole
  }
  if (size > 0) yield Buffer.concat(waiting)
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

/** Puts the frames of a file together from the pieces in which it is read. */
class Unsealing {
  private rest: Buffer = Buffer.alloc(0)
  private frames: Frames | undefined
  private ended = false

  constructor(
    private readonly file: string,
    private readonly keyOf: (keyId: string) => Promise<SealingKey>,
  ) {}

  get isWhole(): boolean {
    return this.ended && this.rest.length === 0
  }

  async *take(piece: Buffer): AsyncGenerator<Uint8Array> {
    this.rest = this.rest.length > 0 ? Buffer.concat([this.rest, piece]) : piece
    const frames = await this.framesBehindKey()
    for (let frame = frameIn(this.rest); frames && frame; frame = frameIn(this.rest)) {
      this.rest = this.rest.subarray(4 + frame.length)
      this.ended = frame.length === ivBytes + tagBytes
      const clear = frames.open(frame, this.ended)
      if (clear.length > 0) yield clear
    }
  }

  /** The first line names the key. */
  private async framesBehindKey(): Promise<Frames | undefined> {
    const end = this.frames ? -1 : this.rest.indexOf('\n')
    if (end < 0) return this.frames
    this.frames = new Frames(await this.keyOf(this.rest.toString('latin1', 0, end)), this.file)
    this.rest = this.rest.subarray(end + 1)
    return this.frames
  }
}

/** Seals and opens the frames of one file in order. */
class Frames {
  private index = 0
  private readonly key: KeyObject

  constructor(
    { bytes }: SealingKey,
    private readonly file: string,
  ) {
    this.key = createSecretKey(bytes)
  }

  seal(clear: Uint8Array, last: boolean): Buffer {
    const iv = randomBytes(ivBytes)
    const cipher = createCipheriv('aes-256-gcm', this.key, iv)
    cipher.setAAD(this.place(last))
    const sealed = Buffer.concat([iv, cipher.update(clear), cipher.final(), cipher.getAuthTag()])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(sealed.length)
    return Buffer.concat([length, sealed])
  }

  open(frame: Buffer, last: boolean): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.key, frame.subarray(0, ivBytes))
    decipher.setAAD(this.place(last))
    decipher.setAuthTag(frame.subarray(-tagBytes))
    const clear = decipher.update(frame.subarray(ivBytes, -tagBytes))
    return Buffer.concat([clear, decipher.final()])
  }

  private place(last: boolean): Buffer {
    return Buffer.from(`${this.file}/${this.index++}/${last ? 'last' : ''}`)
  }
}
