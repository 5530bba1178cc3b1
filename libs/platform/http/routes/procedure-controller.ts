/** The controller of procedures: work on the installation, each with its own right. */
import { Readable } from 'node:stream'
import { RequestMethod, type Type } from '@nestjs/common'
import type { Procedure } from '#core/procedure.js'
import { type PayloadClass, parse } from '#kernel'
import { type MemberRequest, visitorOf } from '../../identity/member-guard.js'
import { Refused } from '../problems/problem.js'
import { controllerClass, type GeneratedRoute } from './generated-controller.js'
import { pascalCase } from './registry-routes.js'

export function procedureControllerOf(procedures: readonly Procedure[]): Type {
  class ProceduresController {}
  return controllerClass(ProceduresController, 'ProceduresController', procedures.map(routeOf))
}

function routeOf(procedure: Procedure): GeneratedRoute<object> {
  const [method, path] = procedure.route.split(' ') as ['GET' | 'POST' | 'DELETE', string]
  return {
    name: `run${pascalCase(procedure.name)}`,
    method: RequestMethod[method],
    path,
    answer: (_, request, reply) => {
      if (method === 'POST') reply.status(200)
      return run(procedure, request)
    },
  }
}

function run(procedure: Procedure, request: MemberRequest): Promise<object> {
  const { viewer } = visitorOf(request)
  procedure.allow(viewer)
  const file = fileOf(procedure, request.body)
  const body = parse(procedure.payload as PayloadClass, file ? {} : (request.body ?? {}))
  const gone = new AbortController()
  request.raw.once('close', () => gone.abort())
  return procedure.run({ viewer, params: request.params as Record<string, string>, body, file, signal: gone.signal })
}

/** @throws Refused when a file is sent where JSON is wanted, or the other way round */
function fileOf({ takesFile = false }: Procedure, body: unknown): AsyncIterable<Uint8Array> | undefined {
  const isFile = body instanceof Readable
  if (isFile !== takesFile) throw new Refused('media-type-unsupported')
  return isFile ? body : undefined
}
