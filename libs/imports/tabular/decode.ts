/**
 * Bytes to text in the declared encoding, strictly: a byte that does not belong there stops the file
 * at its line, because whatever would be read instead is wrong.
 */
import { TextDecoder } from 'node:util'
import { FileFault, told } from '../problem.js'
import type { ImportFile } from './table.js'

const utf8Mark = [0xef, 0xbb, 0xbf]
const longestCharacterBytes = 4

export const startsWithUtf8Mark = (bytes: Uint8Array): boolean => utf8Mark.every((byte, at) => bytes[at] === byte)

/** The file's text in pieces, line ends unified to \n, without byte-order mark. */
export async function* decodedText(file: ImportFile, declared: string): AsyncGenerator<string> {
  let decoding: Decoding | undefined
  for await (const chunk of atLeast(3, file.open())) {
    decoding ??= new Decoding(file.name, startsWithUtf8Mark(chunk) ? 'utf-8' : declared)
    const text = decoding.push(chunk)
    if (text) yield text
  }
  const rest = decoding?.finish()
  if (rest) yield rest
}

/** Joins the first chunks until there are enough bytes to recognise a mark. */
async function* atLeast(bytes: number, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | undefined = new Uint8Array()
  for await (const chunk of chunks) {
    if (!first) {
      yield chunk
      continue
    }
    first = Buffer.concat([first, chunk])
    if (first.length < bytes) continue
    yield first
    first = undefined
  }
  if (first?.length) yield first
}

/** One file's decoder, its place in lines, and a line end cut in two by a chunk. */
class Decoding {
  private readonly decoder: TextDecoder
  private tail: Uint8Array = new Uint8Array()
  private line = 1
  private heldReturn = ''

  constructor(
    private readonly file: string,
    private readonly encoding: string,
  ) {
    this.decoder = new TextDecoder(encoding, { fatal: true })
  }

  push(chunk: Uint8Array): string {
    const text = this.unified(this.decode(chunk, true))
    this.tail = chunk.slice(-longestCharacterBytes)
    this.line += countBreaks(text)
    return text
  }

  finish(): string {
    const text = this.decode(new Uint8Array(), false) + this.heldReturn
    return text.replaceAll('\r', '\n')
  }

  private unified(decoded: string): string {
    if (!this.heldReturn && !decoded.includes('\r')) return decoded
    const text = this.heldReturn + decoded
    this.heldReturn = text.endsWith('\r') ? '\r' : ''
    return (this.heldReturn ? text.slice(0, -1) : text).replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  }

  private decode(chunk: Uint8Array, stream: boolean): string {
    try {
      return this.decoder.decode(chunk, { stream })
    } catch {
      throw new FileFault({
        file: this.file,
        line: this.line + this.breaksBeforeFault(chunk),
        code: 'wrong-encoding',
        sentence: this.encoding === 'utf-8' ? told('not-utf-8') : told('wrong-encoding', { encoding: this.encoding }),
      })
    }
  }

  /** Decodes once more without strictness and looks where the first replacement stands. */
  private breaksBeforeFault(chunk: Uint8Array): number {
    const cut = this.encoding === 'utf-8' ? this.tail.findIndex((byte) => (byte & 0xc0) !== 0x80) : -1
    const carried = cut < 0 ? new Uint8Array() : this.tail.slice(cut)
    const text = new TextDecoder(this.encoding).decode(Buffer.concat([carried, chunk]))
    const before = text.slice(0, Math.max(0, text.indexOf('\ufffd')))
    const counted = carried.filter((byte) => byte === 0x0a).length
    return Math.max(0, countBreaks(before.replaceAll('\r\n', '\n').replaceAll('\r', '\n')) - counted)
  }
}

function countBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
