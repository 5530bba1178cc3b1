/** No document grows with the history it is folded from, and what is kept of one is enough to go on from. */
import { describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { business } from '#crm/business.js'
import { boundedBy, type Fact, factOf, HistoryNeeded, type JsonObject, keyOf, storedPosition, type View } from '#kernel'
import { inTime, mostMs } from './in-time.js'

jest.setTimeout(mostMs)

const { catalogue, views } = business.registry
const manyFacts = 2000
const mostBytes = 24_000

interface Said {
  type: string
  data: JsonObject
  entity: string
  unit?: string
}

/** A fact of the customer, so many minutes after the first. */
function fact({ type, data, entity, unit = 'fi' }: Said, minute: number): Fact {
  const at = new Date(Date.UTC(2020, 0, 1, 8, minute)).toISOString()
  const metadata = {
    schemaVersion: 1,
    occurredAt: at,
    occurredPrecision: 'instant' as const,
    effectiveAt: at,
    recordedAt: at,
    actor: 'aino',
    customers: ['a'],
    contacts: ['p'],
    commandId: 'c',
    fingerprint: 'f',
    unit,
  }
  const stream = `${type.slice(0, type.indexOf('.'))}-${entity}`
  const event = { id: `e${minute}`, type, data, metadata, stream, revision: 0, position: storedPosition(minute + 1) }
  return { ...factOf(event, event), partition: 'a', customer: 'a', entity, leads: true }
}

type Fold = (document: object | undefined, fact: Fact) => object | null | undefined

const next = (view: View, document: object | undefined, one: Fact): object | undefined =>
  (view.foldFor(one.type) as Fold | undefined)?.(document, one) ?? undefined

/**
 * Facts of which a customer or a person has few, whoever works with them how long: what the register
 * lists of them is as long as their list is.
 */
const few = new Set([
  'customer.site-opened',
  'customer.linked',
  'customer.contradicted',
  'customer.duplicate-suspected',
  // Of records merged into it.
  'customer.registered',
  'customer.profile-changed',
  'customer.parent-set',
  'identifier.claimed',
  'contact.registered',
  'contact.changed',
  'contact.post-started',
  'contact.consent-given',
])
const fewFacts = 20

/** Every other amount is one that nobody knows a rate for, and no two of those are alike. */
const saidOf = (example: JsonObject, at: number): JsonObject =>
  example.value !== undefined && at % 2 ? { ...example, value: { amountMinor: at, currency: 'JPY' } } : example

/** So many facts of every type, each of a record of its own, type after type. */
const muchSaid = (): Fact[] =>
  catalogue
    .all()
    .flatMap(({ type, examples }) =>
      Array.from({ length: few.has(type) ? fewFacts : manyFacts }, (_, at) => ({
        type,
        data: saidOf(examples[0] as JsonObject, at),
        entity: `r${at}`,
      })),
    )
    .map(fact)

describe('whatever has happened', () => {
  const facts = Map.groupBy(muchSaid(), ({ type }) => type)
  for (const view of views.values()) {
    if (!view.kept) continue
    it(`no document of ${view.name} grows beyond a bound`, () => {
      const documents = new Map<string, object>()
      for (const [type, all] of facts) {
        const touched = new Set(all.map((one) => foldInto(documents, view, one)))
        for (const key of touched) expect(excessOf(view, documents.get(key), type)).toBeUndefined()
      }
    })
  }
})

/** Folds a fact into its document; answers with its key, which is empty where there is none. */
function foldInto(documents: Map<string, object>, view: View, one: Fact): string {
  const key = view.foldFor(one.type) ? (keyOf(view, one) ?? '') : ''
  const after = next(view, documents.get(key), one)
  if (after) documents.set(key, after)
  else documents.delete(key)
  return key
}

/** What is too large of it. */
function excessOf(view: View, document: object | undefined, after: string) {
  const bytes = document ? JSON.stringify(boundedBy(view, document)).length : 0
  return bytes > mostBytes ? { after, bytes } : undefined
}

/** What may be done to a deal, by whether it is open. */
const turns = {
  new: ['opened'],
  open: ['changed', 'won', 'lost'],
  decided: ['changed', 'reopened'],
} as const

/** Of some no rate is known. */
const value = (amountMinor: number): JsonObject =>
  amountMinor % 3 ? { amountMinor, currency: 'JPY' } : { amountMinor, currency: 'EUR', groupMinor: amountMinor }

const stated: Readonly<Record<string, (amount: number) => JsonObject>> = {
  opened: (amountMinor) => ({ value: value(amountMinor) }),
  changed: (amountMinor) => ({ value: value(amountMinor) }),
  won: (amountMinor) => ({
    value: value(amountMinor),
    keeps: { passiveAfterMonths: 24, lostAfterMonths: 48 },
  }),
  lost: () => ({ reason: 'price' }),
  reopened: () => ({ at: 'engaging' }),
}

const corrected = { status: 'passive', why: 'They said so.' }

/** Deals opened, decided and taken up again, as the rules allow it; now and then a status is corrected by hand. */
function dealt(drawn: readonly (readonly [deal: number, turn: number])[]): Fact[] {
  const states = new Map<number, keyof typeof turns>()
  return drawn.map(([deal, turn], minute) => {
    const unit = deal % 2 ? 'fi' : 'se'
    const may = turns[states.get(deal) ?? 'new']
    const name = may[turn % may.length] as string
    if (turn === 5)
      return fact({ type: 'relationship.status-corrected', data: corrected, entity: `a.${unit}`, unit }, minute)
    if (name === 'won' || name === 'lost') states.set(deal, 'decided')
    else if (name !== 'changed') states.set(deal, 'open')
    const data = stated[name]?.(minute + 1) as JsonObject
    return fact({ type: `opportunity.${name}`, data, entity: `deal-${deal}`, unit }, minute)
  })
}

const deals = fc.array(fc.tuple(fc.nat({ max: 90 }), fc.nat({ max: 5 })), {
  minLength: 100,
  maxLength: 600,
  size: 'max',
})

describe('what is kept of a document', () => {
  for (const view of [...views.values()].filter((one) => one.bounded))
    it(`is enough to fold ${view.name} onto it as over the history, or the history is asked for`, () => {
      fc.assert(
        fc.property(deals, (drawn) => {
          const whole = new Map<string, object>()
          for (const one of dealt(drawn)) {
            const key = keyOf(view, one) as string
            const before = whole.get(key)
            const after = next(view, before, one) as object
            whole.set(key, after)
            const onto = before && foldedOnto(view, boundedBy(view, before), one)
            if (onto) expect(boundedBy(view, onto)).toEqual(boundedBy(view, after))
          }
        }),
        { ...inTime, numRuns: 20 },
      )
    })
})

/** Nothing where the history is asked for. */
function foldedOnto(view: View, kept: object, one: Fact): object | undefined {
  try {
    return next(view, kept, one)
  } catch (error) {
    if (error instanceof HistoryNeeded) return undefined
    throw error
  }
}
