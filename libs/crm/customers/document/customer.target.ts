/** What imports make of the register: customers with parent and identifiers, and their sites. */

import { defineTarget, type Making, type RecordReference, type RecordStep } from '#imports'
import type { Fact, JsonObject, Money } from '#kernel'

/** Field of a mapping → scheme of the identifier. */
const schemes = { businessId: 'business-id', vatId: 'vat-id', duns: 'duns', lei: 'lei' } as const

function parentSet({ record, ids, id, occurred }: Making): RecordStep[] {
  const parent = record.fields.parent as RecordReference | undefined
  if (!parent && !record.declared.includes('parent')) return []
  const body: JsonObject = parent ? { parent: ids.of('customer', parent.key) } : {}
  const change = { by: 'again' } as const
  const raises = 'customer.parent-set'
  return [
    {
      category: 'customer',
      id,
      command: 'setParent',
      body,
      declared: new Set(['parent']),
      occurred,
      raises,
      change,
      leaving: { command: 'setParent', raises, body: () => ({}) },
      gone: !parent,
      late: true,
    },
  ]
}

function holderOf(facts: readonly Fact[]): string | undefined {
  const last = facts.at(-1)
  return last?.type === 'identifier.claimed' ? String(last.data.customer) : undefined
}

function identifiersClaimed({ record, id, occurred }: Making): RecordStep[] {
  return Object.entries(schemes).flatMap(([field, scheme]): RecordStep[] => {
    const value = record.fields[field]
    const claim = { category: 'identifier', command: 'claim', raises: 'identifier.claimed', part: scheme, placed: true }
    const change = { by: 'again' } as const
    if (typeof value === 'string') {
      const body = { scheme, value, customer: id }
      return [{ ...claim, body, occurred, change, holder: holderOf }]
    }
    // An identifier that is empty has no stream of its own; those claimed before are found by their marks.
    const none = { scheme, value: '', customer: id }
    return record.declared.includes(field) ? [{ ...claim, body: none, occurred, change, gone: true }] : []
  })
}

/** The register keeps an amount and its currency in two fields. */
function profileOf({ record, body }: Making): JsonObject {
  const revenue = record.fields.revenue as Money | undefined
  return revenue ? { ...body, revenueMinor: revenue.amountMinor, revenueCurrency: revenue.currency } : body
}

export const customerTargets = [
  defineTarget({
    target: 'customer',
    sent: 'customers',
    category: 'customer',
    command: 'register',
    raises: 'customer.registered',
    change: { by: 'edits', command: 'edit', raises: 'customer.profile-changed' },
    without: ['revenueMinor', 'revenueCurrency'],
    makes: { revenue: ['revenueMinor', 'revenueCurrency'] },
    extra: {
      revenue: { kind: 'money' },
      parent: { kind: 'reference', target: 'customer' },
      ...Object.fromEntries(Object.keys(schemes).map((field) => [field, { kind: 'label' } as const])),
    },
    body: profileOf,
    more: (making) => [...parentSet(making), ...identifiersClaimed(making)],
    placed: { by: Object.keys(schemes), types: ['identifier.claimed'] },
    late: ['parent'],
  }),
  defineTarget({
    target: 'site',
    sent: 'customers',
    category: 'customer',
    command: 'openSite',
    raises: 'customer.site-opened',
    change: { by: 'again', slot: 'site' },
    ends: { command: 'closeSite', raises: 'customer.site-closed', slot: 'site', body: ({ site = '' }) => ({ site }) },
    placed: { by: ['customer'], types: ['customer.site-opened'] },
    without: ['site', 'record'],
    extra: { customer: { kind: 'reference', target: 'customer', required: true } },
    id: ({ record, ids }) => ids.of('customer', (record.fields.customer as RecordReference).key),
    body: ({ record, ids, body }) => ({ ...body, site: ids.of('site', record.key) }),
  }),
]
