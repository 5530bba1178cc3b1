/** One Nest controller per slice, made from what the slice says of its commands and pages. */
import { Controller, Inject, Req, RequestMapping, RequestMethod, Res, type Type } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { Slice } from '#kernel'
import type { MemberRequest } from '../../identity/member-guard.js'
import { Reads } from './reads.js'
import { API_ROOT, commandRoutesOf, pagesOf, pascalCase } from './registry-routes.js'
import { Writes } from './writes.js'

interface SliceParts {
  readonly writes: Writes
  readonly reads: Reads
}

interface GeneratedRoute {
  /** Name of the method on the controller. */
  name: string
  method: RequestMethod
  path: string
  answer(parts: SliceParts, request: MemberRequest, reply: FastifyReply): Promise<object>
}

/** @throws Error when a slice states a route that cannot be served */
export function controllersOf(slices: readonly Slice[]): Type[] {
  return slices.map((slice) => controllerOf(slice)).filter((controller) => controller !== undefined)
}

function controllerOf(slice: Slice): Type | undefined {
  const routes = [...writesOf(slice), ...readsOf(slice)]
  if (routes.length === 0) return undefined
  class SliceController implements SliceParts {
    constructor(
      readonly writes: Writes,
      readonly reads: Reads,
    ) {}
  }
  Object.defineProperty(SliceController, 'name', { value: `${pascalCase(slice.name)}Controller` })
  Inject(Writes)(SliceController, undefined, 0)
  Inject(Reads)(SliceController, undefined, 1)
  Controller(API_ROOT)(SliceController)
  for (const route of routes) addRoute(SliceController, route)
  return SliceController
}

function writesOf(slice: Slice): GeneratedRoute[] {
  return commandRoutesOf(slice).map((route) => ({
    name: `${route.category}.${route.command}`,
    method: RequestMethod[route.method],
    path: route.path,
    answer: ({ writes }, request, reply) => writes.record(route, request, reply),
  }))
}

function readsOf(slice: Slice): GeneratedRoute[] {
  return pagesOf(slice).map((page) => ({
    name: `page.${page.name}`,
    method: RequestMethod.GET,
    path: page.route,
    answer: ({ reads }, request, reply) => reads.ask(page, request, reply),
  }))
}

/** What decorators would do to a method written by hand. */
function addRoute(controller: Type, { name, method, path, answer }: GeneratedRoute): void {
  const descriptor: PropertyDescriptor = {
    value(this: SliceParts, request: MemberRequest, reply: FastifyReply) {
      return answer(this, request, reply)
    },
    configurable: true,
    writable: true,
  }
  Object.defineProperty(controller.prototype, name, descriptor)
  Req()(controller.prototype, name, 0)
  Res({ passthrough: true })(controller.prototype, name, 1)
  RequestMapping({ method, path })(controller.prototype, name, descriptor)
}
