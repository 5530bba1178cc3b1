/**
 * Checks what comes in against a payload class: compiled JSON Schema on the hot path, and only when
 * that says no, class-validator for the sentences a person gets to read.
 */
import 'reflect-metadata'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { type ValidationError, validateSync } from 'class-validator'
import { fieldsOf, type PayloadClass } from './field.js'
import { formats } from './formats.js'
import { type InputProblem, InvalidInput } from './invalid-input.js'
import { schemaOf } from './schema.js'

const ajv = new Ajv2020({ strict: true, allErrors: false, ownProperties: true })
for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, { type: 'string', validate })

const compiled = new WeakMap<PayloadClass, ValidateFunction>()

/** Whether `input` is a valid payload, by the compiled schema. */
export function isValid(payload: PayloadClass, input: unknown): boolean {
  let validate = compiled.get(payload)
  if (!validate) {
    validate = ajv.compile(schemaOf(payload))
    compiled.set(payload, validate)
  }
  return validate(input)
}

/**
 * The input itself, known to be a valid payload.
 * @throws InvalidInput with one problem per wrong field, each with its path
 */
export function parse<T extends object>(payload: PayloadClass<T>, input: unknown): T {
  if (isValid(payload, input)) return input as T
  const problems = problemsOf(payload, input)
  throw new InvalidInput(problems.length > 0 ? problems : [{ path: '', code: 'not-an-object' }])
}

/** What class-validator finds wrong; empty when it finds nothing. */
export function problemsOf(payload: PayloadClass, input: unknown): InputProblem[] {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return [{ path: '', code: 'not-an-object' }]
  const errors = validateSync(instanceOf(payload, input), {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
  })
  return errors.flatMap((error) => flatten(error, ''))
}

/** An instance with nested instances, as class-validator wants them; unknown fields are kept so that it sees them. */
function instanceOf(payload: PayloadClass, input: object): object {
  const instance = Object.assign(Object.create(payload.prototype) as Record<string, unknown>, input)
  for (const field of fieldsOf(payload)) {
    const value = instance[field.name]
    if (!field.nested || value === null || typeof value !== 'object') continue
    const nested = field.nested
    const wrap = (item: unknown) =>
      item !== null && typeof item === 'object' && !Array.isArray(item) ? instanceOf(nested, item) : item
    instance[field.name] = Array.isArray(value) ? value.map(wrap) : wrap(value)
  }
  return instance
}

function flatten(error: ValidationError, prefix: string): InputProblem[] {
  const path = prefix ? `${prefix}.${error.property}` : error.property
  const nested = (error.children ?? []).flatMap((child) => flatten(child, path))
  if (!error.constraints) return nested
  if (error.constraints.whitelistValidation) return [{ path, code: 'unknown-field' }]
  if (error.value === undefined) return [{ path, code: 'required' }]
  const all = Object.values(error.constraints)
  // What it is comes before how much of it: a text is no number, whatever its size.
  const first = all.find((one) => one === 'null') ?? textless(error.value, all) ?? all[0] ?? 'not-an-object'
  const at = first.indexOf(':')
  const problem = at < 0 ? { path, code: first } : { path, code: first.slice(0, at), limit: first.slice(at + 1) }
  return [problem, ...nested]
}

/** What is no text at all does not break the rules of one. */
const textless = (value: unknown, codes: readonly string[]): string | undefined =>
  typeof value === 'string' || Array.isArray(value) || !codes.some((code) => code.startsWith('k-'))
    ? undefined
    : 'not-a-text'
