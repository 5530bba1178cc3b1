/** The routes that the registry's commands and queries state, read once and checked at start. */
import {
  type CommandSpec,
  carryingBody,
  type Decider,
  type PayloadClass,
  type Process,
  type Query,
  type Registry,
  type Slice,
} from '#kernel'
import { envelopeNames, requireUnreserved } from '../requests/envelope.js'
import { reservedNames } from '../requests/parsed-query.js'

export const API_ROOT = '/api/v1'

export type WriteMethod = 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export interface CommandRoute {
  method: WriteMethod
  /** Under the API's root, `/opportunities/:id/win`. */
  path: string
  category: string
  command: string
  spec: CommandSpec<object, unknown>
  /** Whether a record begins by it: under an id of its own, or under the code that a `POST` names. */
  begins: boolean
  /** What may be sent: the command's own fields, and what else it may carry. */
  body: PayloadClass
  /** What it begins when it carries more. */
  process?: Process
}

/**
 * The commands of a slice with their routes.
 * @throws Error when a route or payload cannot be served; the program does not start
 */
export function commandRoutesOf(slice: Slice, { processes }: Pick<Registry, 'processes'>): CommandRoute[] {
  return slice.deciders.flatMap((decider) =>
    Object.entries(decider.commands).flatMap(
      ([name, spec]) => routeOf(decider, { name, spec, process: processes.get(`${decider.category}.${name}`) }) ?? [],
    ),
  )
}

interface Routed {
  name: string
  spec: CommandSpec<object, unknown>
  process?: Process
}

function routeOf({ category }: Decider, { name: command, spec, process }: Routed): CommandRoute | undefined {
  if (spec.route === undefined) return undefined
  const [method, path] = spec.route.split(' ') as [WriteMethod, string]
  const where = `the command ${command} of ${category}`
  const params = paramsOf(path)
  if (params.some((name) => name !== 'id')) throw new Error(`${where}: its route may name no parameter but :id`)
  if (!spec.creates && params.length === 0) throw new Error(`${where}: its route must name the record by :id`)
  const body = process ? carryingBody(spec.payload, process) : spec.payload
  requireUnreserved(body, envelopeNames, where)
  const begins = spec.creates === true || (method === 'POST' && path.endsWith('/:id'))
  return { method, path, category, command, spec, begins, body, process }
}

/** The queries of a slice. @throws Error when a query uses a reserved name */
export function pagesOf(slice: Slice): readonly Query[] {
  for (const page of slice.queries) requireUnreserved(page.query, reservedNames, `the page ${page.name}`)
  return slice.queries
}

/** Names of the `:params` of a path. */
export const paramsOf = (path: string): string[] => [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '')

/** `touchpoint-kinds` or `touchpoint.recordNote` → `TouchpointKinds`, `TouchpointRecordNote`. */
export const pascalCase = (name: string): string =>
  name.replace(/(?:^|[-.])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
