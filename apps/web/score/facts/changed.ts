/** What changed between two moments: what happened, what came to light, and what was found to be otherwise. */
import type { Fact, Knowing, ScoreFacts, Touch } from './facts.js'
import { type Cursor, isKnown } from './seen.js'
import { passagesAt } from './status.js'

export type Change =
  /** After the earlier moment. */
  | 'happened'
  /** It had happened by then, and became known later. */
  | 'light'
  /** It was told at the earlier moment, and is no more. */
  | 'otherwise'

export interface Changed {
  change: Change
  /** ms. */
  at: number
  fact?: Fact
  touch?: Touch
}

/** Follows from other facts, or from time alone: of these it is told when they became otherwise. */
const derived: ReadonlySet<string> = new Set(['status'])

const isTold = (mark: Knowing & { at: number }, { asOf, knownAt }: Cursor): boolean =>
  mark.at <= asOf && isKnown(mark, knownAt)

/** What became of a mark between two moments; nothing where it stands at both, or at neither. */
export function changeOf(mark: Knowing & { at: number }, before: Cursor, after: Cursor): Change | undefined {
  const was = isTold(mark, before)
  const is = isTold(mark, after)
  if (was === is) return undefined
  if (was) return 'otherwise'
  return mark.at > before.asOf ? 'happened' : 'light'
}

/** Which relationships became passive or lost. */
function passagesBetween(facts: readonly Fact[], before: Cursor, after: Cursor): Changed[] {
  const keyOf = ({ slot, at }: Fact) => `${slot} ${at}`
  const [was, is] = [passagesAt(facts, before), passagesAt(facts, after)]
  const [known, stands] = [new Set(was.map(keyOf)), new Set(is.map(keyOf))]
  return [
    ...was
      .filter((fact) => !stands.has(keyOf(fact)))
      .map((fact) => ({ change: 'otherwise' as const, at: fact.at, fact })),
    ...is
      .filter((fact) => !known.has(keyOf(fact)))
      .map((fact) => ({
        change: fact.at > before.asOf ? ('happened' as const) : ('light' as const),
        at: fact.at,
        fact,
      })),
  ]
}

/** The latest first. */
export function changedBetween({ facts, touches }: ScoreFacts, before: Cursor, after: Cursor): Changed[] {
  const ofFacts = facts
    .filter(({ line, ends }) => !derived.has(line) && !(line === 'plan' && ends))
    .map((fact) => ({ change: changeOf(fact, before, after), at: fact.at, fact }))
  const ofTouches = touches.map((touch) => ({ change: changeOf(touch, before, after), at: touch.at, touch }))
  const changed = [...ofFacts, ...ofTouches].filter((each): each is Changed & typeof each => each.change !== undefined)
  return [...changed, ...passagesBetween(facts, before, after)].sort((a, b) => b.at - a.at)
}
