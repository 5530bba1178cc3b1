/** Targets of the register: customers with parent and identifiers, their sites, their contacts. */

import { defineTarget, type Making, type RecordReference, type RecordStep } from '#imports'
import type { Fact, JsonObject, Money } from '#kernel'

/** Field of a mapping → scheme of the identifier. */
const schemes = { businessId: 'business-id', vatId: 'vat-id', duns: 'duns', lei: 'lei' } as const

function parentSet({ record, ids, id, occurred }: Making): RecordStep[] {
  const parent = record.fields.parent as RecordReference | undefined
  if (!parent) return []
  const body = { parent: ids.of('customer', parent.key) }
  const change = { by: 'again' } as const
  return [
    {
      category: 'customer',
      id,
      command: 'setParent',
      body,
      occurred,
      raises: 'customer.parent-set',
      change,
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
    if (typeof value !== 'string') return []
    const body = { scheme, value, customer: id }
    const change = { by: 'again' } as const
    const raises = 'identifier.claimed'
    return [
      { category: 'identifier', command: 'claim', body, occurred, raises, change, part: scheme, holder: holderOf },
    ]
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
    late: ['parent'],
  }),
  defineTarget({
    target: 'site',
    category: 'customer',
    command: 'openSite',
    raises: 'customer.site-opened',
    change: { by: 'again', slot: 'site' },
    without: ['site', 'record'],
    extra: { customer: { kind: 'reference', target: 'customer', required: true } },
    id: ({ record, ids }) => ids.of('customer', (record.fields.customer as RecordReference).key),
    body: ({ record, ids, body }) => ({ ...body, site: ids.of('site', record.key) }),
  }),
  defineTarget({
    target: 'contact',
    category: 'contact',
    command: 'register',
    raises: 'contact.registered',
    change: { by: 'edits', command: 'edit', raises: 'contact.changed' },
  }),
  defineTarget({
    target: 'post',
    category: 'contact',
    command: 'startPost',
    raises: 'contact.post-started',
    change: { by: 'moving', slot: 'customer', end: 'endPost' },
    extra: { contact: { kind: 'reference', target: 'contact', required: true } },
    id: ({ record, ids }) => ids.of('contact', (record.fields.contact as RecordReference).key),
  }),
]
