/** Targets of history: opportunities and their turns, stages of relationships, and every kind of touchpoint. */

import { defineTarget, type PlannedRecord, type RecordReference, type TargetDeclaration } from '#imports'
import type { Fact, Json, JsonObject } from '#kernel'
import { encounterEvents, touchpointEvents } from '../../touchpoints/touchpoint.events.js'

const restating = { by: 'restating' } as const

/** What happens to an opportunity: its key is the opportunity's, or its own where the opportunity is a field. */
const turn = (name: string, command: string, raises: string, further: Partial<TargetDeclaration> = {}) =>
  defineTarget({
    target: `opportunity-${name}`,
    of: 'opportunity',
    category: 'opportunity',
    command,
    raises,
    change: restating,
    extra: { opportunity: { kind: 'reference', target: 'opportunity' } },
    id: ({ record: { key, fields }, ids }) =>
      ids.of('opportunity', (fields.opportunity as RecordReference | undefined)?.key ?? key),
    placed: { by: ['opportunity'], types: [raises] },
    ...further,
  })

/** What the opportunity was worth by then, which a win takes over that says nothing of its own. */
function hopedFor(facts: readonly Fact[]): JsonObject {
  let value: Json | undefined
  for (const { type, data } of facts as readonly Fact<string, JsonObject>[]) {
    const isTerms = type === 'opportunity.opened' || type === 'opportunity.changed'
    if (isTerms && Array.isArray(data.cleared) && data.cleared.includes('value')) value = undefined
    else if (isTerms) value = data.value ?? value
  }
  if (value === undefined) return {}
  const { amountMinor, currency } = value as JsonObject
  return { value: { amountMinor: amountMinor ?? 0, currency: currency ?? '' } }
}

const isOver = (facts: readonly Fact[]): boolean => {
  const turns = ['opportunity.won', 'opportunity.lost', 'opportunity.reopened']
  const last = facts.findLast(({ type }) => turns.includes(type))
  return last !== undefined && last.type !== 'opportunity.reopened'
}

/** Of the stage at which something stands, or of one step of its history, which has a key of its own. */
const isOfHistory = ({ key, fields }: PlannedRecord): boolean => {
  const named = Object.values(fields).flatMap((value) =>
    typeof value === 'object' && 'target' in value ? (value as RecordReference).key : [],
  )
  return named.length > 0 && key.some((part) => !named.includes(part))
}

const staging = (record: PlannedRecord) => ({ by: isOfHistory(record) ? 'restating' : 'turning' }) as const

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
    change: {
      by: 'edits',
      command: 'edit',
      raises: 'opportunity.changed',
      endings: ['opportunity.won', 'opportunity.lost'],
      turns: { stage: { command: 'changeStage', raises: 'opportunity.stage-changed', as: 'to' } },
      isOver,
    },
  }),
  turn('stage', 'changeStage', 'opportunity.stage-changed', { change: staging, isRetold: true }),
  turn('won', 'win', 'opportunity.won', { fills: hopedFor }),
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
  ...encounterTargets,
]
