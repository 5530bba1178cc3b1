/** Every fold takes any facts in any order: late and corrected histories need not be legal ones. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { business } from '#crm/business.js'
import { type Fact, factOf, inEffectiveOrder, type JsonObject, keyOf, storedPosition, type View } from '#kernel'

const { catalogue, deciders, views, metrics, references } = business.registry

const said = catalogue
  .all()
  .flatMap(({ type, examples }) => examples.map((data) => ({ type, data: data as JsonObject })))
const ids = ['a', 'b', 'a.fi', 'b.se']

const fact = (of = said) =>
  fc
    .record({
      said: fc.constantFrom(...of),
      id: fc.constantFrom(...ids),
      day: fc.integer({ min: 1, max: 9 }),
      position: fc.integer({ min: 1, max: 1000 }),
      unit: fc.constantFrom('fi', 'se', undefined),
      actor: fc.constantFrom('aino', 'bengt'),
    })
    .map(({ said: { type, data }, id, day, position, unit, actor }): Fact => {
      const at = `2026-02-0${day}T08:00:00.000Z`
      const metadata = {
        schemaVersion: 1,
        occurredAt: at,
        occurredPrecision: 'instant' as const,
        effectiveAt: at,
        recordedAt: at,
        actor,
        customers: ['a', 'b'],
        contacts: ['p'],
        commandId: 'c',
        fingerprint: 'f',
        ...(unit ? { unit } : {}),
      }
      const stream = `${type.slice(0, type.indexOf('.'))}-${id}`
      const event = {
        id: `e${position}`,
        type,
        data,
        metadata,
        stream,
        revision: 0,
        position: storedPosition(position),
      }
      return { ...factOf(event, event), partition: 'a', customer: 'a' }
    })

const facts = (of = said) => fc.array(fact(of), { maxLength: 40 }).map((list) => list.sort(inEffectiveOrder))

describe('the decider of', () => {
  for (const decider of deciders.values()) {
    it(`${decider.category} takes whatever happened, and says where it is filed`, () => {
      const own = said.filter(({ type }) => type.startsWith(`${decider.category}.`))
      fc.assert(
        fc.property(facts(own), (happened) => {
          const state = happened.reduce<unknown>((s, f) => decider.evolve(s, f), decider.initial)
          for (const f of happened) expect(typeof decider.allows(state, f)).toBe('boolean')
          for (const draft of own) expect(decider.filedIn(state, 'a.fi', draft).customers).toBeInstanceOf(Array)
        }),
        { numRuns: 40 },
      )
    })
  }
})

function folded(view: View, happened: readonly Fact[]): Map<string, object> {
  const documents = new Map<string, object>()
  const measured = [...metrics.values()].filter((metric) => metric.of.name === view.name)
  for (const one of happened) {
    const key = keyOf(view, one)
    const fold = view.foldFor(one.type) as ((d: object | undefined, f: Fact) => object | null | undefined) | undefined
    if (key === undefined || !fold) continue
    const before = documents.get(key)
    const after = fold(before, one) ?? undefined
    for (const metric of measured) metric.measure(before, after, one)
    if (after) documents.set(key, after)
    else documents.delete(key)
  }
  return documents
}

describe('the view', () => {
  for (const view of views.values()) {
    it(`${view.name} folds whatever happened, the same way twice, and changes no document it was given`, () => {
      fc.assert(
        fc.property(facts(), (happened) => {
          const frozen = happened.map((one) => deepFrozen(structuredClone(one)))
          expect(JSON.stringify([...folded(view, frozen)])).toBe(JSON.stringify([...folded(view, happened)]))
        }),
        { numRuns: 40 },
      )
    })
  }
})

describe('the reference', () => {
  for (const reference of references) {
    it(`${reference.name} folds whatever happened`, () => {
      const own = said.filter(({ type }) => reference.types.has(type))
      fc.assert(
        fc.property(facts(own), (happened) => {
          expect(() => happened.reduce((state, f) => reference.fold(state, f), reference.initial)).not.toThrow()
        }),
        { numRuns: 40 },
      )
    })
  }
})

function deepFrozen<T>(value: T): T {
  if (value !== null && typeof value === 'object') {
    for (const inner of Object.values(value)) deepFrozen(inner)
    Object.freeze(value)
  }
  return value
}
