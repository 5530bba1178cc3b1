/** The API document, OpenAPI 3.1, written from the registry alone: what is registered is documented. */

import type { JsonSchema, Registry } from '#kernel'
import type { Procedure } from '#operations'
import { type ExplainedProblem, procedureProblemsOf } from '../problems/problems-of.js'
import { parameters, securitySchemes, sharedSchemas } from './components.js'
import { type Operation, operationsOf } from './operations.js'
import { ownOperations } from './own-operations.js'
import { procedureOperations } from './procedure-operations.js'

export interface OpenApi {
  openapi: string
  info: JsonSchema
  tags: JsonSchema[]
  paths: Record<string, Record<string, JsonSchema>>
  components: { schemas: Record<string, JsonSchema> } & JsonSchema
  /** Every code a problem may carry. */
  'x-problems': ExplainedProblem[]
}

const own: JsonSchema[] = [
  { name: 'events', description: 'Single events and their corrections.' },
  { name: 'live', description: 'Server-sent events that say what changed.' },
  { name: 'installation', description: 'Imports, erasure, backups, rebuilds.' },
  { name: 'sign-in', description: 'Tokens on a machine of one’s own, and sessions of browsers.' },
]

/** @throws Error when two different schemas or two operations would share a name */
export function openApiOf(registry: Registry, version: string, procedures: readonly Procedure[] = []): OpenApi {
  const operations = [...operationsOf(registry), ...ownOperations(), ...procedureOperations(procedures)]
  const described = registry.slices.filter(({ name }) =>
    operations.some((o) => (o.operation.tags as string[]).includes(name)),
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Kumppani',
      version,
      description:
        'Event-sourced customer relationships. Every write takes an Idempotency-Key; every refusal has a code.',
    },
    tags: [...described.map(({ name, about }) => ({ name, description: about })), ...own],
    paths: pathsOf(operations),
    components: { schemas: schemasOf(operations, registry), parameters, securitySchemes },
    security: [{ bearer: [] }, { session: [] }],
    'x-problems': procedureProblemsOf(registry, procedures),
  } as OpenApi
}

function pathsOf(operations: readonly Operation[]): OpenApi['paths'] {
  const paths: OpenApi['paths'] = {}
  for (const { path, method, operation } of operations) {
    const methods = paths[path] ?? {}
    if (methods[method]) throw new Error(`two operations are called ${method.toUpperCase()} ${path}`)
    paths[path] = { ...methods, [method]: operation }
  }
  return paths
}

function schemasOf(operations: readonly Operation[], registry: Registry): Record<string, JsonSchema> {
  const schemas = sharedSchemas(registry.catalogue)
  for (const [name, schema] of operations.flatMap((operation) => Object.entries(operation.schemas))) {
    if (schemas[name]) throw new Error(`two schemas are called ${name}`)
    schemas[name] = schema
  }
  return schemas
}
