/** The types of the interface for its own web application: what the API document says, in the shape that openapi-fetch reads. */
import type { JsonSchema } from '#kernel'
import type { OpenApi } from '#platform/http/openapi/openapi.js'

type Schema = JsonSchema & Record<string, unknown>

const banner = '/** Written by `npm run generate` from the API document. */\n'

export function clientTypes(document: OpenApi): string {
  const schemas = document.components.schemas as Record<string, Schema>
  const named = Object.entries(schemas).map(([name, schema]) => `  ${JSON.stringify(name)}: ${typeOf(schema)}\n`)
  const paths = Object.entries(document.paths).map(([path, methods]) => pathOf({ path, methods, document }))
  return `${banner}export interface Schemas {\n${named.join('')}}\n\nexport interface paths {\n${paths.join('')}}\n`
}

interface Path {
  path: string
  methods: Record<string, Schema>
  document: OpenApi
}

function pathOf({ path, methods, document }: Path): string {
  const operations = Object.entries(methods).map(
    ([method, operation]) =>
      `    ${method}: {\n${parametersOf(operation, document)}${bodyOf(operation)}${responsesOf(operation)}    }\n`,
  )
  return `  ${JSON.stringify(path)}: {\n${operations.join('')}  }\n`
}

const places = ['query', 'header', 'path']

function parametersOf(operation: Schema, { components }: OpenApi): string {
  const all = ((operation.parameters ?? []) as Schema[]).map((one) => resolved(one, components.parameters))
  const groups = places.map((place) => {
    const these = all.filter((one) => one.in === place)
    if (these.length === 0) return ''
    const fields = these.map((one) => field(String(one.name), one.schema as Schema, one.required === true))
    const optional = these.every(({ required }) => required !== true)
    return `      ${place}${optional ? '?' : ''}: { ${fields.join('; ')} }\n`
  })
  return `      parameters: {\n${groups.map((group) => group && `  ${group}`).join('')}      }\n`
}

function resolved(one: Schema, parameters: unknown): Schema {
  const name = typeof one.$ref === 'string' ? one.$ref.split('/').at(-1) : undefined
  return name === undefined ? one : ((parameters as Record<string, Schema>)[name] ?? one)
}

function bodyOf({ requestBody }: Schema): string {
  const body = requestBody as { required?: boolean; content: Record<string, { schema: Schema }> } | undefined
  if (!body) return ''
  return `      requestBody${body.required ? '' : '?'}: { content: { ${contentOf(body.content)} } }\n`
}

function responsesOf({ responses }: Schema): string {
  const each = Object.entries(responses as Record<string, { content?: Record<string, { schema: Schema }> }>)
  const lines = each.map(
    ([status, { content }]) =>
      `        ${status}: { content: ${content ? `{ ${contentOf(content)} }` : 'never'}; headers: { [name: string]: unknown } }\n`,
  )
  return `      responses: {\n${lines.join('')}      }\n`
}

const contentOf = (content: Record<string, { schema: Schema }>): string =>
  Object.entries(content)
    .map(([type, { schema }]) => `${JSON.stringify(type)}: ${typeOf(schema ?? {})}`)
    .join('; ')

const field = (name: string, schema: Schema, required: boolean): string =>
  `${JSON.stringify(name)}${required ? '' : '?'}: ${typeOf(schema)}`

function typeOf(schema: Schema): string {
  if (typeof schema.$ref === 'string') return `Schemas[${JSON.stringify(schema.$ref.split('/').at(-1))}]`
  if ('const' in schema) return JSON.stringify(schema.const)
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (Array.isArray(schema.anyOf)) return anyOf(schema.anyOf as Schema[])
  const types = Array.isArray(schema.type) ? (schema.type as string[]) : [String(schema.type)]
  return types.map((type) => ofType(type, schema)).join(' | ')
}

const anyOf = (schemas: Schema[]): string => `(${[...new Set(schemas.map(typeOf))].join(' | ')})`

function ofType(type: string, schema: Schema): string {
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'string' || type === 'boolean') return type
  if (type === 'array') return `Array<${typeOf((schema.items ?? {}) as Schema)}>`
  return type === 'object' ? objectOf(schema) : 'unknown'
}

function objectOf({ properties = {}, additionalProperties, required = [] }: Schema): string {
  const known = Object.entries(properties as Record<string, Schema>).map(([name, schema]) =>
    field(name, schema, (required as string[]).includes(name)),
  )
  if (known.length > 0) return `{ ${known.join('; ')} }`
  if (additionalProperties === false) return 'Record<string, never>'
  const values = typeof additionalProperties === 'object' ? typeOf(additionalProperties as Schema) : 'unknown'
  return `Record<string, ${values}>`
}
