/** What imports make of encounters of every kind. */
import { defineTarget } from '#imports'
import { encounterEvents, touchpointEvents } from './touchpoint.events.js'

export const encounterTargets = encounterEvents.definitions.map(({ type }) => {
  const kind = type.slice(`${touchpointEvents.category}.`.length)
  return defineTarget({
    target: kind,
    sent: 'touchpoints',
    category: touchpointEvents.category,
    command: `record-${kind}`,
    raises: type,
    change: { by: 'restating' },
  })
})
