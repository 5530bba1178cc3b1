/** Where units differ about one customer, and whether two of them are after it at once. */
import { Choice, Id, Label, ListOf } from '#kernel'
import type { ShownRelationship } from '../../relationships/relationship-shown.js'

export class UnitValue {
  @Id('unit') unit!: string
  @Label({ max: 80 }) value!: string
}

export class Difference {
  @Choice(['stage', 'status', 'key-account']) of!: 'stage' | 'status' | 'key-account'
  @ListOf(UnitValue) values!: UnitValue[]
}

/** Two units or more that are after the same customer at once. */
export class SharedPursuit {
  @Choice(['opportunities', 'meetings']) matter!: 'opportunities' | 'meetings'
  @ListOf(UnitValue) units!: UnitValue[]
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
export function sharedPursuits(open: Readonly<Record<SharedPursuit['matter'], readonly { unit: { id: string } }[]>>) {
  return (Object.keys(open) as SharedPursuit['matter'][]).flatMap((matter): SharedPursuit[] => {
    const byUnit = new Map<string, number>()
    for (const { unit } of open[matter]) byUnit.set(unit.id, (byUnit.get(unit.id) ?? 0) + 1)
    const units = [...byUnit].map(([unit, count]) => ({ unit, value: String(count) }))
    return units.length > 1 ? [{ matter, units }] : []
  })
}
