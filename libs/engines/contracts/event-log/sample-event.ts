/** Events for specs and measurements of logs: their shape is real, their content is made up. */
import { randomUUID } from 'node:crypto'
import type { NewEvent } from '#kernel'

/** About 500 bytes; `recordedAt` is the instant of recording it claims. */
export function sampleEvent(recordedAt = '2026-03-01T09:30:00.000Z'): NewEvent {
  return {
    id: randomUUID(),
    type: 'touchpoint.recorded',
    data: { kind: 'meeting', summary: 'Went through the frame agreement, "näkymä" & prices: 5 €', about: ['a1', 'b2'] },
    metadata: {
      schemaVersion: 1,
      occurredAt: recordedAt,
      occurredPrecision: 'instant',
      effectiveAt: recordedAt,
      recordedAt,
      actor: 'member-17',
      unit: 'fi',
      customers: [randomUUID()],
      contacts: [],
      commandId: randomUUID(),
      fingerprint: '0123456789abcdef0123456789abcdef',
    },
  }
}

export function sampleEvents(count: number): NewEvent[] {
  return Array.from({ length: count }, () => sampleEvent())
}
