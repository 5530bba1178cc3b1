/** A record of which a rule refuses a single field begins without that field, which is told. */
import { DomainError, InvalidInput, type JsonObject, type Recorded } from '#kernel'
import { isRefusal, resultOf, type StepRefusal, type StepResult } from './step-result.js'

export interface Beginning {
  body: JsonObject
  /** Fields that may be left out. */
  optional: readonly string[]
  send(body: JsonObject): Promise<Recorded>
}

/**
 * @param refusal why it could not begin with all of its fields
 * @throws the refusal where no field that may be left out is to blame
 */
export async function begunInPart({ body, optional, send }: Beginning, refusal: unknown): Promise<StepResult> {
  let blamed = refusal
  let kept = body
  const refused: StepRefusal[] = []
  for (const name of optional.filter((one) => one in body)) {
    if (!mayBeOfField(blamed, name)) continue
    const { [name]: _, ...rest } = kept
    const answer = await send(rest).catch((error: unknown) => error)
    if (!isRefusal(answer)) {
      if (answer instanceof Error) throw answer
      return { ...resultOf(answer as Recorded, 'recorded'), refused: [...refused, ofField(blamed, name)] }
    }
    if (isSame(answer, blamed)) continue
    refused.push(ofField(blamed, name))
    kept = rest
    blamed = answer
  }
  throw refusal
}

/** Rights, and what stands in the way of a record as a whole, are of no field. */
function mayBeOfField(error: unknown, name: string): boolean {
  if (error instanceof InvalidInput) return error.problems.some(({ path }) => path.split('.')[0] === name)
  return error instanceof DomainError && error.kind === 'rule'
}

/** Whether the same stands against it, whatever it is of. */
export const isSame = (one: StepRefusal, other: unknown): boolean =>
  one instanceof DomainError && other instanceof DomainError
    ? one.code === other.code
    : one.message === (other as Error).message

export function ofField(error: unknown, field: string): StepRefusal {
  if (!(error instanceof DomainError)) return error as StepRefusal
  return error.with({ ...error.details, field })
}
