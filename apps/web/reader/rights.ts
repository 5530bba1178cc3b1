/** What a member may see here: what is not theirs is not offered. */
import type { Me } from '../api/questions.js'

/** Rooms of the application. */
export const allRooms = ['customers', 'relationships', 'opportunities', 'figures', 'audit'] as const
export type Room = (typeof allRooms)[number]

const readsEverywhere = ['auditor', 'group', 'steward']

/** Where each room begins. */
export const addresses: Record<Room, string> = {
  customers: '/customers',
  relationships: '/relationships',
  opportunities: '/opportunities',
  figures: '/figures',
  audit: '/audit',
}

export const hasRole = ({ roles }: Me, ...of: string[]): boolean =>
  roles.some(({ roles: mine }) => mine.some((role) => of.includes(role)))

export const isAuditor = (me: Me): boolean => hasRole(me, 'auditor')

export function roomsOf(me: Me): Room[] {
  const readsHistory = me.rights.some(({ resource }) => resource.id === 'history') || hasRole(me, ...readsEverywhere)
  const rooms: Room[] = readsHistory ? ['customers', 'relationships', 'opportunities', 'figures'] : []
  const audits = hasRole(me, 'auditor', 'admin', 'steward', 'group')
  return audits ? [...rooms, 'audit'] : rooms
}

const roomAt: Readonly<Record<string, Room>> = {
  customers: 'customers',
  contacts: 'customers',
  relationships: 'relationships',
  opportunities: 'opportunities',
  figures: 'figures',
  audit: 'audit',
}

/** The room that a page is in; none for home and for pages that there are not. */
export const roomOf = (pathname: string): Room | undefined => roomAt[pathname.split('/')[1] ?? '']

/** Units whose history a member may add to, their own first; none where they only read. */
export function unitsRecordedFor({ rights, unit }: Me): { id: string; name?: string }[] {
  const history = rights.find(({ resource }) => resource.id === 'history')
  if (!history) return []
  const others = (history.units ?? []).filter(({ id }) => id !== unit.id)
  const isOwn = history.units === undefined || others.length < history.units.length
  return isOwn ? [unit, ...others] : others
}
