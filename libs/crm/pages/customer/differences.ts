/** Where units differ about one customer, and whether two of them are after it at once. */
import { Choice, CodeOf, Label, ListOf, Nested, Optional } from '#kernel'
import type { Wording } from '../../texts/wording.js'
import type { ShownRelationship } from '../relationships/relationship-shown.js'
import { NamedUnit, type Names } from '../shown/names.js'
import { differenceKinds } from '../shown/pages.words.js'

class UnitValue {
  @Nested(NamedUnit) unit!: NamedUnit
  @Label({ max: 80 }) value!: string
  /** The value in words, where it is a code. */
  @Optional() @Label({ max: 80 }) valueName?: string
}

export class Difference {
  @Choice(differenceKinds) of!: (typeof differenceKinds)[number]
  @ListOf(UnitValue) values!: UnitValue[]
}

/** What several units may be after at once, and which. */
export interface Pursuit {
  matter: string
  /** Each as often as it has something open. */
  units: readonly string[]
}

/** Two units or more that are after the same customer at once. */
export class SharedPursuit {
  /** Name of the section that says who is. */
  @CodeOf('section') matter!: string
  @ListOf(UnitValue) units!: UnitValue[]
}

interface Aspect {
  value: string
  valueName?: string
}

const aspects: Readonly<Record<Difference['of'], (r: ShownRelationship, wording: Wording) => Aspect>> = {
  stage: ({ stage }, wording) => ({ value: stage, valueName: wording.stage(stage) }),
  status: ({ status }, wording) => ({ value: status, valueName: wording.status(status) }),
  'key-account': ({ keyAccount }) => ({ value: String(keyAccount) }),
}

export function differencesBetween(standings: readonly ShownRelationship[], wording: Wording): Difference[] {
  return (Object.keys(aspects) as Difference['of'][]).flatMap((of) => {
    const values = standings.map((one) => ({ unit: one.unit, ...aspects[of](one, wording) }))
    return new Set(values.map(({ value }) => value)).size > 1 ? [{ of, values }] : []
  })
}

/** Matters that several units pursue: each unit with how many it has open. */
export function sharedPursuits(pursuits: readonly Pursuit[], names: Pick<Names, 'unit'>): SharedPursuit[] {
  return pursuits.flatMap(({ matter, units: pursuing }) => {
    const byUnit = new Map<string, number>()
    for (const unit of pursuing) byUnit.set(unit, (byUnit.get(unit) ?? 0) + 1)
    const units = [...byUnit].map(([unit, count]) => ({ unit: names.unit(unit), value: String(count) }))
    return units.length > 1 ? [{ matter, units }] : []
  })
}
