/** What an event says and what it changed, field by field down to single values. */

/** A value that has no fields of its own, or a mark in the place of one that is gone. */
export type Leaf = string | number | boolean | null | { erased: true } | { withheld: true }

export interface FieldValue {
  /** Dot path. */
  path: string
  value: Leaf
}

export interface FieldChange {
  path: string
  before?: Leaf
  after?: Leaf
}

const isMark = (value: object): value is { erased: true } | { withheld: true } =>
  ('erased' in value && value.erased === true) || ('withheld' in value && value.withheld === true)

/** Every single value under a path; none of what is empty. */
export function fieldsIn(value: unknown, path = ''): FieldValue[] {
  if (value === undefined) return []
  if (value === null || typeof value !== 'object') return [{ path, value: value as Leaf }]
  if (isMark(value)) return [{ path, value }]
  return Object.entries(value).flatMap(([name, each]) => fieldsIn(each, path === '' ? name : `${path}.${name}`))
}

const streamsOf: Readonly<Record<string, string>> = {
  contact: 'contact',
  contacts: 'contact',
  customer: 'customer',
  customers: 'customer',
  into: 'customer',
  opportunity: 'opportunity',
  parent: 'customer',
}

/** The field that a path leads to, of which it may be one of several values. */
export const fieldOf = (path: string): string =>
  path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1) ?? ''

/** The name of the stream of the record that a value is the id of; nothing where it is none. */
export function recordIn({ path, value }: FieldValue): string | undefined {
  const stream = streamsOf[fieldOf(path)]
  return stream && typeof value === 'string' && /^[a-z0-9]{16}$/.test(value) ? `${stream}-${value}` : undefined
}

const said = (value: Leaf | undefined): string => JSON.stringify(value) ?? ''

/**
 * Single values that differ before and after, in the order in which they stand afterwards.
 * @param event whose id says only where a value comes from
 */
export function changesIn(
  fields: readonly { path: string; before?: unknown; after?: unknown }[],
  event: string,
): FieldChange[] {
  return fields.flatMap(({ path, before, after }) => {
    const was = new Map(fieldsIn(before, path).map((each) => [each.path, each.value]))
    const is = new Map(fieldsIn(after, path).map((each) => [each.path, each.value]))
    return [...new Set([...is.keys(), ...was.keys()])]
      .map((each): FieldChange => ({ path: each, before: was.get(each), after: is.get(each) }))
      .filter((each) => said(each.before) !== said(each.after) && each.after !== event)
  })
}

/** A document with what an event changed in it, value by value. */
export interface ChangedDocument {
  view: string
  key: string
  fields: FieldChange[]
}

/** The documents in which an event changed anything but where a value comes from. */
export const changedIn = ({
  changes,
  event,
}: {
  changes: readonly { view: string; key: string; fields: Parameters<typeof changesIn>[0] }[]
  event: string
}): ChangedDocument[] =>
  changes
    .map(({ view, key, fields }) => ({ view, key, fields: changesIn(fields, event) }))
    .filter(({ fields }) => fields.length > 0)
