/** The header by which a write is recognised when it comes again. */
import { Refused } from '../problems/problem.js'

export const keyPattern = '^[!-~]{1,128}$'

const visible = new RegExp(keyPattern)

/** @throws Refused when the header is missing or not 1–128 visible ASCII characters */
export function requireIdempotencyKey(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const key = headers['idempotency-key']
  if (key === undefined || key === '') throw new Refused('idempotency-key-missing')
  if (typeof key !== 'string' || !visible.test(key)) throw new Refused('idempotency-key-invalid')
  return key
}
