/**
 * What holds of a customer, or a contact, by what is stated of it and of the records merged into it: its own word
 * comes first; where it has none, the last word of the others. Decider and view read alike by this.
 */
import type { AnyFact } from '#kernel'

/** A field as a record states it last; without a value it is said to be empty. */
export interface Statement {
  record: string
  field: string
  value?: unknown
  event: string
}

/** Fields with what they are to be, and the names of those that are emptied. */
type Stating = object & { cleared?: string[] }

/** What is stated once a fact of one of the records has come to it. */
export function stated(
  known: readonly Statement[],
  { entity: record, id: event }: Pick<AnyFact, 'entity' | 'id'>,
  { cleared = [], ...fields }: Stating,
): Statement[] {
  const filled = Object.entries(fields).map(([field, value]) => ({ record, field, value, event }))
  const fresh: Statement[] = [...filled, ...cleared.map((field) => ({ record, field, event }))]
  const isSaidAnew = (one: Statement) => one.record === record && fresh.some(({ field }) => field === one.field)
  return [...known.filter((one) => !isSaidAnew(one)), ...fresh]
}

/** @param parent no value when it stands alone */
export const parentStated = ({ parent }: { parent?: string }): { parent?: string; cleared?: string[] } =>
  parent === undefined ? { cleared: ['parent'] } : { parent }

/**
 * The statement that holds for each field. Records that are one customer are nobody's parent among themselves.
 * @param group the survivor first
 */
export function holding(said: readonly Statement[], group: readonly [string, ...string[]]): Map<string, Statement> {
  const held = new Map<string, Statement>()
  for (const one of said) {
    if (one.field === 'parent' && group.includes(String(one.value))) continue
    if (held.get(one.field)?.record !== group[0]) held.set(one.field, one)
  }
  return held
}

/** The values of the fields that have one. */
export const valuesOf = (held: ReadonlyMap<string, Statement>): Record<string, unknown> =>
  Object.fromEntries([...held].flatMap(([field, { value }]) => (value === undefined ? [] : [[field, value]])))
