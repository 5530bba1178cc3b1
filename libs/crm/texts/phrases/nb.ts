/** Norwegian (bokmål) sentences. */
import { begun, type Phrases, type Place } from './phrases.js'

const where = ({ name, isCountry }: Place): string => (isCountry ? `i ${name}` : `hos ${name}`)
const times = (n: number): string => (n === 1 ? 'én gang' : `${n} ganger`)

export const nb: Phrases = {
  notShown: 'Du har ikke tilgang til dette.',
  stopped: (day) =>
    `Det som ble registrert ${day}, kan ikke leses av denne versjonen av programmet: her vises det som var kjent før det.`,
  month: (name) => name,
  stands: ({ stage, place, since }) => `${stage} ${where(place)} siden ${since}`,
  ended: ({ place, since }) => `avsluttet ${where(place)} i ${since}`,
  inactive: ({ place, status, months }) =>
    months < 1
      ? `${status} ${where(place)} siden denne måneden`
      : `${status} ${where(place)} i ${months} ${months === 1 ? 'måned' : 'måneder'}`,
  noRelationship: 'ingen enhet har noen relasjon til kunden ennå',
  notKnownYet: 'ingenting var kjent om kunden ennå',
  moved: ({ place, from, stage, day }) => begun(`${where(place)} fra ${from} til ${stage} ${day}`),
  takenUpAgain: ({ place, ended, again }) => begun(`${where(place)}: avsluttet ${ended}, gjenopptatt ${again}`),
  statusIs: ({ place, status }) => begun(`${where(place)}: ${status}`),
  ledBy: (place) => `Ledes ${where(place)} av`,
  offeredTo: (place) => `Tilbudt ${where(place)} til`,
  nobodyLeads: (place) => `Ingen leder relasjonen ${where(place)}.`,
  keyAccount: (place) => `Nøkkelkunde ${where(place)}.`,
  bought: ({ place, times: n, last, sum }) =>
    begun(`${where(place)}: kjøpt ${times(n)}${sum ? `, til sammen ${sum}` : ''}${last ? `, sist ${last}` : ''}`),
  touched: ({ place, kind, function: by, day, times: n }) =>
    `${begun(by)} ${where(place)}: ${kind.toLocaleLowerCase('nb')}${day ? ` ${day}` : ''}${n > 1 ? `, ${n} kontakter i alt` : ''}`,
  planned: ({ place, kind, day }) => `${kind} planlagt ${where(place)} ${day}`,
  unsettled: ({ place, kind, day }) =>
    `${kind} ${where(place)} var avtalt til ${day}; ingen har sagt om det ble noe av`,
  toEvaluate: ({ place, kind, day }) => `${kind} holdt ${where(place)} ${day}, ikke evaluert ennå`,
  target: ({ place, stage, by }) => `Mål ${where(place)}: ${stage}${by ? ` innen ${by}` : ''}`,
  passiveFrom: ({ place, day }) => `Blir passiv ${where(place)} ${day} om ingenting kjøpes før`,
  onDay: ({ what, day }) => `${what}, ${day}`,
  alsoAfterIt: ({ places }) => `Flere enheter arbeider med kunden: ${places}.`,
  keptUsed: ({ who = 'noen', what }) => `fordi ${who} har bygd videre på det siden${what ? `: ${what}` : ''}`,
  keptNeeded: ({ record }) => `fordi ${record ?? 'noe annet'} trenger det og blir stående`,
  keptChanged: ({ who = 'noen', what }) => `fordi ${who} har endret det siden${what ? `: ${what}` : ''}`,
  keptNotAllowed: 'fordi du ikke har lov til å ta det tilbake',
}
