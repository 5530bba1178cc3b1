/**
 * Characters that no cell and no mapping may hold: control codes, and those that reverse text on the screen.
 * Everything else, a leading = + - @ included, is text and stays as it is.
 */
import { type RowProblem, told } from '../problem.js'
import type { TableHead } from './table.js'

export const unfit = /(?![\t\n])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/u
const directional = /[\u202A-\u202E\u2066-\u2069]/u
/** Nothing below U+0300 has another normal form. */
const mayNeedNormalising = /[\u0300-\uffff]/

/** Composed (NFC), so that the same word is the same key whatever machine wrote it; trimmed. */
export function cleanCell(raw: string): string {
  const text = raw.trim()
  return mayNeedNormalising.test(text) ? text.normalize('NFC') : text
}

/** Undefined when the cell is fit to be read. */
export function unfitCell(
  cell: string,
  { head, line, index }: { head: TableHead; line: number; index: number },
): RowProblem | undefined {
  const found = unfit.exec(cell)?.[0]
  if (found === undefined) return undefined
  const point = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const place = { file: head.file, line, column: head.headers[index] ?? `column ${index + 1}` }
  const code = directional.test(found) ? 'direction-character' : 'control-character'
  return { ...place, code, sentence: told(code, { point }) }
}
