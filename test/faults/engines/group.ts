/** The small group that the load is recorded for, founded over the interface: units, those who write, customers. */
import { administrator, type Fleet } from './running/fleet.js'

const callers = 8
const units = ['fi', 'se']
const customers = 24
const place = { currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'en' }

export interface Group {
  /** Members, one caller each. */
  members: readonly string[]
  unitOf(caller: number): string
  customers: readonly string[]
}

const unitOf = (caller: number): string => units[caller % units.length] as string

export async function foundGroup(fleet: Fleet): Promise<Group> {
  for (const unit of units) {
    await fleet.write(`/subsidiaries/${unit}`, { name: unit, country: unit.toUpperCase(), ...place })
    await fleet.write(`/units/${unit}`, { subsidiary: unit, name: unit })
  }
  const members = Array.from({ length: callers }, (_, at) => `writer-${at}`)
  for (const [at, member] of members.entries()) {
    const unit = unitOf(at)
    await fleet.write(`/members/${member}`, { name: `Writer ${at}`, function: 'sales', unit, language: 'en' })
    await fleet.write(`/members/${member}/roles`, { role: 'member', unit })
    await fleet.write(`/members/${member}/roles`, { role: 'group' })
  }
  await fleet.write(`/members/${administrator}/roles`, { role: 'group' })
  const registered: string[] = []
  for (let at = 0; at < customers; at++) {
    const { id } = await fleet.write('/customers', { name: `Customer ${at}` }, members[at % callers])
    registered.push(String(id))
  }
  return { members, unitOf, customers: registered }
}
