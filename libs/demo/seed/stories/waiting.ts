/** What waits on the last day: for the first member whom one signs in as, for a colleague abroad, and for the steward. */
import { storied } from '../founding/portfolio.js'
import { plusDays, workdayBefore } from '../plan/calendar.js'
import { account, colleague, type Relation, relation, type World } from '../plan/world.js'

const [seller, technician, steward] = ['aino', 'petteri', 'elina']

export function leaveWaiting(world: World): void {
  leavePromises(world)
  leaveHandover(world)
  leaveContradiction(world)
  leaveDuplicate(world)
  leaveContactTwice(world)
}

/** One due on the day itself, late, as who looks in the evening is to find it; one on the morning after. */
function leavePromises(world: World): void {
  const { end } = world
  const hotel = relation(world, storied.climbed, 'fi-foodservice')
  const merchant = relation(world, storied.merged, 'fi-foodservice')
  promise(world, hotel, { by: seller, what: 'Lähetän kylmähuoneen piirustukset ja mitat', due: `${end}T20:59:00.000Z` })
  const next = plusDays(end, 1)
  promise(world, merchant, { by: seller, what: 'Vastaan pakastehuoneen toimitusajasta', due: `${next}T06:00:00.000Z` })
  const chain = relation(world, storied.disagreeing, 'fi-foodservice')
  const [due, what] = [`${plusDays(end, 5)}T12:00:00.000Z`, 'Tarkistan keskuskeittiön kylmähuoneiden hälytysrajat']
  handOver(world, promise(world, chain, { by: technician, what, due }), { by: technician, to: seller })
}

/** Sweden's seller asks the technician to take one over. */
function leaveHandover(world: World): void {
  const caterer = relation(world, storied.shared, 'se')
  const due = `${plusDays(world.end, 6)}T12:00:00.000Z`
  const { id: by } = caterer.owner
  const made = promise(world, caterer, { by, what: 'Gå igenom kylrummen inför offerten', due })
  handOver(world, made, { by, to: colleague(world, 'mattias').id })
}

/** After all else has been planned: who leads what changes until then. */
export function leaveLast(world: World): void {
  leaveRelationship(world)
  sayGist(world)
}

/** What was noted in Norway, in a sentence for those who do not read Norwegian. */
function sayGist(world: World): void {
  const { agenda, end } = world
  const { account: hotels, unit, owner } = relation(world, storied.disagreeing, 'no')
  const said = { as: owner.id, category: 'touchpoint', id: agenda.id() }
  const note = 'Tromsø vil gjerne se et nytt tilbud til våren, men bare med fast leveringsdato.'
  const body = { customers: [hotels.id], unit, note }
  agenda.say({ ...said, at: agenda.momentOf(workdayBefore(end, 4)), command: 'record-note', body })
  const gist = 'Tromssa pyytää keväällä uutta tarjousta, mutta vain sitovalla toimituspäivällä.'
  agenda.say({ ...said, at: agenda.momentOf(workdayBefore(end, 3)), command: 'addGist', body: { gist } })
}

/** The first member leads too many, and asks the technician to lead one of them. */
function leaveRelationship({ agenda, accounts, end }: World): void {
  const led = accounts
    .flatMap(({ relations }) => relations)
    .find(({ owner, hasEnded, isStoried }) => owner.id === seller && !hasEnded && !isStoried)
  if (!led) throw new Error('demo: the first member leads nobody outside the stories')
  const why = 'Sinä käyt siellä huoltamassa ja tunnet keittiön paremmin kuin minä.'
  const records = [{ kind: 'relationship', record: led.id, to: technician, why }]
  const at = agenda.momentOf(workdayBefore(end, 2))
  agenda.say({ at, as: seller, category: 'handover', command: 'make', body: { unit: led.unit, from: seller, records } })
}

function promise(
  world: World,
  { account: { id: customer }, unit }: Relation,
  { by, what, due }: { by: string; what: string; due: string },
): string {
  const id = world.agenda.id()
  const at = world.agenda.momentOf(workdayBefore(world.end, 4))
  const body = { customer, unit, what, kind: 'promise', clock: 'calendar', due }
  world.agenda.say({ at, as: by, category: 'promise', command: 'make', id, body })
  return id
}

function handOver({ agenda, end }: World, id: string, { by, to }: { by: string; to: string }): void {
  const at = agenda.momentOf(workdayBefore(end, 1))
  agenda.say({ at, as: by, category: 'promise', command: 'handOver', id, body: { to } })
}

const bistro = 'Kaivopiha Bistro Oy'

/** The ERP knows the bistro under another name. */
function leaveContradiction(world: World): void {
  const { id, contradicted } = account(world, bistro)
  contradicted.add('name')
  const said = { fieldGroup: 'name', field: 'name', ours: bistro, theirs: 'Kaivopiha Bistro & Baari Oy', system: 'erp' }
  const at = world.agenda.momentOf(workdayBefore(world.end, 3))
  world.agenda.say({ at, as: 'system:erp', category: 'customer', command: 'contradict', id, body: said })
}

/** Name under which the technician has registered a caterer once more. */
export const secondName = 'Makumetsä Catering'
const caterer = 'Makumetsä Catering Oy'

function leaveDuplicate(world: World): void {
  const { agenda, end } = world
  const { company, id: of } = account(world, caterer)
  const id = agenda.id()
  const { city, country, sector } = company
  const said = { category: 'customer', id }
  const body = { name: secondName, city, country, sector }
  agenda.say({ ...said, at: agenda.momentOf(workdayBefore(end, 5)), as: technician, command: 'register', body })
  const suspicion = { of, because: 'name' }
  const at = agenda.momentOf(workdayBefore(end, 2))
  agenda.say({ ...said, at, as: steward, command: 'suspectDuplicate', body: suspicion })
}

/** The technician has written down once more whom the seller knows at the hotel, the last name first. */
function leaveContactTwice(world: World): void {
  const { agenda, end } = world
  const { account: hotel } = relation(world, storied.climbed, 'fi-foodservice')
  const [known] = hotel.people
  if (!known) throw new Error('demo: nobody is known at the hotel of the first story')
  const { firstName, lastName, phone, level, language } = known.contact
  const said = { as: technician, category: 'contact', id: agenda.id() }
  const day = workdayBefore(end, 6)
  const body = { name: `${lastName} ${firstName}`, phone, language }
  agenda.say({ ...said, at: agenda.momentOf(day), command: 'register', body })
  const post = { customer: hotel.id, level, since: day }
  agenda.say({ ...said, at: agenda.momentOf(workdayBefore(end, 5)), command: 'startPost', body: post })
}
