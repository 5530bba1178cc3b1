/** What other processes of the installation serve: whoever asks for it here is told which process that is. */
import { RequestMethod, type Type } from '@nestjs/common'
import type { Registry } from '#kernel'
import type { Procedure } from '#operations'
import { Refused } from '../problems/problem.js'
import { controllerClass, type GeneratedRoute } from './generated-controller.js'
import { commandRoutesOf, pagesOf, pascalCase } from './registry-routes.js'

export interface ServedElsewhere {
  /** Name of the process, for people. */
  service: string
  /** Whether it records commands and corrections. */
  commands?: boolean
  /** Whether it answers queries. */
  queries?: boolean
  procedures?: readonly Pick<Procedure, 'name' | 'route'>[]
}

/** The routes, as `METHOD /path` under the API's root. @throws Error when a slice states a route that cannot be served */
export function routesServed(
  { commands = false, queries = false, procedures = [] }: ServedElsewhere,
  registry: Registry,
): string[] {
  const recorded = registry.slices.flatMap((slice) => commandRoutesOf(slice, registry))
  const asked = registry.slices.flatMap(pagesOf)
  return [
    ...(commands ? [...recorded.map(({ method, path }) => `${method} ${path}`), ...ofCorrections] : []),
    ...(queries ? [...asked.map(({ route }) => `GET ${route}`), ...ofQueries] : []),
    ...procedures.map(({ route }) => route),
  ]
}

/** Of the controllers that are written by hand. */
const ofCorrections = ['POST /events/:stream/:eventId/restatement', 'POST /events/:stream/:eventId/retraction']
const ofQueries = [
  ...['GET /events/:position', 'GET /changes', 'GET /customers/:id/live', 'GET /sign-in', 'POST /sign-in'],
  ...['POST /session', 'DELETE /session', 'GET /session/provider', 'GET /session/callback'],
]

export function elsewhereControllerOf(other: ServedElsewhere, registry: Registry): Type {
  class ElsewhereController {}
  const refusing = routesServed(other, registry).map((route, at) => refusal(route, at, other.service))
  return controllerClass(ElsewhereController, `${pascalCase(other.service)}ElsewhereController`, refusing)
}

function refusal(route: string, at: number, service: string): GeneratedRoute<object> {
  const [method = '', path = ''] = route.split(' ')
  return {
    name: `refuse${at}`,
    method: RequestMethod[method as keyof typeof RequestMethod],
    path,
    answer: async () => {
      throw new Refused('served-elsewhere', { details: { service } })
    },
  }
}
