/** The answers an operation may give: what it was asked for, or one of the problems with their codes. */
import { type JsonSchema, type RefusalTexts, refusalsAmong, refuse, type Slice } from '#kernel'
import { type InterfaceCode, interfaceProblems } from '../problems/interface-problems.js'
import { statusOf } from '../problems/problem.js'
import { ref } from './components.js'

export const json = (schema: JsonSchema): JsonSchema => ({ 'application/json': { schema } })

const ofAnyRequest: readonly InterfaceCode[] = [
  'not-signed-in',
  'token-invalid',
  'session-ended',
  'signed-in-as-another',
  'subject-unknown',
  'too-many-requests',
  'internal',
  'identity-unavailable',
]
export const ofWrites: readonly InterfaceCode[] = [
  ...ofAnyRequest,
  'cross-site-request',
  'invalid-input',
  'malformed-json',
  'idempotency-key-missing',
  'idempotency-key-invalid',
  'key-not-recorded',
  'body-too-large',
  'media-type-unsupported',
  'log-unavailable',
  'read-models-unavailable',
]
/** Of a procedure: it takes no key, and a body of JSON, a file or none. */
export function ofProcedures(takes: 'json' | 'file' | 'nothing'): InterfaceCode[] {
  const ofBody: readonly InterfaceCode[] = ['media-type-unsupported', 'malformed-request']
  const ofJson: readonly InterfaceCode[] = ['malformed-json', 'body-too-large']
  return [
    ...ofAnyRequest,
    'cross-site-request',
    'invalid-input',
    'log-unavailable',
    'read-models-unavailable',
    ...(takes === 'nothing' ? [] : ofBody),
    ...(takes === 'json' ? ofJson : []),
  ]
}
export const ofReads: readonly InterfaceCode[] = [
  ...ofAnyRequest,
  'invalid-input',
  'bad-cursor',
  'read-models-unavailable',
]
/** Refusals that any command may meet, by the kernel's list. */
export const ofCommands: RefusalTexts = refuse.texts
export const ofQuestions = refusalsAmong(
  refuse,
  'not-found',
  'not-allowed',
  'not-yet-visible',
  'not-recorded-yet',
  'reading-stopped',
  'too-much-asked',
)
export const ofPresent = refusalsAmong(
  refuse,
  'not-found',
  'not-allowed',
  'not-yet-visible',
  'not-recorded-yet',
  'too-much-asked',
  'no-past',
)

/** What a command may be refused with by the rules of some slices. */
export const ofCommandsIn = (slices: readonly Slice[]): RefusalTexts =>
  Object.assign({}, ofCommands, ...slices.flatMap(({ refusals }) => refusals.map(({ texts }) => texts)))

/** Problems by status, each with the codes it may carry. */
export function problemResponses(codes: readonly InterfaceCode[], refusals: RefusalTexts): Record<string, JsonSchema> {
  const byStatus = new Map<number, string[]>()
  for (const code of codes) add(byStatus, interfaceProblems[code][0], code)
  for (const [code, [kind]] of Object.entries(refusals)) add(byStatus, statusOf[kind], code)
  return Object.fromEntries(
    [...byStatus].sort(([a], [b]) => a - b).map(([status, all]) => [String(status), response(all)]),
  )
}

function add(byStatus: Map<number, string[]>, status: number, code: string): void {
  byStatus.set(status, [...(byStatus.get(status) ?? []), code])
}

function response(codes: string[]): JsonSchema {
  return {
    description: `Refused: ${codes.join(', ')}.`,
    content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } },
  }
}
