/** Targets of history: opportunities and their turns, stages of relationships, and every kind of touchpoint. */

import { defineTarget, type RecordReference } from '#imports'
import type { Fact, JsonObject } from '#kernel'
import { encounterEvents, touchpointEvents } from '../../touchpoints/touchpoint.events.js'

const restating = { by: 'restating' } as const

const turn = (name: string, command: string, raises: string) =>
  defineTarget({
    target: `opportunity-${name}`,
    of: 'opportunity',
    category: 'opportunity',
    command,
    raises,
    change: restating,
  })

/** The stage as the facts so far leave it; the import states only where the relationship stands. */
function fromStage(facts: readonly Fact[], body: JsonObject): JsonObject | undefined {
  const last = facts.findLast(({ type }) => type === 'relationship.stage-changed' || type === 'relationship.reopened')
  const from = last?.data.to ?? last?.data.at ?? 'identified'
  return from === body.to ? undefined : { ...body, from }
}

export const opportunityTargets = [
  defineTarget({
    target: 'opportunity',
    category: 'opportunity',
    command: 'open',
    raises: 'opportunity.opened',
    change: { by: 'edits', command: 'edit', raises: 'opportunity.changed' },
  }),
  turn('stage', 'changeStage', 'opportunity.stage-changed'),
  turn('won', 'win', 'opportunity.won'),
  turn('lost', 'lose', 'opportunity.lost'),
]

export const encounterTargets = encounterEvents.definitions.map(({ type }) => {
  const kind = type.slice(`${touchpointEvents.category}.`.length)
  return defineTarget({
    target: kind,
    category: touchpointEvents.category,
    command: `record-${kind}`,
    raises: type,
    change: restating,
  })
})

export const sellingTargets = [
  ...opportunityTargets,
  defineTarget({
    target: 'relationship-stage',
    category: 'relationship',
    command: 'changeStage',
    raises: 'relationship.stage-changed',
    change: { by: 'again' },
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
  ...encounterTargets,
]
