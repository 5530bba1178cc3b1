/** What other slices ask about touchpoints: what a kind is called, and who reads what. */
import type { Fact } from '#kernel'
import type { Texts } from '../texts/languages.js'
import { kinds } from './kinds/kinds.js'
import { privateTypes } from './touchpoint.events.js'

/** What the kinds of encounters are called. */
export const touchpointKindNames: ReadonlyMap<string, Texts> = new Map(kinds.map(({ kind, texts }) => [kind, texts]))

/** Whether a touchpoint is there by these facts: planned or recorded. What is said of it before shows nothing. */
export const touchpointHasBegun = (facts: readonly Pick<Fact, 'type'>[]): boolean =>
  facts.some(({ type }) => type === 'touchpoint.planned' || touchpointKindNames.has(type.slice('touchpoint.'.length)))

/** The commands that record an encounter: at once, or as the one that was planned. */
export const encounterCommands: readonly string[] = [
  ...kinds.map(({ kind }) => `record-${kind}`),
  ...kinds.filter(({ planned }) => planned).map(({ kind }) => `hold-${kind}`),
]

/** What a kind of encounter is called; undefined for facts that are no encounter. */
export const kindNames = (kind: string): Texts | undefined => touchpointKindNames.get(kind)

/** Whether only its writer reads what the fact says. */
export const isPrivate = ({ type }: Pick<Fact, 'type'>): boolean => privateTypes.has(type)
