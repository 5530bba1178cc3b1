/**
 * How a slice says what can happen: one payload class per event, with examples, gathered in a
 * family that also makes the drafts a decider answers with.
 */
import type { PayloadClass } from '../fields/field.js'
import type { Guarded } from '../fields/personal.js'
import type { Texts } from '../text/languages.js'
import { admitted, type Membership } from './fact-family.js'
import type { JsonObject } from './stored-event.js'

/** `stageChanged` → `stage-changed`. */
export type KebabCase<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Tail extends Uncapitalize<Tail>
    ? `${Lowercase<Head>}${KebabCase<Tail>}`
    : `${Lowercase<Head>}-${KebabCase<Tail>}`
  : S

/** What a slice states about one event. */
export interface EventSpec<P extends object> {
  payload: PayloadClass<P>
  /** Raised by a breaking change, together with an upcaster from the version before. */
  version: number
  /** Realistic payloads; the first stands in the catalogue, all are round-tripped by tests. */
  examples: readonly [NoInfer<P>, ...NoInfer<P>[]]
  /** From version n to n + 1, by n; pure. */
  upcasters?: Readonly<Record<number, (data: JsonObject) => JsonObject>>
  /** What the fact is called wherever it is listed. */
  texts?: Texts
  /** Shows the fact on the timeline as a kind of its own, with a line, without its being recorded twice. */
  touchpoint?: { kind: string; summary?: (data: NoInfer<P>) => Guarded<string> | undefined }
  /** The families of facts that it is in, besides those of its category. */
  families?: readonly Membership<NoInfer<P>>[]
  /** Whether it is published to others than members of the group's installation; as its family says, unless told. */
  published?: boolean
  /** Whether it says which keys were destroyed: where it is published, those who keep copies are told apart of it. */
  erases?: boolean
}

/** What a slice states about all events of a category. */
interface FamilyOptions {
  /** Whether its events are published: they are not unless this says so. */
  published?: boolean
  /** The families of facts that all of them are in. */
  families?: readonly Membership[]
}

/** From the first version to one that seals what had been open: what was written before stays as it was. */
export const openBefore: NonNullable<EventSpec<object>['upcasters']> = { 1: (data) => data }

/** One event as the catalogue knows it. */
export interface EventDefinition<P extends object = object> extends EventSpec<P> {
  /** `<category>.<fact>`, as stored. */
  type: string
  category: string
}

/** An event not yet recorded. */
export interface Draft<T extends string = string, P extends object = object> {
  type: T
  data: P
}

type Payloads = Record<string, object>

/** Any family, whatever its events. */
export interface Family {
  readonly category: string
  readonly definitions: readonly EventDefinition[]
  readonly types?: object
}

export type EventFamily<C extends string, M extends Payloads> = {
  readonly category: C
  readonly definitions: readonly EventDefinition[]
  /** Only for types: stored type → payload. */
  readonly types?: { [K in keyof M & string as `${C}.${KebabCase<K>}`]: M[K] }
  /** Only for types: fact → payload. */
  readonly facts?: M
} & { readonly [K in keyof M]: (data: M[K]) => Draft<`${C}.${KebabCase<K & string>}`, M[K]> }

/** Stored types of a family with their payloads. */
export type TypesOf<F> = F extends { readonly types?: infer T } ? NonNullable<T> : never

export const kebabCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * Defines the events of one stream category. Facts are named in camel case, stored in kebab case.
 * @throws Error when the category holds a hyphen: streams are called `<category>-<id>`, ids may hold hyphens
 */
export function defineEvents<const C extends string, M extends Payloads>(
  category: C,
  specs: { [K in keyof M]: EventSpec<M[K]> },
  { published = false, families = [] }: FamilyOptions = {},
): EventFamily<C, M> {
  if (category.includes('-')) throw new Error(`the category ${category} holds a hyphen; write it as one word`)
  const definitions: EventDefinition[] = []
  const makers: Record<string, (data: object) => Draft> = {}
  for (const [fact, spec] of Object.entries(specs) as [string, EventSpec<object>][]) {
    const type = `${category}.${kebabCase(fact)}`
    definitions.push(
      admitted({ published, ...spec, families: [...families, ...(spec.families ?? [])], type, category }),
    )
    makers[fact] = (data) => ({ type, data })
  }
  return { category, definitions, ...makers } as unknown as EventFamily<C, M>
}
