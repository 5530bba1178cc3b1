/** The first commands of all: the group with its rules, four subsidiaries, five selling units, sixteen members. */
import { demoUnits } from '../../people/members.js'
import { calendarInstantOf, yearsBefore } from '../plan/calendar.js'
import { systemAccount, type World } from '../plan/world.js'
import { onDay } from '../run/act.js'

interface Country {
  country: string
  currency: string
  timeZone: string
  language: string
  name: string
}

const subsidiaries: Readonly<Record<string, Country>> = {
  fi: { country: 'FI', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi', name: 'Kylmätila Oy' },
  se: { country: 'SE', currency: 'SEK', timeZone: 'Europe/Stockholm', language: 'sv', name: 'Kylmätila Sverige AB' },
  de: { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'de', name: 'Kylmätila Deutschland GmbH' },
  no: { country: 'NO', currency: 'NOK', timeZone: 'Europe/Oslo', language: 'nb', name: 'Kylmätila Norge AS' },
}

const units: Readonly<Record<(typeof demoUnits)[number], object>> = {
  'fi-foodservice': { subsidiary: 'fi', name: 'Ammattikeittiöt', brand: 'Hallaris' },
  'fi-lab': { subsidiary: 'fi', name: 'Laboratoriot', brand: 'Kryolin' },
  se: { subsidiary: 'se', name: 'Sverige' },
  de: { subsidiary: 'de', name: 'Deutschland' },
  no: { subsidiary: 'no', name: 'Norge' },
}

const businessHours = { days: ['mon', 'tue', 'wed', 'thu', 'fri'], opensMinute: 8 * 60, closesMinute: 16 * 60 + 30 }

const wanted = (targets: Readonly<Record<string, number>>) =>
  Object.entries(targets).map(([unit, target]) => ({ unit, target }))

/** Steps without a name are called as Kumppani calls them, in the language of whoever reads. */
const ladder: readonly { stage: string; target?: number; units?: { unit: string; target: number }[] }[] = [
  { stage: 'identified' },
  { stage: 'exploratory', target: 24 },
  { stage: 'basic', target: 18, units: wanted({ 'fi-foodservice': 8, 'fi-lab': 5, se: 4 }) },
  { stage: 'cooperative', target: 12, units: wanted({ 'fi-foodservice': 6, 'fi-lab': 3, se: 3 }) },
  { stage: 'interdependent', target: 6, units: wanted({ 'fi-foodservice': 3, 'fi-lab': 1, se: 2 }) },
  { stage: 'integrated', target: 1 },
]

const minutesOfFounding = 4 * 60

/** All founding facts hold since ten years before, so that nothing recorded late lies ahead of them. */
export function foundGroup({ agenda, first, colleagues }: World): void {
  const since = onDay(yearsBefore(first, 10))
  let minute = minutesOfFounding
  const found = ([category, command]: readonly [string, string], id: string, body: object) =>
    agenda.say({
      at: calendarInstantOf(first, minute++),
      occurred: since,
      as: systemAccount,
      category,
      command,
      id,
      body,
    })
  const group = { name: 'Kylmätila', currency: 'EUR', timeZone: 'Europe/Helsinki', language: 'fi', simulated: true }
  found(['group', 'found'], 'group', group)
  found(['group', 'setLadder'], 'group', { steps: ladder })
  found(['group', 'setLifeCycle'], 'group', { passiveAfterMonths: 18, lostAfterMonths: 36 })
  found(['group', 'setHistory'], 'group', { history: 'shared' })
  found(['group', 'setOwningSystem'], 'group', {
    fieldGroup: 'address',
    system: 'erp',
    why: 'Invoices are sent from there',
  })
  for (const [id, subsidiary] of Object.entries(subsidiaries))
    found(['subsidiary', 'open'], id, { ...subsidiary, businessHours })
  for (const id of demoUnits) found(['unit', 'open'], id, units[id])
  for (const { id, key, name, function: works, unit, language, role } of colleagues) {
    const joined = {
      name,
      mail: `${key}@kylmatila.example`,
      function: works,
      unit,
      language,
      leads: role === 'manager',
    }
    found(['member', 'join'], id, joined)
    found(['member', 'grant'], id, role === 'member' || role === 'manager' ? { role, unit } : { role })
  }
}

/** A year and two later the group adjusts itself: another name for a unit, a new leader, other targets. */
export function reviseGroup({ agenda, workdays }: World): void {
  const revise = (share: number, [category, command, id]: readonly [string, string, string], body: object) => {
    const day = workdays[Math.floor(workdays.length * share)] ?? agenda.end
    agenda.say({ at: agenda.momentOf(day), as: 'noora', category, command, id, body })
  }
  revise(0.35, ['unit', 'rename', 'de'], { name: 'Deutschland und Österreich' })
  revise(0.4, ['member', 'change', 'riikka'], { leads: true })
  const raised = ladder.map((step) => (step.target === undefined ? step : { ...step, target: step.target + 2 }))
  revise(0.66, ['group', 'setLadder', 'group'], { steps: raised })
}
