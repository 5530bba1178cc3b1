/**
 * What a ZIP file holds, read from its directory, which stands at its end. An entry is unpacked in pieces, and to no more
 * than it declares: a small file can unpack to more than any memory holds.
 */
import { crc32, createInflateRaw } from 'node:zlib'

const endSignature = Buffer.from('PK\u0005\u0006', 'latin1')
const entrySignature = Buffer.from('PK\u0001\u0002', 'latin1')
const [endBytes, entryBytes, localBytes] = [22, 46, 30]
const [isEncrypted, stored, deflated] = [1, 0, 8]
const pieceBytes = 64 * 1024

export interface ZipEntry {
  name: string
  flags: number
  method: number
  crc: number
  packedBytes: number
  unpackedBytes: number
  /** Where it begins in the file. */
  at: number
}

/** Of the file's directory; none where it has none, and so is no ZIP file. */
export function entriesOf(file: Buffer): ZipEntry[] {
  const end = file.lastIndexOf(endSignature)
  if (end < 0 || end + endBytes > file.length) return []
  const entries: ZipEntry[] = []
  for (let at = file.readUInt32LE(end + 16); isEntry(file, at); at += lengthOf(file, at))
    entries.push({
      name: file.toString('utf8', at + entryBytes, at + entryBytes + file.readUInt16LE(at + 28)),
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packedBytes: file.readUInt32LE(at + 20),
      unpackedBytes: file.readUInt32LE(at + 24),
      at: file.readUInt32LE(at + 42),
    })
  return entries
}

/** In bytes, as the directory says. Infinite where an entry leaves its size out; 0 where there is no directory. */
export const unpackedSize = (file: Buffer): number =>
  entriesOf(file).reduce(
    (total, { packedBytes, unpackedBytes }) =>
      total + (packedBytes > 0 && unpackedBytes === 0 ? Number.POSITIVE_INFINITY : unpackedBytes),
    0,
  )

/** @throws Error where it is encrypted, packed otherwise, cut short, or not what the directory says of it */
export async function* unpackedPieces(file: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const { flags, method, packedBytes, unpackedBytes } = entry
  const from = entry.at + localBytes + file.readUInt16LE(entry.at + 26) + file.readUInt16LE(entry.at + 28)
  const packed = file.subarray(from, from + packedBytes)
  if (flags & isEncrypted || packed.length < packedBytes) throw new Error('an entry cannot be read')
  let [bytes, crc] = [0, 0]
  for await (const piece of piecesOf(packed, method)) {
    bytes += piece.length
    crc = crc32(piece, crc)
    if (bytes > unpackedBytes) throw new Error('an entry holds more than it declares')
    yield piece
  }
  if (bytes !== unpackedBytes || crc !== entry.crc) throw new Error('an entry is not what the directory says')
}

async function* piecesOf(packed: Buffer, method: number): AsyncGenerator<Buffer> {
  if (method === stored) yield packed
  else if (method === deflated) {
    const inflating = createInflateRaw({ chunkSize: pieceBytes })
    inflating.end(packed)
    yield* inflating as AsyncIterable<Buffer>
  } else throw new Error('an entry is packed in a way that workbooks are not')
}

const isEntry = (file: Buffer, at: number): boolean =>
  at + entryBytes <= file.length && file.subarray(at, at + entrySignature.length).equals(entrySignature)

/** Of an entry with its name, extra fields and comment. */
const lengthOf = (file: Buffer, at: number): number =>
  entryBytes + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
