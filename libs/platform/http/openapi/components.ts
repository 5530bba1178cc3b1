/** The named parts of the API document: schemas of what goes in and comes out, problems, parameters, the token. */
import { type Catalogue, type JsonSchema, type PayloadClass, precisions, publishedSchema, shownSchemaOf } from '#kernel'
import { keyPattern } from '../requests/idempotency-key.js'
import { keyedSchema } from '../requests/keyed-records.js'
import { exportFormats } from '../routes/exports/exported.js'

export const ref = (kind: 'schemas' | 'parameters' | 'responses', name: string): JsonSchema => ({
  $ref: `#/components/${kind}/${name}`,
})

const text: JsonSchema = { type: 'string' }
const position: JsonSchema = { type: 'string', pattern: '^\\d{1,16}$', description: 'A place in the log.' }
const ids: JsonSchema = { type: 'array', items: text }

export const object = (properties: Record<string, JsonSchema>, optional: string[] = []): JsonSchema => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
})

/** What any write may say beside its payload. */
export const envelopeSchemas: Record<string, JsonSchema> = {
  occurredAt: {
    type: 'string',
    description:
      'When it happened: a moment, a day or a month; now when left out. Empty or left out with the precision `before`.',
  },
  occurredPrecision: {
    type: 'string',
    enum: [...precisions],
    description: 'Follows from the form of occurredAt; `before`, ahead of everything, is said.',
  },
}
export const confirmed: JsonSchema = {
  type: 'boolean',
  description:
    'Record it although facts recorded for a later time would no longer be possible, or name what is no longer there.',
}

/** Parameters that any query takes; the last two only where a past can be asked for. */
export const readParameters = ['after', 'reason', 'language', 'words'] as const
export const pastParameters = ['asOf', 'knownAt'] as const

const query = (name: string, schema: JsonSchema, description: string): JsonSchema => ({
  name,
  in: 'query',
  required: false,
  schema,
  description,
})

export const parameters: Record<string, JsonSchema> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', pattern: keyPattern },
    description: 'New for each new request, the same when it is sent again.',
  },
  after: query('after', position, 'Wait up to 2 s until the answer includes what was recorded up to this position.'),
  format: query(
    'format',
    { type: 'string', enum: [...exportFormats] },
    'The whole list as a file, on record as an export: the rows of all pages, what is nested in columns of its own.',
  ),
  columns: query(
    'columns',
    { type: 'string' },
    'With `format`: the columns of the file by comma, in this order; all that say something to a reader unless told.',
  ),
  words: query(
    'words',
    { type: 'boolean' },
    'As a person reads it: words instead of codes, amounts in their currency, times as exactly as they are known.',
  ),
  reason: query('reason', { type: 'string', maxLength: 500 }, 'Why an auditor opens personal data.'),
  language: query(
    'language',
    { type: 'string', pattern: '^[a-z]{2}$' },
    'Of names and sentences: ISO 639-1. The first of Accept-Language when left out, else the member’s own.',
  ),
  asOf: query(
    'asOf',
    text,
    'As it was at this moment, or at the end of this day where each unit is; today at the latest.',
  ),
  knownAt: query('knownAt', text, 'As it was known at this moment, day or position.'),
}

const fieldProblem = object({ path: text, code: text, sentence: text })
const problemSchema: JsonSchema = {
  type: 'object',
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: text,
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable.' },
    detail: { type: 'string', description: 'A sentence for people.' },
    errors: { type: 'array', items: fieldProblem, description: 'Of `invalid-input`: every wrong field.' },
    path: { type: 'string', description: 'The part of what was sent that is refused: `promises.0.due`.' },
    field: {
      type: 'string',
      description: 'The field that is refused. Of `changed-meanwhile`: what somebody else changed.',
    },
    was: { description: 'Of `changed-meanwhile`: what you saw there; null for nothing.' },
    now: {
      description: 'Of `changed-meanwhile`: what stands there; null for nothing, absent for whoever may not read it.',
    },
    by: { type: 'string', description: 'Of `changed-meanwhile`: the member, or `system:<name>`, who wrote that.' },
    at: { type: 'string', format: 'date-time', description: 'Of `changed-meanwhile`: when that was recorded.' },
    of: { type: 'string', description: 'Of `key-not-recorded`: the key under which nothing is recorded.' },
    events: { ...ids, description: 'Of `later-facts-conflict`: what would no longer be possible.' },
    since: { type: 'string', description: 'Of `not-there-then`: when what is named began.' },
  },
  required: ['type', 'title', 'status', 'code', 'detail'],
}

