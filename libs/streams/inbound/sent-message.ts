/** What a message says, read into a record as an import would make it; or why it cannot be. */
import type {
  FieldValue,
  ImportTarget,
  PlannedMoment,
  PlannedRecord,
  SentRecord,
  TargetCatalogue,
  TargetField,
} from '#imports'
import {
  type InputCode,
  type InputProblem,
  InvalidInput,
  isDay,
  isInstant,
  isLabel,
  isMonth,
  type Json,
  type JsonObject,
  readJsonText,
  type SentMessage,
  UnreadableJson,
} from '#kernel'
import { sentValue } from './sent-value.js'

/** The key of a record in its system, in characters. */
export const mostOfKey = 200
export const idempotencyHeader = 'idempotency-key'

/** A message that says nothing that could be recorded: for its sender to mend. */
export class Unusable extends Error {
  constructor(
    readonly code: 'malformed' | 'key-missing' | 'unknown-type' | 'invalid-input',
    sentence: string,
    readonly path?: string,
  ) {
    super(sentence)
    this.name = 'Unusable'
  }
}

const wrong = (path: string, code: InputCode, limit?: string): never => {
  const problem: InputProblem = { path, code, ...(limit !== undefined && { limit }) }
  throw new InvalidInput([problem])
}

/** @param types what messages of the topic may be of @throws Unusable */
export function readSent(
  message: SentMessage,
  { types, catalogue }: { types: readonly string[]; catalogue: TargetCatalogue },
): SentRecord {
  const key = keyOf(message)
  const said = parsed(message)
  const type = said.type
  if (typeof type !== 'string' || !types.includes(type))
    throw new Unusable('unknown-type', `type is none of: ${types.join(', ')}`, 'type')
  try {
    return recordOf(message, { key, type, said, target: catalogue[type] ?? { fields: {} } })
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    throw new Unusable('invalid-input', error.message, error.problems[0]?.path)
  }
}

function keyOf({ key }: SentMessage): string {
  if (key !== null && key.length <= mostOfKey && isLabel(key)) return key
  throw new Unusable(
    'key-missing',
    `The key of the message is to be the record’s in its system: 1–${mostOfKey} characters on one line.`,
  )
}

function parsed({ value, isGarbled = false }: SentMessage): JsonObject {
  if (isGarbled) throw new Unusable('malformed', 'The key or the value of the message is not UTF-8.')
  try {
    const said = readJsonText(value ?? '')
    if (said !== null && typeof said === 'object' && !Array.isArray(said)) return said as JsonObject
  } catch (error) {
    if (!(error instanceof UnreadableJson)) throw error
    throw new Unusable('malformed', `The value of the message: ${error.message}.`)
  }
  throw new Unusable('malformed', 'The value of the message is no JSON object in UTF-8.')
}

interface Said {
  key: string
  type: string
  said: JsonObject
  target: ImportTarget
}

const known = new Set(['type', 'at', 'fields', 'idempotencyKey'])

function recordOf(message: SentMessage, { key, type, said, target }: Said): SentRecord {
  for (const name of Object.keys(said)) if (!known.has(name)) wrong(name, 'unknown-field')
  const { declared, fields } = fieldsOf(said.fields, target)
  const place = { file: message.topic, line: 0 }
  const at = momentOf(said.at)
  const record: PlannedRecord = {
    target: type,
    declaration: type,
    key: [key],
    at,
    fields,
    declared,
    columns: {},
    place,
  }
  const sentAs = idempotencyKeyOf(message, said)
  return sentAs === undefined ? { record } : { record, sentAs }
}

function idempotencyKeyOf({ headers }: SentMessage, { idempotencyKey }: JsonObject): string | undefined {
  const key = headers[idempotencyHeader] ?? idempotencyKey
  if (key === undefined) return undefined
  if (typeof key === 'string' && key.length <= mostOfKey && isLabel(key)) return key
  return wrong('idempotencyKey', 'k-label')
}

/** When it became true: an instant with its zone, a day, a month, or `before` everything else known of the record. */
function momentOf(at: Json | undefined): PlannedMoment {
  if (at === undefined) return wrong('at', 'required')
  if (at === 'before') return { precision: 'before', at: '' }
  if (typeof at !== 'string') return wrong('at', 'not-a-text')
  if (isInstant(at)) return { precision: 'instant', at: new Date(at).toISOString() }
  if (isDay(at)) return { precision: 'day', at }
  return isMonth(at) ? { precision: 'month', at } : wrong('at', 'k-when')
}

interface ReadFields {
  fields: Record<string, FieldValue>
  /** Those that the message speaks of, also as empty. */
  declared: string[]
}

function fieldsOf(said: Json | undefined, { fields }: ImportTarget): ReadFields {
  const read: ReadFields = { fields: {}, declared: [] }
  if (said === undefined) return read
  if (said === null || typeof said !== 'object' || Array.isArray(said)) return wrong('fields', 'not-an-object')
  for (const [name, value] of leavesOf(said, '', fields)) {
    const field: TargetField = (Object.hasOwn(fields, name) && fields[name]) || wrong(`fields.${name}`, 'unknown-field')
    read.declared.push(name)
    if (value !== null) read.fields[name] = sentValue(value, field, `fields.${name}`)
  }
  return read
}

/** Fields by their dotted names; what is an object of its own, as an amount, stays whole. */
function leavesOf(said: JsonObject, prefix: string, fields: ImportTarget['fields']): [string, Json][] {
  return Object.entries(said).flatMap(([part, value]): [string, Json][] => {
    const name = `${prefix}${part}`
    const isInner = value !== null && typeof value === 'object' && !Array.isArray(value) && !Object.hasOwn(fields, name)
    return isInner && Object.keys(fields).some((one) => one.startsWith(`${name}.`))
      ? leavesOf(value as JsonObject, `${name}.`, fields)
      : [[name, value as Json]]
  })
}
