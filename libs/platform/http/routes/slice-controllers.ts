/** Two Nest controllers per slice, made from what it says of its commands and of its queries: a process serves either or both. */
import { Inject, RequestMethod, type Type } from '@nestjs/common'
import type { FastifyReply } from 'fastify'
import type { Registry } from '#kernel'
import type { MemberRequest } from '../../identity/member-guard.js'
import { controllerClass } from './generated-controller.js'
import { Reads } from './reads.js'
import { commandRoutesOf, pagesOf, pascalCase } from './registry-routes.js'
import { Writes } from './writes.js'

/** @throws Error when a slice states a route that cannot be served */
export function writingControllersOf(registry: Registry): Type[] {
  return registry.slices.flatMap((slice) => {
    const routes = commandRoutesOf(slice, registry)
    if (routes.length === 0) return []
    class WritingController {
      constructor(readonly writes: Writes) {}
    }
    Inject(Writes)(WritingController, undefined, 0)
    const generated = routes.map((route) => ({
      name: `${route.category}.${route.command}`,
      method: RequestMethod[route.method],
      path: route.path,
      answer: ({ writes }: WritingController, request: MemberRequest, reply: FastifyReply) =>
        writes.record(route, request, reply),
    }))
    return [controllerClass(WritingController, `${pascalCase(slice.name)}WritingController`, generated)]
  })
}

/** @throws Error likewise */
export function readingControllersOf(registry: Registry): Type[] {
  return registry.slices.flatMap((slice) => {
    const pages = pagesOf(slice)
    if (pages.length === 0) return []
    class ReadingController {
      constructor(readonly reads: Reads) {}
    }
    Inject(Reads)(ReadingController, undefined, 0)
    const generated = pages.map((page) => ({
      name: `page.${page.name}`,
      method: RequestMethod.GET,
      path: page.route,
      answer: ({ reads }: ReadingController, request: MemberRequest, reply: FastifyReply) =>
        reads.ask(page, request, reply),
    }))
    return [controllerClass(ReadingController, `${pascalCase(slice.name)}ReadingController`, generated)]
  })
}
