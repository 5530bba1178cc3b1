/** Finnish sentences. Places stand before a colon, so that names need no case endings. */
import { begun, type Phrases, type Place } from './phrases.js'

const at = ({ name }: Place, rest: string): string => `${name}: ${rest}`
const times = (n: number): string => (n === 1 ? 'kerran' : n === 2 ? 'kahdesti' : `${n} kertaa`)

export const fi: Phrases = {
  headings: {
    standing: 'Missä asiakassuhde on',
    reasons: 'Miksi he ostavat',
    said: 'Mitä he ovat sanoneet',
    purchases: 'Ostot',
    opportunities: 'Avoimet myyntimahdollisuudet',
    promises: 'Lupaukset',
    'customer-projects': 'Asiakkaan hankkeet',
    people: 'Yhteyshenkilöt',
    touches: 'Viimeisimmät kohtaamiset',
    due: 'Mitä on tulossa',
    others: 'Muut yksiköt',
  },
  nothing: {
    standing: 'Millään yksiköllä ei ole vielä suhdetta asiakkaaseen.',
    reasons: 'Kukaan ei ole kirjannut, miksi he ostavat, mitä odottavat tai mitä hyötyvät.',
    said: 'Asiakkaan omia sanoja tilanteesta, tavoitteista, haasteista, odotuksista tai aikeista ei ole kirjattu.',
    purchases: 'Ostoja ei tunneta.',
    opportunities: 'Avoimia myyntimahdollisuuksia ei tunneta.',
    promises: 'Avoimia lupauksia ei tunneta.',
    'customer-projects': 'Asiakkaan omista hankkeista ei tiedetä mitään.',
    people: 'Sieltä ei tunneta ketään nimeltä.',
    touches: 'Kohtaamisia ei tunneta.',
    due: 'Mitään ei ole sovittu eikä odottamassa.',
    others: 'Mikään muu yksikkö ei hoida asiakasta.',
  },
  notShown: 'Tämä ei kuulu sinun nähtäviisi.',
  stopped: (day) =>
    `Tämä ohjelmaversio ei pysty lukemaan kaikkea, mitä kirjattiin ${day}: tässä näkyy, mitä tiedettiin ennen sitä.`,
  said: {
    currentSituation: 'Nykytilanne',
    goals: 'Tavoitteet',
    challenges: 'Haasteet',
    expectations: 'Odotukset',
    nextSteps: 'Seuraavat askeleet',
    promisesMade: 'Annetut lupaukset',
  },
  reasons: { whyBuys: 'Miksi he ostavat', expects: 'Mitä he odottavat', gains: 'Mitä he hyötyvät' },
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
  promises: ({ open, overdue }) => {
    const late = overdue === 0 ? '' : `, ${overdue === 1 ? 'yksi' : overdue} myöhässä`
    return `${open === 1 ? 'yksi lupaus' : `${open} lupausta`} avoinna${late}`
  },
  nextStep: ({ overdue }) => `seuraava askel avoinna${overdue ? ', myöhässä' : ''}`,
  moved: ({ place, from, stage, day }) => at(place, `${from} → ${stage}, ${day}`),
  statusIs: ({ place, status }) => at(place, status),
  ledBy: (place) => at(place, 'vastuussa'),
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
}
