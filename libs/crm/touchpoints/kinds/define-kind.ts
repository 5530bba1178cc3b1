/** A touchpoint kind: one file each, from which event, route, validation, timeline row and texts follow. */
import type { EventSpec, Guarded, PayloadClass } from '#kernel'
import type { Texts } from '../../texts/languages.js'

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
