/** Swedish sentences. */
import { begun, type Phrases, type Place } from './phrases.js'

const where = ({ name, isCountry }: Place): string => (isCountry ? `i ${name}` : `hos ${name}`)
const times = (n: number): string => (n === 1 ? 'en gång' : `${n} gånger`)

export const sv: Phrases = {
  notShown: 'Du har inte behörighet att se det här.',
  stopped: (day) =>
    `Det som antecknades den ${day} kan inte läsas av denna version av programmet: här visas vad som var känt dessförinnan.`,
  month: (name) => name,
  stands: ({ stage, place, since }) => `${stage} ${where(place)} sedan ${since}`,
  ended: ({ place, since }) => `avslutad ${where(place)} i ${since}`,
  inactive: ({ place, status, months }) =>
    months < 1
      ? `${status} ${where(place)} sedan denna månad`
      : `${status} ${where(place)} i ${months} ${months === 1 ? 'månad' : 'månader'}`,
  noRelationship: 'ingen enhet har någon relation till kunden ännu',
  notKnownYet: 'inget var känt om kunden ännu',
  moved: ({ place, from, stage, day }) => begun(`${where(place)} från ${from} till ${stage} den ${day}`),
  takenUpAgain: ({ place, ended, again }) => begun(`${where(place)}: avslutad den ${ended}, återupptagen den ${again}`),
  statusIs: ({ place, status }) => begun(`${where(place)}: ${status}`),
  ledBy: (place) => `Leds ${where(place)} av`,
  offeredTo: (place) => `Erbjuden ${where(place)} till`,
  nobodyLeads: (place) => `Ingen leder relationen ${where(place)}.`,
  keyAccount: (place) => `Nyckelkund ${where(place)}.`,
  bought: ({ place, times: n, last, sum }) =>
    begun(`${where(place)}: köpt ${times(n)}${sum ? `, sammanlagt ${sum}` : ''}${last ? `, senast den ${last}` : ''}`),
  touched: ({ place, kind, function: by, day, times: n }) =>
    `${begun(by)} ${where(place)}: ${kind.toLocaleLowerCase('sv')}${day ? ` den ${day}` : ''}${n > 1 ? `, ${n} kontakter i allt` : ''}`,
  planned: ({ place, kind, day }) => `${kind} planerat ${where(place)} den ${day}`,
  unsettled: ({ place, kind, day }) =>
    `${kind} ${where(place)} var bestämt till den ${day}; ingen har sagt om det blev av`,
  toEvaluate: ({ place, kind, day }) => `${kind} ${where(place)} hölls den ${day}, ännu inte utvärderat`,
  target: ({ place, stage, by }) => `Mål ${where(place)}: ${stage}${by ? ` senast ${by}` : ''}`,
  passiveFrom: ({ place, day }) => `Blir passiv ${where(place)} den ${day} om inget köps innan`,
  onDay: ({ what, day }) => `${what}, ${day}`,
  alsoAfterIt: ({ places }) => `Flera enheter arbetar med kunden: ${places}.`,
  keptUsed: ({ who = 'någon', what }) => `eftersom ${who} har byggt vidare på det sedan dess${what ? `: ${what}` : ''}`,
  keptNeeded: ({ record }) => `eftersom ${record ?? 'något'} behöver det och står kvar`,
  keptChanged: ({ who = 'någon', what }) => `eftersom ${who} har ändrat det sedan dess${what ? `: ${what}` : ''}`,
  keptNotAllowed: 'eftersom du inte får ta tillbaka det',
}