const recorded = {
  id: { type: 'string', description: 'Of the record.' },
  stream: { type: 'string', description: 'Its stream: events are corrected under /events/{stream}/{event}.' },
  events: { type: 'array', items: object({ id: text, type: text }) },
} satisfies Record<string, JsonSchema>

const processAnswer: JsonSchema = {
  ...object({
    id: { type: 'string', description: 'Under which administrators find it when it is stuck.' },
    state: {
      type: 'string',
      enum: ['running', 'stuck', 'finished', 'given-up'],
      description: '`running`: the rest will be recorded; `stuck`: an administrator has to look at what was refused.',
    },
    parts: {
      type: 'array',
      items: object(
        {
          place: { type: 'string', description: 'In what was sent: `promises.0`.' },
          ...recorded,
          refused: { type: 'string', description: 'Code of the refusal, where it is not recorded because of one.' },
        },
        ['refused'],
      ),
    },
  }),
  description: 'What became of all that the request carried besides the command itself.',
}

const notice: JsonSchema = {
  ...object(
    {
      code: { type: 'string', description: 'Stable; for programs.' },
      sentence: { type: 'string', description: 'For people, in the language asked for, else in the member’s.' },
      field: { type: 'string', description: 'Of what was asked.' },
    },
    ['field'],
  ),
  additionalProperties: true,
}

const writeAnswer = object(
  {
    ...recorded,
    position: { ...position, description: 'Reads after this position show what was written.' },
    repeated: { type: 'boolean', description: 'The same request had been done before.' },
    unchanged: {
      type: 'boolean',
      const: true,
      description: 'Nothing was recorded: all was as asked for already. Absent where something was.',
    },
    notices: { type: 'array', items: notice, description: 'What came otherwise than asked; absent where all came so.' },
    process: processAnswer,
  },
  ['unchanged', 'notices', 'process'],
)

/** The event of a type, with its payload as shown. */
const shownEvent: JsonSchema = object(
  {
    id: text,
    type: text,
    position,
    stream: text,
    revision: { type: 'integer' },
    payload: { type: 'object', description: 'As the component of its type describes.' },
    because: { description: 'Why the correction was made.', type: ['string', 'object'] },
    occurredAt: text,
    occurredPrecision: { type: 'string', enum: [...precisions] },
    effectiveAt: { type: 'string', format: 'date-time' },
    recordedAt: { type: 'string', format: 'date-time' },
    actor: text,
    unit: text,
    customers: ids,
    contacts: ids,
    corrects: object({ eventId: text, mode: { type: 'string', enum: ['restate', 'retract'] } }),
    source: object({ system: text, record: text }),
    importId: text,
    correlationId: text,
    causationId: text,
  },
  ['because', 'unit', 'corrects', 'source', 'importId', 'correlationId', 'causationId'],
)

export const shownSchema = (payload: PayloadClass): JsonSchema => publishedSchema(shownSchemaOf(payload))

/** Schemas that do not belong to one operation. */
export function sharedSchemas(catalogue: Catalogue): Record<string, JsonSchema> {
  const events = catalogue.all().map(({ type, payload }) => [`event.${type}`, shownSchema(payload)] as const)
  const payloads = events.map(([name]) => ref('schemas', name))
  const known: JsonSchema = payloads.length > 0 ? { anyOf: payloads } : { type: 'object' }
  const properties = { ...(shownEvent.properties as Record<string, JsonSchema>), payload: known }
  return {
    Problem: problemSchema,
    KeyedRecord: keyedSchema,
    WriteAnswer: writeAnswer,
    Event: { ...shownEvent, properties },
    ...Object.fromEntries(events),
  }
}

export const securitySchemes: Record<string, JsonSchema> = {
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'kumppani-session',
    description:
      'Of a browser. Over TLS its name begins with `__Host-`; what changes something must come from a page of this installation.',
  },
}
