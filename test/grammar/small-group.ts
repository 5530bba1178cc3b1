/** A small group for specs of rules: Finland and Sweden, a few members, one product, one rate. */
import { business } from '#crm/business.js'
import { productEvents, ratesEvents } from '#crm/organization/events/catalogues.events.js'
import { groupEvents } from '#crm/organization/events/group.events.js'
import { memberEvents } from '#crm/organization/events/member.events.js'
import { subsidiaryEvents, unitEvents } from '#crm/organization/events/unit.events.js'
import { ReferenceHolder, type Role } from '#kernel'
import { type Given, type Happening, happened, recordedEvents } from './happened.js'

const always = (draft: Parameters<typeof happened>[0], id: string): Happening =>
  happened(draft).of(id).by('system:test').occurred('').filed({ customers: [] })

const employed = (id: string, unit: string, role: Role): Happening[] => [
  always(memberEvents.joined({ name: `Name of ${id}`, function: 'sales', unit, language: 'fi' }), id),
  always(memberEvents.roleGranted(role === 'member' || role === 'manager' ? { role, unit } : { role }), id),
]

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

/** Units fi and se; members aino and eero (manager) in fi, bengt in se; stella a steward. */
const smallGroup: readonly Given[] = [
  always(
    groupEvents.founded({ name: 'Test Group', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' }),
    'group',
  ),
  always(
    subsidiaryEvents.opened({
      name: 'FI',
      country: 'FI',
      currency: 'EUR',
      timeZone: 'Europe/Helsinki',
      language: 'fi',
      businessHours: { days: [...weekdays], opensMinute: 480, closesMinute: 960 },
      holidays: [{ day: '2026-06-19', name: 'Juhannusaatto' }],
    }),
    'fi',
  ),
  always(
    subsidiaryEvents.opened({
      name: 'SE',
      country: 'SE',
      currency: 'SEK',
      timeZone: 'Europe/Stockholm',
      language: 'sv',
    }),
    'se',
  ),
  always(unitEvents.opened({ subsidiary: 'fi', name: 'FI' }), 'fi'),
  always(unitEvents.opened({ subsidiary: 'se', name: 'SE' }), 'se'),
  ...employed('aino', 'fi', 'member'),
  ...employed('eero', 'fi', 'manager'),
  ...employed('bengt', 'se', 'member'),
  ...employed('stella', 'fi', 'steward'),
  always(productEvents.listed({ code: 'KR-400', name: 'Cold room', line: 'Cold storage', kind: 'product' }), 'kr-400'),
  always(ratesEvents.published({ day: '2026-01-01', rates: [{ currency: 'SEK', toGroup: '0.09' }] }), 'central-bank'),
]

/** The references of the small group, and of whatever else happened in it. */
export function referencesOf(more: readonly Given[] = []): ReferenceHolder {
  const holder = new ReferenceHolder(business.registry.references)
  for (const event of recordedEvents([...smallGroup, ...more])) holder.take(event)
  return holder
}
