/** What members set right afterwards: notes restated, taken back, or moved to the customer they were about. */
import { workdayAfter } from '../../plan/calendar.js'
import { type Account, colleague, contextOf, type World } from '../../plan/world.js'
import { type Act, isAmendment, onDay } from '../../run/act.js'

/** Shares of the touchpoints recorded; chosen for the demo. */
const share = { restated: 0.012, retracted: 0.003, moved: 0.003 }

interface Noted {
  act: Act
  account: Account
  body: { note: string; customers: string[]; unit: string; contacts?: string[] }
}

/** Goes through everything that was noted and has some of it corrected days later. */
export function correctSome(world: World): void {
  for (const noted of notedIn(world)) {
    const chance = world.random.next()
    if (chance < share.restated) restate(world, noted)
    else if (chance < share.restated + share.retracted) retract(world, noted)
    else if (chance < share.restated + share.retracted + share.moved) move(world, noted)
  }
}

/** Acts of stories stay as they are told. */
function notedIn({ agenda, accounts, relations }: World): Noted[] {
  const storied = new Set(relations.filter(({ isStoried }) => isStoried).map(({ account }) => account))
  const byId = new Map(accounts.filter((one) => !storied.has(one)).map((one) => [one.id, one]))
  return agenda.steps.flatMap((act) => {
    if (isAmendment(act) || !/^touchpoint (record|hold)-(?!private)/.test(`${act.category} ${act.command}`)) return []
    const body = act.body as Noted['body']
    const account = typeof body.note === 'string' ? byId.get(body.customers[0] ?? '') : undefined
    return account ? [{ act, body, account }] : []
  })
}

const correctedOn = ({ agenda, random }: World, { act }: Noted): string =>
  agenda.momentOf(workdayAfter(act.at.slice(0, 10), random.int(1, 9)))

function restate(world: World, noted: Noted): void {
  const { act, body } = noted
  const at = correctedOn(world, noted)
  const { note, because } = mended(world, noted)
  const isAnotherDay = world.random.chance(0.25) && act.command.startsWith('record-')
  world.agenda.amend({
    at,
    as: act.as,
    of: act,
    body: isAnotherDay ? body : { ...body, note },
    because: isAnotherDay ? becauseOf(world, act).day : because,
    ...(isAnotherDay ? { occurred: onDay(workdayAfter(act.at.slice(0, 10), -3)) } : {}),
  })
}

/** The same note with another number; or with what was left out, where it holds none. */
function mended(world: World, { act, body, account }: Noted): { note: string; because: string } {
  const reasons = becauseOf(world, act)
  const [number] = /\d+/.exec(body.note) ?? []
  const texts = world.notes.in(colleague(world, act.as).language)
  const relation = account.relations.find(({ unit }) => unit === body.unit)
  const mend = (): string =>
    number === undefined
      ? `${body.note} ${texts.action(relation && contextOf(relation, act.at.slice(0, 10)))}`
      : body.note.replace(number, String(Number(number) + stepOf(number)))
  return {
    note: world.notes.fresh(account, act.at.slice(0, 10), mend, (note) => [note]),
    because: number === undefined ? reasons.left : reasons.number,
  }
}

/** What was rounded stays round. */
const stepOf = (number: string): number => (number.endsWith('00') ? 100 : number.endsWith('0') ? 10 : 1)

/** Only what was recorded at once: nothing else hangs on it. */
function retract(world: World, noted: Noted): void {
  const { act } = noted
  if (!act.command.startsWith('record-')) return
  world.agenda.amend({ at: correctedOn(world, noted), as: act.as, of: act, because: becauseOf(world, act).twice })
}

function move(world: World, noted: Noted): void {
  const { act, body, account: from } = noted
  const day = act.at.slice(0, 10)
  const others = world.relations.filter(
    (one) =>
      one.unit === body.unit &&
      one.account !== from &&
      one.account.company.sector === from.company.sector &&
      one.account.from <= day &&
      !one.isStoried &&
      !one.hasEnded,
  )
  if (others.length === 0) return
  const to = world.random.pick(others).account
  if (!act.command.startsWith('record-') || !world.notes.claim(to, body.note, day)) return
  const { contacts: _, ...rest } = body
  world.agenda.amend({
    at: correctedOn(world, noted),
    as: act.as,
    of: act,
    body: { ...rest, customers: [to.id] },
    because: becauseOf(world, act).customer,
  })
}

const reasons = {
  fi: {
    number: 'Kirjoitin väärän luvun.',
    left: 'Jotain jäi kirjaamatta.',
    day: 'Päivä oli väärä.',
    twice: 'Kirjattu kahdesti.',
    customer: 'Väärä asiakas.',
  },
  sv: {
    number: 'Jag skrev fel siffra.',
    left: 'Något föll bort.',
    day: 'Fel dag.',
    twice: 'Noterat två gånger.',
    customer: 'Fel kund.',
  },
  de: {
    number: 'Falsche Zahl notiert.',
    left: 'Etwas hatte gefehlt.',
    day: 'Der Tag stimmte nicht.',
    twice: 'Doppelt erfasst.',
    customer: 'Falscher Kunde.',
  },
  nb: {
    number: 'Jeg skrev feil tall.',
    left: 'Noe falt ut.',
    day: 'Feil dag.',
    twice: 'Notert to ganger.',
    customer: 'Feil kunde.',
  },
  en: {
    number: 'I wrote the wrong number.',
    left: 'Something was left out.',
    day: 'It was another day.',
    twice: 'Recorded twice.',
    customer: 'Wrong customer.',
  },
} as const

const becauseOf = (world: World, act: Act) => reasons[colleague(world, act.as).language]
