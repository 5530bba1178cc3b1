/** Which process of an installation serves what, so that each says of what it does not serve who does. */
import { business } from '#crm'
import { describedBySide } from '#operations'
import type { ServedElsewhere } from '#platform'

const services = ['recorder', 'projector', 'insights', 'relay'] as const
type ServiceName = (typeof services)[number]

/** What each of them serves beside whether it runs. */
export function servedBy(service: ServiceName): ServedElsewhere {
  const { recording, deriving } = describedBySide(business.registry)
  const of: Record<ServiceName, Omit<ServedElsewhere, 'service'>> = {
    recorder: { commands: true, procedures: recording },
    projector: { procedures: deriving },
    insights: { queries: true },
    relay: {},
  }
  return { service, ...of[service] }
}

/** What the others serve. */
export const servedBeside = (own: ServiceName): ServedElsewhere[] =>
  services.filter((service) => service !== own).map(servedBy)
