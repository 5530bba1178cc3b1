/** What two units work on in the running program, each recorded by its own seller. */
import type { JsonObject } from '#kernel'
import { RunningProgram } from '../running-program.js'
import { csv, mapping, type Operation, operationsOf, type Records } from './requests.js'
import { roles } from './table.js'

/** What a unit works on, recorded by its own seller. */
async function recordsOf(
  program: RunningProgram,
  of: { unit: string; seller: string; name: string },
): Promise<Records> {
  const { unit, seller, name } = of
  const idOf = async (path: string, body: object, as: string) => String((await program.write(path, body, { as })).id)
  const customer = await idOf('/customers', { name }, seller)
  const shared = { customers: [customer], unit, note: `Said at ${name}.` }
  const slip = await program.write('/touchpoints/meeting', shared, { as: seller })
  const person = { level: 'operational', since: '2026-01-01', customer }
  const contact = await idOf('/contacts', { name: `Contact of ${name}`, mail: `${unit}@example.org` }, seller)
  await program.write(`/contacts/${contact}/posts`, person, { as: seller })
  const leaver = await idOf('/contacts', { name: `Leaver of ${name}` }, seller)
  await join(program, `extra-${unit}`, unit)
  const product = { code: `CR-${unit}`, name: 'Cold room', line: 'cold', kind: 'product' }
  const due = '2099-01-01T00:00:00Z'
  const promised = { customer, unit, what: 'Call back.', kind: 'promise', clock: 'calendar', due, owner: seller }
  const sale = { customer, unit, name: 'Cold rooms', profile: 'product-sale', stage: 'prospecting' }
  const project = { customer, unit, name: 'Kitchen', kind: 'renovation', what: 'All new.' }
  await program.write(`/products/p-${unit}`, product)
  await program.country(`zz-${unit}`, { country: 'EE', currency: 'EUR', timeZone: 'Europe/Tallinn', language: 'en' })
  const own = { customer, scheme: 'vat-id', value: `VAT-${unit}` }
  const identifier = await program.write('/identifiers', own, { as: seller })
  return {
    unit,
    seller,
    customer,
    contact,
    leaver,
    identifier: String(identifier.id),
    position: String(identifier.position),
    meeting: await idOf('/touchpoints/meeting', shared, seller),
    planned: await idOf('/touchpoints/plans', { ...shared, kind: 'meeting', startsAt: due }, seller),
    privateNote: await idOf(
      '/touchpoints/private-note',
      { ...shared, note: `Between us at ${name}.`, contacts: [contact] },
      seller,
    ),
    opportunity: await idOf('/opportunities', sale, seller),
    promise: await idOf('/promises', promised, seller),
    project: await idOf('/customer-projects', project, seller),
    slip: String(slip.id),
    event: String((slip.events as JsonObject[])[0]?.id),
    member: `extra-${unit}`,
    leaving: '',
    closing: `zz-${unit}`,
    product: `p-${unit}`,
    importId: await importBy(program, `starter-${unit}`, unit),
  }
}

export const join = (program: RunningProgram, id: string, unit: string) =>
  program.write(`/members/${id}`, { name: id, function: 'sales', unit, language: 'en' })

async function importBy(program: RunningProgram, as: string, unit: string): Promise<string> {
  const upload = `first-${unit}`
  const headers = { 'content-type': 'application/octet-stream' }
  await program.ask(`/uploads/${upload}/customers/customers.csv`, { as, body: csv, headers })
  const begun = await program.write('/imports', { upload, mappingName: 'old.yaml', mapping }, { as })
  return String(begun.import)
}

/** Of the role, in the unit whose records are the own ones. */
export const memberOf = (role: (typeof roles)[number]): string => (role === 'admin' ? 'only-admin' : role)

/** A group of two countries with a member of each role in the first, and records of both. */
export async function twoUnits(): Promise<{ program: RunningProgram; records: Record<'own' | 'other', Records> }> {
  const program = await RunningProgram.start()
  await program.country('fi', { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi' })
  await program.country('se', { country: 'SE', currency: 'SEK', timeZone: 'Europe/Stockholm', language: 'sv' })
  for (const role of roles) await program.member(memberOf(role), 'fi', role)
  await program.member('aino', 'fi', 'member')
  await program.member('bengt', 'se', 'member')
  for (const unit of ['fi', 'se']) await program.member(`starter-${unit}`, unit, 'manager')
  const own = await recordsOf(program, { unit: 'fi', seller: 'aino', name: 'Hotelli Aamu' })
  const other = await recordsOf(program, { unit: 'se', seller: 'bengt', name: 'Hotell Kväll' })
  return { program, records: { own, other } }
}

export async function publishedOperations(program: RunningProgram): Promise<Operation[]> {
  const document = await fetch(`${program.url}/api/openapi.json`)
  return operationsOf((await document.json()) as JsonObject)
}
