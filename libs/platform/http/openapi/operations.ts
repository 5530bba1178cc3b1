/** One operation of the API document per command and per query, from the same facts the routes are made of. */
import {
  type EventDefinition,
  fieldsOf,
  hasPast,
  type JsonSchema,
  type PayloadClass,
  publishedSchema,
  type Query,
  type Registry,
  type Slice,
  schemaOf,
} from '#kernel'
import { fileRowsOf } from '#queries'
import { KeyedSchemas } from '../requests/keyed-records.js'
import { typeOf } from '../routes/exports/exported.js'
import {
  API_ROOT,
  type CommandRoute,
  commandRoutesOf,
  pagesOf,
  paramsOf,
  pascalCase,
} from '../routes/registry-routes.js'
import { json, ofCommandsIn, ofPresent, ofQuestions, ofReads, ofWrites, problemResponses } from './answers.js'
import { confirmed, envelopeSchemas, pastParameters, readParameters, ref, shownSchema } from './components.js'
import { describedParameter } from './list-parameters.js'

export interface Operation {
  /** OpenAPI path, `/api/v1/opportunities/{id}/win`. */
  path: string
  method: string
  operation: JsonSchema
  /** Components that only this operation brings. */
  schemas: Record<string, JsonSchema>
}

export const pathOf = (route: string): string => `${API_ROOT}${route.replace(/:([A-Za-z]+)/g, '{$1}')}`

export const pathParameters = (route: string): JsonSchema[] =>
  paramsOf(route).map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))

export function operationsOf(registry: Registry): Operation[] {
  return registry.slices.flatMap((slice) => [
    ...commandRoutesOf(slice, registry).map((route) => writeOperation(route, slice, registry)),
    ...pagesOf(slice).map((page) => readOperation(page, slice)),
  ])
}

function writeOperation(route: CommandRoute, slice: Slice, registry: Registry): Operation {
  const name = `${pascalCase(route.category)}${pascalCase(route.command)}`
  const body = bodySchema(route, registry)
  const { about } = route.spec
  const slices = [
    slice,
    ...registry.slices.filter(({ processes }) => route.process && processes.includes(route.process)),
  ]
  const done = { description: 'Recorded.', content: json(ref('schemas', 'WriteAnswer')) }
  const goesOn: JsonSchema = { ...done, description: 'Not all of it is recorded yet; `process` says what is not.' }
  const again: JsonSchema = { ...done, description: 'This request had been done before; its first answer.' }
  const content = { 'application/json': { schema: ref('schemas', name), ...examplesOf(route, registry) } }
  const operation: JsonSchema = {
    operationId: `${route.category}.${route.command}`,
    summary: about,
    tags: [slice.name],
    parameters: [...pathParameters(route.path), ref('parameters', 'IdempotencyKey')],
    requestBody: { required: (body.required as string[]).length > 0, content },
    responses: {
      ...(route.begins ? { 200: again, 201: done } : { 200: done }),
      ...(route.process && { 202: goesOn }),
      ...problemResponses(ofWrites, ofCommandsIn(slices)),
    },
  }
  return { path: pathOf(route.path), method: route.method.toLowerCase(), operation, schemas: { [name]: body } }
}

function bodySchema({ body }: CommandRoute, registry: Registry): JsonSchema {
  const keyed = new KeyedSchemas(registry, ref('schemas', 'KeyedRecord'))
  const payload = keyed.of(publishedSchema(schemaOf(body)), body)
  const properties = { ...(payload.properties as Record<string, JsonSchema>), ...envelopeSchemas, confirmed }
  return { ...payload, properties }
}

/** A command that carries an event's own fields is shown by that event's examples; the last one with what else it may carry. */
function examplesOf({ category, spec, process }: CommandRoute, registry: Registry): Record<string, JsonSchema> {
  const event: EventDefinition | undefined = registry.catalogue
    .all()
    .find(({ category: of, payload }) => of === category && carries(spec.payload, payload))
  if (!event) return {}
  const carrying = (process?.examples ?? []).map((carried) => ({ ...event.examples[0], ...carried }))
  const examples = [...event.examples, ...carrying].map((value, index) => [
    `example-${index + 1}`,
    { value: value as JsonSchema },
  ])
  return { examples: Object.fromEntries(examples) as JsonSchema }
}

/** Whether a command takes an event's fields and no others, though it may allow less in them. */
function carries(payload: PayloadClass, event: PayloadClass): boolean {
  if (payload === event) return true
  return Object.getPrototypeOf(payload) === event && fieldsOf(payload).length === fieldsOf(event).length
}

/** A list as a file. */
const asFiles: JsonSchema = Object.fromEntries(
  Object.values(typeOf).map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
)

function readOperation(page: Query, slice: Slice): Operation {
  const name = `${pascalCase(page.name)}Answer`
  const own = publishedSchema(schemaOf(page.query))
  const required = own.required as string[]
  const parameters = Object.entries(own.properties as Record<string, JsonSchema>).map(([field, schema]) => ({
    name: field,
    in: 'query',
    required: required.includes(field),
    ...describedAs(describedParameter(field, page)),
    schema,
    ...(schema.type === 'array' && { style: 'form', explode: false }),
  }))
  const isFile = fileRowsOf(page) !== undefined
  const shared = [...(isFile ? ['format', 'columns'] : []), ...readParameters, ...(hasPast(page) ? pastParameters : [])]
    .filter((each) => !(each in (own.properties as object)))
    .map((each) => ref('parameters', each))
  const operation: JsonSchema = {
    operationId: page.name,
    summary: page.about,
    tags: [slice.name],
    parameters: [...pathParameters(page.route), ...parameters, ...shared],
    responses: {
      200: {
        description: 'The answer.',
        headers: headersOf(page),
        content: { ...json(ref('schemas', name)), ...(isFile && asFiles) },
      },
      304: { description: 'The answer is the one that `If-None-Match` names.' },
      ...problemResponses(ofReads, hasPast(page) ? ofQuestions : ofPresent),
    },
  }
  return { path: pathOf(page.route), method: 'get', operation, schemas: { [name]: shownSchema(page.answer) } }
}

const describedAs = (description: string | undefined): JsonSchema => (description === undefined ? {} : { description })

const header = (description: string): JsonSchema => ({ description, schema: { type: 'string' } })

function headersOf(page: Query): JsonSchema {
  return {
    'Kumppani-Position': header('Position the answer stands for.'),
    ETag: header('Of the answer; whoever sends it back as `If-None-Match` is told when it is the same.'),
    ...(hasPast(page) && {
      'Kumppani-As-Of': header('Moment asked about, an instant or a day; absent when everything known counts.'),
      'Kumppani-Known-At': header(
        'Position up to which it was known; asking by it and the moment again gives the same answer.',
      ),
    }),
  }
}
