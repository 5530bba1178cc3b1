/** One Nest controller per slice, made from what the slice says of its commands and queries. */
import { Inject, RequestMethod, type Type } from '@nestjs/common'
import type { Registry, Slice } from '#kernel'
import { controllerClass, type GeneratedRoute } from './generated-controller.js'
import { Reads } from './reads.js'
import { commandRoutesOf, pagesOf, pascalCase } from './registry-routes.js'
import { Writes } from './writes.js'

interface SliceParts {
  readonly writes: Writes
  readonly reads: Reads
}

/** @throws Error when a slice states a route that cannot be served */
export function controllersOf(registry: Registry): Type[] {
  return registry.slices.map((slice) => controllerOf(slice, registry)).filter((controller) => controller !== undefined)
}

function controllerOf(slice: Slice, registry: Registry): Type | undefined {
  const routes = [...writesOf(slice, registry), ...readsOf(slice)]
  if (routes.length === 0) return undefined
  class SliceController implements SliceParts {
    constructor(
      readonly writes: Writes,
      readonly reads: Reads,
    ) {}
  }
  Inject(Writes)(SliceController, undefined, 0)
  Inject(Reads)(SliceController, undefined, 1)
  return controllerClass(SliceController, `${pascalCase(slice.name)}Controller`, routes)
}

function writesOf(slice: Slice, registry: Registry): GeneratedRoute<SliceParts>[] {
  return commandRoutesOf(slice, registry).map((route) => ({
    name: `${route.category}.${route.command}`,
    method: RequestMethod[route.method],
    path: route.path,
    answer: ({ writes }, request, reply) => writes.record(route, request, reply),
  }))
}

function readsOf(slice: Slice): GeneratedRoute<SliceParts>[] {
  return pagesOf(slice).map((page) => ({
    name: `page.${page.name}`,
    method: RequestMethod.GET,
    path: page.route,
    answer: ({ reads }, request, reply) => reads.ask(page, request, reply),
  }))
}
