/** The bodies of corrections: a reason always, and for a restatement what is true instead. */
import { type CorrectionRequest, type Guarded, InvalidInput, parse, Text } from '#kernel'
import { statedTime } from './envelope.js'

export class Retraction {
  /** Why; sealed like anything people write. */
  @Text({ max: 2000 }) because!: Guarded<string>
}

type Restated = Pick<CorrectionRequest, 'body' | 'because' | 'occurred'>

/** @throws InvalidInput */
export function readRetraction(body: unknown): Pick<CorrectionRequest, 'because'> {
  return { because: parse(Retraction, body).because as string }
}

/**
 * `payload` is the whole new payload, checked by the event's own class later; without it only the time
 * is restated.
 * @throws InvalidInput
 */
export function readRestatement(body: unknown): Restated {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    throw new InvalidInput([{ path: '', code: 'not-an-object' }])
  }
  const { payload, occurredAt, occurredPrecision, ...rest } = body as Record<string, unknown>
  const { because } = readRetraction(rest)
  const occurred = statedTime(occurredAt, occurredPrecision)
  if (payload === undefined && !occurred) throw new InvalidInput([{ path: 'payload', code: 'required' }])
  return { because, ...(payload !== undefined && { body: payload }), ...(occurred && { occurred }) }
}
