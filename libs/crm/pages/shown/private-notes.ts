/** Opens what a fact says, with private notes for those alone who may read them. */
import type { Asking, Fact } from '#kernel'
import { isPrivate } from '../../touchpoints/touchpoints.queries.js'

/** Whether the reader may see what a private note says. */
export const mayOpenPrivate = ({ viewer }: Asking<object>, { actor }: Pick<Fact, 'actor'>): boolean =>
  viewer.member === actor

/** Whether the reader sees only that the fact exists. */
export const isHidden = (ask: Asking<object>, fact: Pick<Fact, 'type' | 'actor'>): boolean =>
  isPrivate(fact) && !mayOpenPrivate(ask, fact)

/** What a fact says, opened as far as the reader may see it. */
export const opened = (ask: Asking<object>, fact: Fact): Fact['data'] =>
  ask.open(fact.data, isPrivate(fact) && mayOpenPrivate(ask, fact))
