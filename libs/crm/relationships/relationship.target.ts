/** What imports make of the stages at which relationships stood. */
import { defineTarget, type RecordReference, staging } from '#imports'
import type { Fact, JsonObject } from '#kernel'

/** The stage as the facts so far leave it; the import states only where the relationship stands. */
function fromStage(facts: readonly Fact[], body: JsonObject): JsonObject | undefined {
  const last = facts.findLast(({ type }) => type === 'relationship.stage-changed' || type === 'relationship.reopened')
  const from = last?.data.to ?? last?.data.at ?? 'identified'
  return from === body.to ? undefined : { ...body, from }
}

export const relationshipTargets = [
  defineTarget({
    target: 'relationship-stage',
    category: 'relationship',
    command: 'changeStage',
    raises: 'relationship.stage-changed',
    change: staging,
    isRetold: true,
    placed: { by: ['customer', 'unit'], types: ['relationship.stage-changed'] },
    without: ['from', 'evidence'],
    extra: {
      customer: { kind: 'reference', target: 'customer', required: true },
      unit: { kind: 'reference', target: 'unit', required: true },
    },
    id: ({ record: { fields }, ids }) => {
      const [customer, unit] = [fields.customer as RecordReference, fields.unit as RecordReference]
      return `${ids.of('customer', customer.key)}.${ids.of('unit', unit.key)}`
    },
    body: ({ body, source }) => ({ why: `As it stood in ${source}.`, ...body }),
    complete: fromStage,
  }),
]
