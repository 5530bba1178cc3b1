/** Contact persons: registered with a post, with roles and consents; some change employer. */
import { contactWriter, type DemoContact } from '../../../people/contacts.js'
import { type InventedPost, promotionFrom } from '../../../people/posts.js'
import { calendarInstantOf, plusDays, workdayAfter } from '../../plan/calendar.js'
import type { Account, PlannedPerson, World } from '../../plan/world.js'

/** Days on which a person is at a customer, when no end is known. */
const forGood = '9999-12-31'

/** Two or more people at each customer, registered by whoever leads the relationship. */
export function registerPeople(world: World): void {
  const write = contactWriter(world.random)
  for (const account of world.accounts) {
    const count = 2 + Math.min(4, Math.floor(account.company.employees / 400))
    for (let i = 0; i < count; i++) registerPerson(world, account, write(account.company))
  }
  for (const mover of world.random.shuffle(world.accounts.flatMap(({ people }) => people.slice(2))).slice(0, 12)) {
    changeEmployer(world, mover)
  }
  for (const { people } of world.accounts) promoteOne(world, people)
}

/** Whoever was known first of those who may be promoted to a post that nobody holds, is after a while. */
function promoteOne(world: World, people: PlannedPerson[]): void {
  const held = new Set(people.map(({ contact }) => contact.post))
  for (const [index, person] of people.entries()) {
    const next = promotionFrom(person.contact.post)
    if (!next || held.has(next.kind) || person.until !== forGood) continue
    people.splice(index + 1, 0, promote(world, person, next))
    return
  }
}

/** Answers who they are from then on. */
function promote({ agenda }: World, person: PlannedPerson, next: InventedPost): PlannedPerson {
  const { account, id, from, contact } = person
  const day = workdayAfter(from, 200)
  const title = next.titles[contact.language]
  const changed = { title: { was: contact.title, is: title }, level: { was: contact.level, is: next.level } }
  agenda.say({
    at: calendarInstantOf(day, 10 * 60),
    as: account.relations[0]?.owner.id ?? '',
    category: 'contact',
    command: 'changePost',
    id,
    body: { customer: account.id, ...changed },
  })
  person.until = plusDays(day, 1)
  return {
    ...person,
    from: person.until,
    until: forGood,
    contact: { ...contact, post: next.kind, title, level: next.level },
  }
}

/** Days on which nothing about people is recorded before: customers are registered first. */
const settling = 2

function registerPerson(world: World, account: Account, contact: DemoContact): void {
  const { agenda, random } = world
  const relation = random.pick(account.relations)
  const day = workdayAfter(account.since, settling + random.int(0, 30))
  const id = agenda.id()
  const minute = random.int(7 * 60, 10 * 60)
  const say = (command: string, body: object, after: number) =>
    agenda.say({
      at: calendarInstantOf(day, minute + after),
      as: relation.owner.id,
      category: 'contact',
      command,
      id,
      body,
    })
  const name = `${contact.firstName} ${contact.lastName}`
  say('register', { name, mail: contact.email, phone: contact.phone, language: contact.language }, 0)
  const since = plusDays(day, -random.int(60, 2500))
  say('startPost', { customer: account.id, title: contact.title, level: contact.level, since }, 4)
  say('setBuyingRoles', { customer: account.id, roles: contact.buyingRoles }, 6)
  account.people.push({ id, account, contact, from: plusDays(day, 1), until: forGood })
  maybeConsent(world, { id, day, as: relation.owner.id })
}

function maybeConsent({ agenda, random }: World, { id, day, as }: { id: string; day: string; as: string }): void {
  if (!random.chance(0.4)) return
  const consent = { purpose: random.pick(['newsletter', 'events', 'surveys']), channel: 'email' }
  const said = { as, category: 'contact', id }
  const given = workdayAfter(day, random.int(5, 200))
  agenda.say({ ...said, at: agenda.momentOf(given), command: 'giveConsent', body: consent })
  if (!random.chance(0.15)) return
  const withdrawn = workdayAfter(given, random.int(30, 300))
  agenda.say({ ...said, at: agenda.momentOf(withdrawn), command: 'withdrawConsent', body: consent })
}

/** Leaves one customer and turns up at another of the same country some weeks later. */
function changeEmployer(world: World, person: PlannedPerson): void {
  const { agenda, random, accounts } = world
  const { account, contact, id } = person
  const others = accounts.filter((one) => one !== account && one.company.country === account.company.country)
  if (others.length === 0) return
  const next = random.pick(others)
  const from = [account.since, next.since].toSorted().at(-1) ?? account.since
  const day = workdayAfter(from, random.int(60, 600))
  const begins = workdayAfter(day, random.int(10, 40))
  const said = { category: 'contact', id }
  const [before, after] = [account.relations[0]?.owner.id ?? '', next.relations[0]?.owner.id ?? '']
  agenda.say({
    ...said,
    at: agenda.momentOf(day),
    as: before,
    command: 'endPost',
    body: { customer: account.id, until: day },
  })
  const post = { customer: next.id, title: contact.title, level: contact.level, since: begins }
  agenda.say({ ...said, at: agenda.momentOf(begins), as: after, command: 'startPost', body: post })
  const mail = contact.email.replace(account.company.slug, next.company.slug)
  const edit = { mail: { was: contact.email, is: mail } }
  agenda.say({ ...said, at: agenda.momentOf(workdayAfter(begins, 1)), as: after, command: 'edit', body: edit })
  person.until = day
  next.people.push({ id, account: next, contact, from: plusDays(begins, 2), until: forGood })
}
