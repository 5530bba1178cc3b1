/** The controller of procedures: work on the installation, each with its own right. */
import { Readable } from 'node:stream'
import { RequestMethod, type Type } from '@nestjs/common'
import { isId, type PayloadClass, parse, type Registry, refuse, type TextLanguage, type Viewer } from '#kernel'
import type { KnownMembers, Procedure } from '#operations'
import { inWords } from '#queries'
import type { Visitor } from '../../identity/identity.js'
import { type MemberRequest, visitorOf } from '../../identity/member-guard.js'
import { Refused } from '../problems/problem.js'
import { languageFor } from '../requests/language-asked.js'
import { isAskedInWords } from '../requests/parsed-query.js'
import type { QueryString } from '../requests/query-values.js'
import { untilGone } from '../requests/until-gone.js'
import { controllerClass, type GeneratedRoute } from './generated-controller.js'
import { pascalCase } from './registry-routes.js'

type Members = Pick<KnownMembers, 'languageOf' | 'viewer' | 'load' | 'references'>

interface Served {
  members: Members
  /** What codes are called. */
  registry: Registry
}

export function procedureControllerOf(procedures: readonly Procedure[], served: Served): Type {
  class ProceduresController {}
  return controllerClass(
    ProceduresController,
    'ProceduresController',
    procedures.map((each) => routeOf(each, served)),
  )
}

function routeOf(procedure: Procedure, { members, registry }: Served): GeneratedRoute<object> {
  const [method, path] = procedure.route.split(' ') as ['GET' | 'POST' | 'DELETE', string]
  return {
    name: `run${pascalCase(procedure.name)}`,
    method: RequestMethod[method],
    path,
    answer: async (_, request, reply) => {
      const isRead = isAskedInWords(request.query as QueryString)
      if (method === 'POST') reply.status(200)
      const language = languageFor(request, members)
      const answer = await run(procedure, request, { members, language, gone: untilGone(reply) })
      if (!isRead) return answer
      return inWords(answer, procedure.answer, { registry, references: members.references(), reader: { language } })
    },
  }
}

interface Running {
  members: Members
  language: TextLanguage
  gone: AbortSignal
}

async function run(procedure: Procedure, request: MemberRequest, { members, ...running }: Running): Promise<object> {
  const viewer = await allowed(procedure, visitorOf(request), members)
  const params = paramsOf(procedure, request)
  const file = fileOf(procedure, request.body)
  const body = parse(procedure.payload as PayloadClass, file ? {} : (request.body ?? {}))
  return procedure.run({ viewer, params, body, file, ...running })
}

/** Who was given the right a moment ago may not be known to have it here. @throws DomainError */
async function allowed(procedure: Procedure, { viewer }: Visitor, members: Members): Promise<Viewer> {
  try {
    procedure.allow(viewer)
    return viewer
  } catch {
    await members.load()
    const byNow = members.viewer(viewer.member) ?? viewer
    procedure.allow(byNow)
    return byNow
  }
}

/** @throws DomainError `not-found` where an id is wanted and none is given, which no record can have */
function paramsOf({ otherParams = [] }: Procedure, request: MemberRequest): Readonly<Record<string, string>> {
  const params = request.params as Readonly<Record<string, string>>
  for (const [name, value] of Object.entries(params))
    if (!otherParams.includes(name) && !isId(value)) refuse('not-found')
  return params
}

/** @throws Refused when a file is sent where JSON is wanted, or the other way round */
function fileOf({ takesFile = false }: Procedure, body: unknown): AsyncIterable<Uint8Array> | undefined {
  const isFile = body instanceof Readable
  if (isFile !== takesFile) throw new Refused('media-type-unsupported')
  return isFile ? body : undefined
}
