/** This business as the plumbing takes it: what its slices bring, the rules they register, and rights by their resources. */
import {
  type ReadAccess,
  type Registry,
  type Resource,
  registryOf,
  rulesOf,
  type Slice,
  type WriteAccess,
} from '#kernel'
import {
  figureReadingOf,
  mayReadUnfiled,
  mayWrite,
  mayWriteEverywhere,
  readScopeOf,
  requireCorrection,
  requireMove,
  requireRead,
  requireSwitchedOn,
  requireWrite,
  sees,
  seesEverywhere,
} from './access/access.js'
import { slices } from './slices.js'

const categoryOf = (type: string): string => type.slice(0, type.indexOf('.'))

function accessOver({ deciders, resources, slices: list }: Registry): {
  readAccess: ReadAccess
  writeAccess: WriteAccess
} {
  const named = (name: string): Resource => {
    const known = resources.get(name)
    if (!known) throw new Error(`no slice declares the resource ${name}`)
    return known
  }
  const sliceOf = new Map(list.flatMap(({ name, events }) => events.map(({ category }) => [category, name])))
  return {
    readAccess: {
      readScopeOf,
      figureReadingOf,
      // What imports write of themselves is decided by nobody.
      mayReadUnfiled: (viewer, { type, metadata }) =>
        mayReadUnfiled(viewer, deciders.get(categoryOf(type))?.resource ?? resources.get('imports'), metadata),
    },
    writeAccess: {
      seesEverywhere,
      requireRead,
      sees,
      mayWrite: (viewer, resource) => mayWrite(viewer, named(resource)),
      mayWriteEverywhere: (viewer, resource) => mayWriteEverywhere(viewer, named(resource)),
      requireWrite: (viewer, resource, writing) => requireWrite(viewer, named(resource), writing),
      requireMove: (viewer, resource, writing) => requireMove(viewer, named(resource), writing),
      requireCorrection: (viewer, event, { mode, resource }) =>
        requireCorrection(viewer, event, { mode, resource: named(resource) }),
      requireSwitchedOn: (viewer, category, writing) =>
        requireSwitchedOn(viewer, sliceOf.get(category) ?? category, writing),
    },
  }
}

/** The business over a list of slices; scratch copies and tests may bring their own. */
export function businessOf(list: readonly Slice[]) {
  const registry = registryOf(list)
  return { registry, ...rulesOf(list), ...accessOver(registry) }
}

export type Business = ReturnType<typeof businessOf>

export const business = businessOf(slices)
