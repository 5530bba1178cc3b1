/**
 * How large a ZIP file says it is when unpacked, read from its directory alone. A small file can
 * unpack to more than any memory holds, so a workbook is asked before it is opened; the reader in turn
 * unpacks no entry beyond what it declares.
 */

const endSignature = Buffer.from('PK\u0005\u0006', 'latin1')
const entrySignature = Buffer.from('PK\u0001\u0002', 'latin1')
const endBytes = 22
const entryBytes = 46

/** In bytes. Infinite where an entry leaves its size out; 0 where there is no directory, so no ZIP file. */
export function unpackedSize(file: Buffer): number {
  const end = file.lastIndexOf(endSignature)
  if (end < 0 || end + endBytes > file.length) return 0
  let total = 0
  for (let at = file.readUInt32LE(end + 16); isEntry(file, at); at += lengthOf(file, at)) {
    const [packed, unpacked] = [file.readUInt32LE(at + 20), file.readUInt32LE(at + 24)]
    total += packed > 0 && unpacked === 0 ? Number.POSITIVE_INFINITY : unpacked
  }
  return total
}

const isEntry = (file: Buffer, at: number): boolean =>
  at + entryBytes <= file.length && file.subarray(at, at + entrySignature.length).equals(entrySignature)

/** Of an entry with its name, extra fields and comment. */
const lengthOf = (file: Buffer, at: number): number =>
  entryBytes + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
