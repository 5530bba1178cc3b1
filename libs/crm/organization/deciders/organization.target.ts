/** What imports make of the organization: subsidiaries, selling units, members, products and rates, under readable codes. */

import { defineTarget, type Making, type RecordStep } from '#imports'
import type { JsonObject } from '#kernel'

/** Roles that are held in one's own unit; the others are held in the whole group. */
const rolesOfUnits = new Set(['member', 'manager', 'integration'])

function roleGranted({ record, body, id, occurred }: Making): RecordStep[] {
  const { role } = record.fields
  const granting = {
    category: 'member',
    id,
    command: 'grant',
    declared: new Set(['role', 'unit']),
    occurred,
    raises: 'member.role-granted',
    change: { by: 'replacing' } as const,
    leaving: { command: 'withdraw', raises: 'member.role-withdrawn', body: (said: JsonObject) => said },
    part: 'role',
  }
  if (typeof role !== 'string') return record.declared.includes('role') ? [{ ...granting, body: {}, gone: true }] : []
  return [{ ...granting, body: rolesOfUnits.has(role) ? { role, unit: body.unit ?? '' } : { role } }]
}

/** Sources whose names differ in case or punctuation alone are two. */
function sourceCode(source: string, ids: Making['ids']): string {
  const code = ids.code([source])
  return code === source ? code : `${code}-${ids.suffix('rate', [source])}`
}

export const organizationTargets = [
  defineTarget({
    target: 'subsidiary',
    naming: 'slug',
    category: 'subsidiary',
    command: 'open',
    raises: 'subsidiary.opened',
    change: { by: 'restating' },
    ends: { command: 'close', raises: 'subsidiary.closed' },
  }),
  defineTarget({
    target: 'unit',
    naming: 'slug',
    category: 'unit',
    command: 'open',
    raises: 'unit.opened',
    change: { by: 'restating' },
    ends: { command: 'close', raises: 'unit.closed' },
  }),
  defineTarget({
    target: 'member',
    // A login is a code; a full name is not, and must not stand in the name of a stream.
    naming: 'code',
    category: 'member',
    command: 'join',
    raises: 'member.joined',
    change: { by: 'fields', command: 'change', raises: 'member.changed' },
    ends: { command: 'leave', raises: 'member.left' },
    extra: { role: { kind: 'choice', choices: ['member', 'manager', 'steward', 'group', 'auditor'] } },
    more: roleGranted,
  }),
  defineTarget({
    target: 'product',
    naming: 'slug',
    category: 'product',
    command: 'list',
    raises: 'product.listed',
    change: { by: 'fields', command: 'change', raises: 'product.changed' },
    ends: { command: 'withdraw', raises: 'product.withdrawn' },
  }),
  defineTarget({
    target: 'rate',
    category: 'rates',
    command: 'publish',
    raises: 'rates.published',
    change: { by: 'restating' },
    placed: { by: ['day'], types: ['rates.published'] },
    extra: {
      currency: { kind: 'label', required: true },
      toGroup: { kind: 'decimal', digits: 9, required: true },
    },
    // A stream for each source and day stays short.
    id: ({ ids, body, source }) => `${sourceCode(source, ids)}.${String(body.day)}`,
    body: ({ record: { fields }, body }) => ({
      ...body,
      rates: [{ currency: String(fields.currency), toGroup: String(fields.toGroup) }],
    }),
  }),
]
