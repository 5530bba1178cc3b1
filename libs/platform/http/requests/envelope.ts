/**
 * What a write says beside its fields: when it happened, how exactly that is known, and whether the
 * caller insists. These members have reserved names and are taken out before the payload is checked.
 */
import {
  fieldsOf,
  type InputCode,
  InvalidInput,
  isDay,
  isInstant,
  isMonth,
  type PayloadClass,
  type Precision,
  precisions,
  type Stated,
} from '#kernel'

export const envelopeNames = ['occurredAt', 'occurredPrecision', 'confirmed'] as const

export interface Enveloped {
  payload: unknown
  occurred?: Stated
  confirmed: boolean
}

const formatOf: Readonly<Record<Precision, { fits: (value: string) => boolean; code: InputCode }>> = {
  instant: { fits: isInstant, code: 'k-instant' },
  day: { fits: isDay, code: 'k-day' },
  month: { fits: isMonth, code: 'k-month' },
  before: { fits: (value) => value === '', code: 'not-empty' },
}

/**
 * Parts a body into payload and envelope. A body that is no object is left for the payload's check.
 * @throws InvalidInput when a reserved member does not fit
 */
export function openEnvelope(body: unknown): Enveloped {
  if (body === undefined || body === null) return { payload: {}, confirmed: false }
  if (typeof body !== 'object' || Array.isArray(body)) return { payload: body, confirmed: false }
  const { occurredAt, occurredPrecision, confirmed, ...payload } = body as Record<string, unknown>
  if (confirmed !== undefined && typeof confirmed !== 'boolean') wrong('confirmed', 'not-a-flag')
  const occurred = statedTime(occurredAt, occurredPrecision)
  return { payload, confirmed: confirmed === true, ...(occurred && { occurred }) }
}

/** The time a body states; undefined when it states none. */
export function statedTime(occurredAt: unknown, occurredPrecision: unknown): Stated | undefined {
  if (occurredAt === undefined && occurredPrecision === undefined) return undefined
  const at = occurredAt === undefined ? '' : occurredAt
  if (typeof at !== 'string') return wrong('occurredAt', 'k-when')
  const precision = occurredPrecision === undefined ? precisionOf(at) : requirePrecision(occurredPrecision)
  if (!formatOf[precision].fits(at)) wrong('occurredAt', formatOf[precision].code)
  return { occurredAt: at, occurredPrecision: precision }
}

/** The precision that a time's own form says; nothing at all says none. */
function precisionOf(at: string): Precision {
  const said = at === '' ? undefined : precisions.find((precision) => formatOf[precision].fits(at))
  return said ?? wrong('occurredAt', 'k-when')
}

function requirePrecision(value: unknown): Precision {
  return (
    precisions.find((precision) => precision === value) ??
    wrong('occurredPrecision', 'not-a-choice', precisions.join(', '))
  )
}

function wrong(path: string, code: InputCode, limit?: string): never {
  throw new InvalidInput([{ path, code, ...(limit !== undefined && { limit }) }])
}

/**
 * Makes sure that no payload has a field of a reserved name.
 * @throws Error naming the first one; the program does not start
 */
export function requireUnreserved(payload: PayloadClass, reserved: readonly string[], where: string): void {
  const clash = fieldsOf(payload).find((field) => reserved.includes(field.name))
  if (clash) throw new Error(`${where}: ${payload.name} calls a field "${clash.name}", which is reserved`)
}
