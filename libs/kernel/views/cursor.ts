/**
 * Cursors of lists: the sort values and key of the last row shown, with a check over them and the
 * query, so that a damaged cursor or one of another query is refused instead of giving a wrong page.
 */
import { hash } from 'node:crypto'
import { BadCursor, type Scalar } from '../ports/read-models/read-store.js'

const checkLength = 12

/** `query` is any text that two queries share exactly when they list the same rows in the same order. */
export function writeCursor(query: string, values: readonly Scalar[]): string {
  const body = JSON.stringify(values)
  return Buffer.from(checkOf(query, body) + body).toString('base64url')
}

/** @throws BadCursor */
export function readCursor(query: string, cursor: string): Scalar[] {
  const bytes = Buffer.from(cursor, 'base64url')
  const text = bytes.toString()
  const body = text.slice(checkLength)
  // Decoding skips what is not base64url, so only the exact text counts as undamaged.
  const intact = bytes.toString('base64url') === cursor && text.slice(0, checkLength) === checkOf(query, body)
  if (!intact) throw new BadCursor()
  return JSON.parse(body)
}

function checkOf(query: string, body: string): string {
  return hash('sha256', `${query}\n${body}`).slice(0, checkLength)
}
