/** A touchpoint kind: one file each, from which event, route, validation, timeline row and texts follow. */
import type { EventSpec } from '../events/define-events.js'
import type { PayloadClass } from '../fields/field.js'
import type { Guarded } from '../fields/personal.js'

/** Languages of the user interface and of generated texts. */
export const languages = ['en', 'fi', 'sv', 'de', 'nb'] as const
export type TextLanguage = (typeof languages)[number]
/** One text in every language; a missing one does not compile. */
export type Texts = Readonly<Record<TextLanguage, string>>

export interface TouchpointKind<P extends object = object> {
  /** Kebab-case; stored type `touchpoint.<kind>`. */
  kind: string
  payload: PayloadClass<P>
  version: number
  examples: EventSpec<P>['examples']
  upcasters?: EventSpec<P>['upcasters']
  /** What the timeline shows in a line. */
  summary(data: NoInfer<P>): Guarded<string> | undefined
  /** What it is called. */
  texts: Texts
  /** Whether it can be planned ahead, moved, cancelled, held and evaluated. */
  planned: boolean
  /** Whether only its writer reads it. */
  private: boolean
}

type KindOptions<P extends object> = Omit<TouchpointKind<P>, 'planned' | 'private' | 'version'> &
  Partial<Pick<TouchpointKind<P>, 'planned' | 'private' | 'version'>>

/** Defines a touchpoint kind. */
export const defineKind = <P extends object>(kind: KindOptions<P>): TouchpointKind<P> => ({
  version: 1,
  planned: false,
  private: false,
  ...kind,
})
