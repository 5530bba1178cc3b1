/**
 * Checks what comes in against a payload class: compiled JSON Schema on the hot path, and only when
 * that says no, class-validator for the sentences a person gets to read. Both are loaded by the first input: whoever
 * checks none, as the command line, does not wait for them.
 */
import 'reflect-metadata'
import { createRequire } from 'node:module'
import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import type { ValidationError } from 'class-validator'
import { fieldsOf, type PayloadClass } from './field.js'
import { formats } from './formats.js'
import { type InputCode, type InputProblem, InvalidInput, ofRuleMessage } from './invalid-input.js'
import { validating } from './rules.js'
import { schemaOf } from './schema.js'

const require = createRequire(import.meta.url)
let made: Ajv2020 | undefined

function checking(): Ajv2020 {
  if (made) return made
  const { Ajv2020 }: typeof import('ajv/dist/2020.js') = require('ajv/dist/2020.js')
  made = new Ajv2020({
    ...{ strict: true, allErrors: false, ownProperties: true },
    // What readers of a schema go by, and no check does.
    keywords: ['x-vocabulary', 'x-said-by'],
  })
  for (const [name, validate] of Object.entries(formats)) made.addFormat(name, { type: 'string', validate })
  return made
}

const compiled = new WeakMap<PayloadClass, ValidateFunction>()

/** Whether `input` is a valid payload, by the compiled schema. */
export const isValid = (payload: PayloadClass, input: unknown): boolean => misfitIn(payload, input) === undefined

/** The first thing that the compiled schema finds wrong. */
function misfitIn(payload: PayloadClass, input: unknown): ErrorObject | undefined {
  let validate = compiled.get(payload)
  if (!validate) {
    validate = checking().compile(schemaOf(payload))
    compiled.set(payload, validate)
  }
  return validate(input) ? undefined : validate.errors?.[0]
}

/**
 * The input itself, known to be a valid payload.
 * @throws InvalidInput with one problem per wrong field, each with its path
 */
export function parse<T extends object>(payload: PayloadClass<T>, input: unknown): T {
  const misfit = misfitIn(payload, input)
  if (!misfit) return input as T
  const problems = problemsOf(payload, input)
  throw new InvalidInput(problems.length > 0 ? problems : [problemOf(misfit)])
}

/** In the words of fields: what class-validator passes over, as a field that is optional in a class above. */
function problemOf({ instancePath, keyword, params }: ErrorObject): InputProblem {
  const steps = instancePath.split('/').slice(1)
  const { missingProperty, additionalProperty } = params as { missingProperty?: string; additionalProperty?: string }
  const path = [...steps, missingProperty ?? additionalProperty ?? []].flat().join('.')
  const codes: Readonly<Record<string, InputCode>> = { required: 'required', additionalProperties: 'unknown-field' }
  return { path, code: codes[keyword] ?? 'not-an-object' }
}

/** Loads what checks and what sentences are made with, for whoever answers others: all would wait while the first needs it. */
export function prepareSentences(): void {
  checking()
  validating()
}

/** What class-validator finds wrong; empty when it finds nothing. */
export function problemsOf(payload: PayloadClass, input: unknown): InputProblem[] {
  if (input === null || typeof input !== 'object' || Array.isArray(input)) return [{ path: '', code: 'not-an-object' }]
  const errors = validating().validateSync(instanceOf(payload, input), {
    forbidUnknownValues: false,
    stopAtFirstError: false,
  })
  const found = errors.flatMap((error) => flatten(error, ''))
  return [...unknownIn(payload, input, ''), ...found, ...noObjectsIn(payload, input, '')]
}

/** Fields that the classes do not name: class-validator would look for those among what every object inherits. */
function unknownIn(payload: PayloadClass, input: object, prefix: string): InputProblem[] {
  const fields = new Map(fieldsOf(payload).map((field) => [field.name, field]))
  return Object.entries(input).flatMap(([name, value]) => {
    const field = fields.get(name)
    const path = `${prefix}${name}`
    if (!field) return [{ path, code: 'unknown-field' }]
    const { nested, list } = field
    if (!nested) return []
    const items = list && Array.isArray(value) ? value.map((item, at) => [`${path}.${at}`, item]) : [[path, value]]
    return items.flatMap(([place, item]) => (isPlain(item) ? unknownIn(nested, item, `${place}.`) : []))
  })
}

/** Items of lists that should have fields of their own, and are no objects. */
function noObjectsIn(payload: PayloadClass, input: object, prefix: string): InputProblem[] {
  return fieldsOf(payload).flatMap(({ name, nested, list }) => {
    const value = (input as Record<string, unknown>)[name]
    if (!nested || (list ? !Array.isArray(value) : !isPlain(value))) return []
    const path = `${prefix}${name}`
    const items = list
      ? (value as unknown[]).map((item, at) => [`${path}.${at}`, item] as const)
      : [[path, value] as const]
    return items.flatMap(([place, item]) =>
      isPlain(item) ? noObjectsIn(nested, item, `${place}.`) : [{ path: place, code: 'not-an-object' }],
    )
  })
}

const isPlain = (value: unknown): value is object =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** An instance with nested instances, as class-validator wants them, and no field that the class does not name. */
function instanceOf(payload: PayloadClass, input: object): object {
  const named = fieldsOf(payload).flatMap(({ name }) =>
    Object.hasOwn(input, name) ? [[name, (input as Record<string, unknown>)[name]] as const] : [],
  )
  const instance = Object.assign(Object.create(payload.prototype) as Record<string, unknown>, Object.fromEntries(named))
  for (const field of fieldsOf(payload)) {
    const value = instance[field.name]
    const { nested } = field
    if (!nested || (field.list ? !Array.isArray(value) : !isPlain(value))) continue
    const wrap = (item: unknown) => (isPlain(item) ? instanceOf(nested, item) : item)
    instance[field.name] = Array.isArray(value) ? value.map(wrap) : wrap(value)
  }
  return instance
}

function flatten(error: ValidationError, prefix: string): InputProblem[] {
  const path = prefix ? `${prefix}.${error.property}` : error.property
  const nested = (error.children ?? []).flatMap((child) => flatten(child, path))
  // Which of the items are no objects is found apart.
  const { nestedValidation, ...constraints } = error.constraints ?? {}
  if (Object.keys(constraints).length === 0) return nested
  if (error.value === undefined) return [{ path, code: 'required' }]
  const all = Object.values(constraints)
  // What it is comes before how much of it: a text is no number, whatever its size.
  const first = all.find((one) => one === 'null') ?? textless(error.value, all) ?? all[0] ?? 'not-an-object'
  return [ofRuleMessage(path, first), ...nested]
}

/** What is no text at all does not break the rules of one. */
const textless = (value: unknown, codes: readonly string[]): string | undefined =>
  typeof value === 'string' || Array.isArray(value) || !codes.some((code) => code.startsWith('k-'))
    ? undefined
    : 'not-a-text'
