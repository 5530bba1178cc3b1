/** Where units differ about one customer, and whether two of them are after it at once. */
import { Choice, Id, Label, ListOf, type PayloadClass } from '#kernel'
import type { ShownRelationship } from '../relationships/relationship-shown.js'

class UnitValue {
  @Id('unit') unit!: string
  @Label({ max: 80 }) value!: string
}

export class Difference {
  @Choice(['stage', 'status', 'key-account']) of!: 'stage' | 'status' | 'key-account'
  @ListOf(UnitValue) values!: UnitValue[]
}

/** What several units may be after at once, and which. */
export interface Pursuit {
  matter: string
  /** Each as often as it has something open. */
  units: readonly string[]
}

export interface SharedPursuit {
  matter: string
  units: UnitValue[]
}

/**
 * Two units or more that are after the same customer at once.
 * @param matters names of the sections that say who is
 */
export function sharedPursuitOf(matters: readonly string[]): PayloadClass<SharedPursuit> {
  class ShownPursuit {
    @Choice(matters) matter!: string
    @ListOf(UnitValue) units!: UnitValue[]
  }
  return ShownPursuit
}

const aspects: Readonly<Record<Difference['of'], (r: ShownRelationship) => string>> = {
  stage: ({ stage }) => stage,
  status: ({ status }) => status,
  'key-account': ({ keyAccount }) => String(keyAccount),
}

export function differencesBetween(standings: readonly ShownRelationship[]): Difference[] {
  return (Object.keys(aspects) as Difference['of'][]).flatMap((of) => {
    const values = standings.map((one) => ({ unit: one.unit.id, value: aspects[of](one) }))
    return new Set(values.map(({ value }) => value)).size > 1 ? [{ of, values }] : []
  })
}

/** Matters that several units pursue: each unit with how many it has open. */
export function sharedPursuits(pursuits: readonly Pursuit[]): SharedPursuit[] {
  return pursuits.flatMap(({ matter, units: pursuing }) => {
    const byUnit = new Map<string, number>()
    for (const unit of pursuing) byUnit.set(unit, (byUnit.get(unit) ?? 0) + 1)
    const units = [...byUnit].map(([unit, count]) => ({ unit, value: String(count) }))
    return units.length > 1 ? [{ matter, units }] : []
  })
}
