/** German sentences. Places stand before a colon, so that names need no article. */
import { begun, type Phrases, type Place } from './phrases.js'

const at = ({ name }: Place, rest: string): string => `${name}: ${rest}`
const times = (n: number): string => (n === 1 ? 'einmal' : n === 2 ? 'zweimal' : `${n}-mal`)

export const de: Phrases = {
  notShown: 'Das dürfen Sie nicht sehen.',
  stopped: (day) =>
    `Was am ${day} festgehalten wurde, kann diese Version des Programms nicht lesen: hier steht, was davor bekannt war.`,
  month: (name) => name,
  stands: ({ stage, place, since }) => at(place, `${stage} seit ${since}`),
  ended: ({ place, since }) => at(place, `beendet im ${since}`),
  inactive: ({ place, status, months }) =>
    at(
      place,
      months < 1 ? `${status} seit diesem Monat` : `${status} seit ${months} ${months === 1 ? 'Monat' : 'Monaten'}`,
    ),
  noRelationship: 'noch keine Einheit hat eine Beziehung zu diesem Kunden',
  notKnownYet: 'über diesen Kunden war noch nichts bekannt',
  moved: ({ place, from, stage, day }) => at(place, `${from} → ${stage} am ${day}`),
  takenUpAgain: ({ place, ended, again }) => at(place, `beendet am ${ended}, wieder aufgenommen am ${again}`),
  statusIs: ({ place, status }) => at(place, status),
  ledBy: (place) => at(place, 'geführt von'),
  offeredTo: (place) => at(place, 'zur Übernahme angeboten'),
  nobodyLeads: (place) => at(place, 'niemand führt die Beziehung'),
  keyAccount: (place) => at(place, 'Schlüsselkunde'),
  bought: ({ place, times: n, last, sum }) =>
    at(place, `${times(n)} gekauft${sum ? `, zusammen ${sum}` : ''}${last ? `, zuletzt am ${last}` : ''}`),
  touched: ({ place, kind, function: by, day, times: n }) =>
    at(place, `${begun(by)}, ${kind}${day ? ` am ${day}` : ''}${n > 1 ? `, insgesamt ${n} Kontakte` : ''}`),
  planned: ({ place, kind, day }) => at(place, `${kind} geplant für den ${day}`),
  unsettled: ({ place, kind, day }) =>
    at(place, `${kind} war für den ${day} vereinbart; ob es dazu kam, hat niemand gesagt`),
  toEvaluate: ({ place, kind, day }) => at(place, `${kind} am ${day}, noch nicht ausgewertet`),
  target: ({ place, stage, by }) => at(place, `Ziel ${stage}${by ? ` bis ${by}` : ''}`),
  passiveFrom: ({ place, day }) => at(place, `wird am ${day} passiv, wenn vorher nichts gekauft wird`),
  onDay: ({ what, day }) => `${what}, ${day}`,
  alsoAfterIt: ({ places }) => `Mehrere Einheiten betreuen den Kunden: ${places}.`,
  keptUsed: ({ who = 'jemand', what }) => `weil ${who} seither darauf aufgebaut hat${what ? `: ${what}` : ''}`,
  keptNeeded: ({ record }) => `weil ${record ?? 'etwas anderes'} es braucht und bleibt`,
  keptChanged: ({ who = 'jemand', what }) => `weil ${who} es seither geändert hat${what ? `: ${what}` : ''}`,
  keptNotAllowed: 'weil Sie es nicht zurücknehmen dürfen',
}
