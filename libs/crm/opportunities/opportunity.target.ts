/** What imports make of opportunities, and of what becomes of them. */
import { defineTarget, type RecordReference, staging, type TargetDeclaration } from '#imports'
import type { Fact, Json, JsonObject } from '#kernel'

const restating = { by: 'restating' } as const

/** What happens to an opportunity: its key is the opportunity's, or its own where the opportunity is a field. */
const turn = (name: string, command: string, raises: string, further: Partial<TargetDeclaration> = {}) =>
  defineTarget({
    target: `opportunity-${name}`,
    sent: 'opportunities',
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

export const opportunityTargets = [
  defineTarget({
    target: 'opportunity',
    sent: 'opportunities',
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
    ends: {
      command: 'lose',
      raises: 'opportunity.lost',
      over: ['opportunity.won'],
      body: (_, source) => ({ why: `${source} has it no longer.` }),
    },
  }),
  turn('stage', 'changeStage', 'opportunity.stage-changed', { change: staging, isRetold: true }),
  turn('won', 'win', 'opportunity.won', { fills: hopedFor }),
  turn('lost', 'lose', 'opportunity.lost'),
]
