/** When a relationship became passive or lost: because somebody said so, or by time alone, on a day that is known ahead. */
import type { Fact } from './facts.js'
import { type Cursor, seenAt } from './seen.js'

/** In the order in which they follow each other. */
const worse = ['passive', 'lost'] as const

const dayOf = (value: Fact['says'][string]): number => (typeof value === 'string' ? Date.parse(value) : Number.NaN)

/** All passages up to a moment, as it was known, each as a fact of its own; the first first. */
export function passagesAt(facts: readonly Fact[], cursor: Cursor): Fact[] {
  const ofStatus = facts.filter(({ line }) => line === 'status')
  return seenAt(ofStatus, cursor).flatMap(({ fact, before, from, to }) => {
    const { status, passiveFrom, lostFrom } = fact.says
    const begins = { passive: dayOf(passiveFrom), lost: dayOf(lostFrom) }
    return worse.flatMap((one): Fact[] => {
      const isSaid = status === one
      const at = isSaid ? from : begins[one]
      const isWithin = isSaid ? stoodAt(before, from) !== one : at > from && at <= to
      return isWithin ? [{ ...fact, at, slot: `${fact.slot} ${one}`, says: { status: one } }] : []
    })
  })
}

/** What a fact had come to by a moment. */
function stoodAt(fact: Fact | undefined, at: number): Fact['says'][string] {
  if (!fact) return undefined
  return worse.findLast((one) => dayOf(fact.says[`${one}From`]) <= at) ?? fact.says.status
}
