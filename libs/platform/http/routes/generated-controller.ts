/** Makes a Nest controller of routes that are data: what decorators would do to a class written by hand. */
import { Controller, Req, RequestMapping, type RequestMethod, Res, type Type } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { MemberRequest } from '../../identity/member-guard.js'
import { API_ROOT } from './registry-routes.js'

export interface GeneratedRoute<P> {
  /** Name of the method on the controller. */
  name: string
  method: RequestMethod
  path: string
  /** An object, or JSON in a buffer. */
  answer(parts: P, request: MemberRequest, reply: FastifyReply): Promise<object>
}

/** The class, made a controller under the API's root that answers the routes. */
export function controllerClass<P>(controller: Type<P>, name: string, routes: readonly GeneratedRoute<P>[]): Type<P> {
  Object.defineProperty(controller, 'name', { value: name })
  Controller(API_ROOT)(controller)
  for (const route of routes) addRoute(controller, route)
  return controller
}

function addRoute<P>(controller: Type<P>, { name, method, path, answer }: GeneratedRoute<P>): void {
  const descriptor: PropertyDescriptor = {
    value(this: P, request: MemberRequest, reply: FastifyReply) {
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
