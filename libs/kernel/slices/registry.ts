/** Everything the slices bring, looked up by name. */
import type { Decider } from '../deciders/decider.js'
import { carryingBody, type Process } from '../deciders/process.js'
import { processEvents } from '../deciders/process-events.js'
import { type RefusalTexts, refuse } from '../deciders/refusal.js'
import type { Resource } from '../deciders/resource.js'
import { Catalogue } from '../events/catalogue.js'
import { commandEvents } from '../events/command-events.js'
import type { Metric } from '../metrics/metric.js'
import type { Reference } from '../references/reference.js'
import type { View } from '../views/view.js'
import type { Query } from './query.js'
import { type Rules, ruleNames } from './rules/rules.js'
import type { Slice } from './slice.js'

export interface Registry {
  slices: readonly Slice[]
  catalogue: Catalogue
  /** By stream category. */
  deciders: ReadonlyMap<string, Decider>
  resources: ReadonlyMap<string, Resource>
  /** By the command that may carry more, `<category>.<command>`. */
  processes: ReadonlyMap<string, Process>
  views: ReadonlyMap<string, View>
  metrics: ReadonlyMap<string, Metric>
  references: readonly Reference[]
  queries: ReadonlyMap<string, Query>
  /** Every code that the kernel or a slice may refuse with, in the order of the codes. */
  refusals: RefusalTexts
}

/**
 * @throws Error when two things of one kind share a name, a refusal has two sentences, a process begins with what is
 * no command, a metric is told apart by what no slice declares, or a decider is of a resource that none does
 */
export function registryOf(slices: readonly Slice[]): Registry {
  requireDeclared(slices)
  const deciders = byName(
    'deciders',
    slices.flatMap((slice) => slice.deciders),
    (decider) => decider.category,
  )
  return {
    slices,
    catalogue: new Catalogue(
      [commandEvents, processEvents, ...slices.flatMap(({ events }) => events)].flatMap(
        ({ definitions }) => definitions,
      ),
    ),
    deciders,
    resources: byName(
      'resources',
      slices.flatMap((slice) => slice.resources),
      (resource) => resource.name,
    ),
    processes: processesOf(slices, deciders),
    views: byName(
      'views',
      slices.flatMap((slice) => slice.views),
      (view) => view.name,
    ),
    metrics: byName(
      'metrics',
      slices.flatMap((slice) => slice.metrics),
      (metric) => metric.name,
    ),
    references: slices.flatMap((slice) => slice.references),
    queries: byName(
      'pages',
      slices.flatMap((slice) => slice.queries),
      (page) => page.name,
    ),
    refusals: refusalsOf(slices),
  }
}

function requireDeclared(slices: readonly Slice[]): void {
  const declared = new Set(slices.flatMap(({ dimensions }) => dimensions))
  for (const { name, dimensions } of slices.flatMap(({ metrics }) => metrics)) {
    const missing = dimensions.find((dimension) => !declared.has(dimension))
    if (missing) throw new Error(`the metric ${name} is told apart by ${missing.name}, which no slice declares`)
  }
  const resources = new Set(slices.flatMap((slice) => slice.resources))
  for (const { name, resource } of slices.flatMap((slice) => slice.deciders))
    if (!resources.has(resource)) throw new Error(`${name} is of ${resource.name}, a resource that no slice declares`)
}

/** @throws Error for a rule that no slice registers, or two do */
export function rulesOf(slices: readonly Slice[]): Rules {
  const rules: Partial<Rules> = {}
  for (const { name, rules: own } of slices) {
    const twice = Object.keys(own).find((rule) => rule in rules)
    if (twice) throw new Error(`the rule ${twice} is registered by ${name} and by another slice`)
    Object.assign(rules, own)
  }
  const missing = ruleNames.find((rule) => rules[rule] === undefined)
  if (missing) throw new Error(`no slice registers the rule ${missing}`)
  return rules as Rules
}

function processesOf(slices: readonly Slice[], deciders: Registry['deciders']): Registry['processes'] {
  const begun = slices.flatMap(({ processes }) =>
    processes.flatMap((process) => process.of.commands.map((command) => ({ process, command }))),
  )
  for (const { process, command } of begun) {
    const spec = deciders.get(process.of.category)?.commands[command]
    if (!spec) throw new Error(`the process ${process.name} begins with ${command}, which is no command`)
    carryingBody(spec.payload, process)
  }
  const nameOf = ({ process, command }: (typeof begun)[number]) => `${process.of.category}.${command}`
  return new Map([...byName('processes', begun, nameOf)].map(([name, { process }]) => [name, process]))
}

function refusalsOf(slices: readonly Slice[]): RefusalTexts {
  const lists = [refuse, ...slices.flatMap((slice) => slice.refusals)].map(({ texts }) => Object.entries(texts))
  const known = new Map<string, RefusalTexts[string]>()
  for (const [code, text] of lists.flat()) {
    if (known.has(code) && known.get(code)?.join() !== text.join())
      throw new Error(`the refusal ${code} has two sentences`)
    known.set(code, text)
  }
  return Object.fromEntries([...known].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function byName<T>(what: string, things: readonly T[], nameOf: (thing: T) => string): ReadonlyMap<string, T> {
  const named = new Map<string, T>()
  for (const thing of things) {
    const name = nameOf(thing)
    if (named.has(name)) throw new Error(`two ${what} are called ${name}`)
    named.set(name, thing)
  }
  return named
}
