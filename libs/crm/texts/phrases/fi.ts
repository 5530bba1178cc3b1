/** Finnish sentences. Places stand before a colon, so that names need no case endings. */
import { begun, type Phrases, type Place } from './phrases.js'

const at = ({ name }: Place, rest: string): string => `${name}: ${rest}`
const times = (n: number): string => (n === 1 ? 'kerran' : n === 2 ? 'kahdesti' : `${n} kertaa`)

export const fi: Phrases = {
  notShown: 'Tämä ei kuulu sinun nähtäviisi.',
  stopped: (day) =>
    `Tämä ohjelmaversio ei pysty lukemaan kaikkea, mitä kirjattiin ${day}: tässä näkyy, mitä tiedettiin ennen sitä.`,
  // Every Finnish month ends in -kuu; "since" takes the elative.
  month: (name) => name.replace(/kuu(?= |$)/, 'kuusta'),
  stands: ({ stage, place, since }) => at(place, `${stage} ${since} alkaen`),
  ended: ({ place, since }) => at(place, `päättynyt, ${since}`),
  inactive: ({ place, status, months }) =>
    at(
      place,
      months < 1 ? `${status} tästä kuusta alkaen` : `${status} ${months} ${months === 1 ? 'kuukauden' : 'kuukautta'}`,
    ),
  noRelationship: 'millään yksiköllä ei ole vielä suhdetta asiakkaaseen',
  notKnownYet: 'asiakkaasta ei vielä tiedetty mitään',
  moved: ({ place, from, stage, day }) => at(place, `${from} → ${stage}, ${day}`),
  takenUpAgain: ({ place, ended, again }) => at(place, `päättynyt ${ended}, avattu uudelleen ${again}`),
  statusIs: ({ place, status }) => at(place, status),
  ledBy: (place) => at(place, 'vastuussa'),
  offeredTo: (place) => at(place, 'vastuu tarjottu'),
  nobodyLeads: (place) => at(place, 'kukaan ei ole vastuussa asiakassuhteesta'),
  keyAccount: (place) => at(place, 'avainasiakas'),
  bought: ({ place, times: n, last, sum }) =>
    at(place, `ostanut ${times(n)}${sum ? `, yhteensä ${sum}` : ''}${last ? `, viimeksi ${last}` : ''}`),
  touched: ({ place, kind, function: by, day, times: n }) =>
    at(
      place,
      `${by}, ${kind.toLocaleLowerCase('fi')}${day ? ` ${day}` : ''}${n > 1 ? `, kohtaamisia yhteensä ${n}` : ''}`,
    ),
  planned: ({ place, kind, day }) => at(place, `${kind.toLocaleLowerCase('fi')} sovittu, ${day}`),
  unsettled: ({ place, kind, day }) =>
    at(place, `${kind.toLocaleLowerCase('fi')} oli määrä pitää ${day}; kukaan ei ole kertonut, pidettiinkö se`),
  toEvaluate: ({ place, kind, day }) => at(place, `${kind.toLocaleLowerCase('fi')} pidetty ${day}, arviointi puuttuu`),
  target: ({ place, stage, by }) => at(place, `tavoitteena ${stage}${by ? `, viimeistään ${by}` : ''}`),
  passiveFrom: ({ place, day }) => at(place, `muuttuu passiiviseksi ${day}, ellei osta sitä ennen`),
  onDay: ({ what, day }) => begun(`${what}, ${day}`),
  alsoAfterIt: ({ places }) => `Asiakasta hoitaa useampi yksikkö: ${places}.`,
  keptUsed: ({ who = 'joku', what }) =>
    `koska ${who} on sen jälkeen kirjannut sen varaan${what ? `: ${what}` : ' muuta'}`,
  keptNeeded: ({ record }) => `koska ${record ?? 'jokin'} tarvitsee sitä ja jää`,
  keptChanged: ({ who = 'joku', what }) => `koska ${who} on sen jälkeen muuttanut sitä${what ? `: ${what}` : ''}`,
  keptNotAllowed: 'koska et saa perua sitä',
}
