/**
 * The sealed form of a file: a line that names the key, then frames of length | iv | ciphertext | tag; the last frame
 * is empty and marked, so that a cut-off file does not pass for a whole one.
 */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import type { SealingKey } from '#kernel'

const ivBytes = 12
const tagBytes = 16
const frameBytes = 65_536

/**
 * The bytes of a file, sealed.
 * @param file what nothing else is called: a frame moved elsewhere cannot be opened
 */
export async function* sealedBytes(
  key: SealingKey,
  file: string,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer> {
  const frames = new Frames(key, file)
  yield Buffer.from(`${key.id}\n`)
  for await (const piece of inFrames(content)) yield frames.seal(piece, false)
  yield frames.seal(new Uint8Array(), true)
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

function frameIn(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 4) return undefined
  const length = bytes.readUInt32BE(0)
  return bytes.length < 4 + length ? undefined : bytes.subarray(4, 4 + length)
}

/** Puts the frames of a file together from the pieces in which it is read. */
export class Unsealing {
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
