/** Filters put together as flat as they can be: servers look for an index by the fields that a filter names first of all. */
import type { Document } from 'mongodb'

/** Whatever fits all of these. Two conditions of one field stand beside each other: a list may fit them by different values. */
export function allHold(filters: readonly Document[]): Document {
  const all: Document = {}
  const beside: Document[] = []
  for (const [field, condition] of filters.flatMap(conditionsOf)) {
    if (field in all) beside.push({ [field]: condition })
    else all[field] = condition
  }
  return beside.length > 0 ? { ...all, $and: beside } : all
}

/** Whatever fits one of these, of which there are some. */
export function anyHolds(filters: readonly Document[]): Document {
  const [only] = filters
  return only && filters.length === 1 ? only : { $or: filters }
}

function conditionsOf({ $and = [], ...fields }: Document): [string, unknown][] {
  return [...Object.entries(fields), ...($and as Document[]).flatMap(conditionsOf)]
}
