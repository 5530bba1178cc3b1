/** Which records an event names: by its filing, and by the ids in its payload as the fields describe them. */
import { fieldsOf, type PayloadClass } from '../fields/field.js'
import type { Catalogue } from './catalogue.js'
import type { StoredEvent } from './stored-event.js'

interface NamedAt {
  /** Names of fields from the outside in; lists are entered. */
  path: readonly string[]
  category: string
}

export class NamedRecords {
  private readonly byType = new Map<string, NamedAt[]>()

  constructor(private readonly catalogue: Catalogue) {}

  /** Streams of the records named; its own is not among them. */
  of(event: StoredEvent): Set<string> {
    const { customers, contacts, unit, actor } = event.metadata
    const named = new Set<string>()
    for (const id of customers) named.add(`customer-${id}`)
    for (const id of contacts) named.add(`contact-${id}`)
    if (unit !== undefined) named.add(`unit-${unit}`)
    named.add(`member-${actor}`)
    for (const { path, category } of this.placesIn(event.type)) {
      for (const id of valuesAt(event.data, path)) named.add(`${category}-${id}`)
    }
    named.delete(event.stream)
    return named
  }

  /** Whether any event's payload names records of a category. */
  names(category: string): boolean {
    return this.catalogue.all().some(({ type }) => this.placesIn(type).some((place) => place.category === category))
  }

  private placesIn(type: string): NamedAt[] {
    const known = this.byType.get(type)
    if (known) return known
    const definition = this.catalogue.get(type)
    const places = definition ? placesOf(definition.payload) : []
    this.byType.set(type, places)
    return places
  }
}

function placesOf(payload: PayloadClass): NamedAt[] {
  return fieldsOf(payload).flatMap(({ name, refersTo, nested }): NamedAt[] => {
    if (nested) return placesOf(nested).map(({ path, category }) => ({ path: [name, ...path], category }))
    return refersTo === undefined ? [] : [{ path: [name], category: refersTo.replaceAll('-', '') }]
  })
}

function valuesAt(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path))
  const [name, ...rest] = path
  if (name === undefined) return typeof value === 'string' ? [value] : []
  if (value === null || typeof value !== 'object') return []
  return valuesAt((value as Record<string, unknown>)[name], rest)
}
