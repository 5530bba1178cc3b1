/** The bodies of corrections: a reason always, and for a restatement what is true instead. */
import { type CorrectionRequest, Flag, type Guarded, InvalidInput, Optional, parse, Text } from '#kernel'
import { statedTime } from './envelope.js'

export class Retraction {
  /** Why; sealed like anything people write. */
  @Text({ max: 2000 }) because!: Guarded<string>
  /** Correct it although later facts would no longer be possible. */
  @Optional() @Flag() confirmed?: boolean
}

type Retracted = Pick<CorrectionRequest, 'because' | 'confirmed'>
type Restated = Retracted & Pick<CorrectionRequest, 'body' | 'occurred'>

/** @throws InvalidInput */
export function readRetraction(body: unknown): Retracted {
  const { because, confirmed } = parse(Retraction, body)
  return { because: because as string, ...(confirmed !== undefined && { confirmed }) }
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
  const why = readRetraction(rest)
  const occurred = statedTime(occurredAt, occurredPrecision)
  if (payload === undefined && !occurred) throw new InvalidInput([{ path: 'payload', code: 'required' }])
  return { ...why, ...(payload !== undefined && { body: payload }), ...(occurred && { occurred }) }
}
