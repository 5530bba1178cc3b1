/** Swedish sentences. */
import { begun, type Phrases, type Place } from './phrases.js'

const where = ({ name, isCountry }: Place): string => (isCountry ? `i ${name}` : `hos ${name}`)
const times = (n: number): string => (n === 1 ? 'en gång' : `${n} gånger`)

export const sv: Phrases = {
  headings: {
    standing: 'Var relationen står',
    reasons: 'Varför de köper',
    said: 'Vad de har sagt',
    purchases: 'Köp',
    opportunities: 'Öppna affärsmöjligheter',
    promises: 'Löften',
    'customer-projects': 'Deras egna projekt',
    people: 'Kontaktpersoner',
    touches: 'Senaste kontakter',
    due: 'Vad som är på gång',
    others: 'Andra enheter',
  },
  nothing: {
    standing: 'Ingen enhet har någon relation till kunden ännu.',
    reasons: 'Ingen har antecknat varför de köper, vad de väntar sig eller vad de vinner.',
    said: 'Inget de sagt om läge, mål, utmaningar, förväntningar eller planer har antecknats.',
    purchases: 'Inga köp är kända.',
    opportunities: 'Ingen öppen affärsmöjlighet är känd.',
    promises: 'Inget öppet löfte är känt.',
    'customer-projects': 'Inget är känt om egna projekt.',
    people: 'Ingen där är känd vid namn.',
    touches: 'Inga kontakter är kända.',
    due: 'Inget är planerat eller väntar.',
    others: 'Ingen annan enhet arbetar med kunden.',
  },
  notShown: 'Du har inte behörighet att se det här.',
  stopped: (day) =>
    `Det som antecknades den ${day} kan inte läsas av denna version av programmet: här visas vad som var känt dessförinnan.`,
  said: {
    currentSituation: 'Nuläge',
    goals: 'Mål',
    challenges: 'Utmaningar',
    expectations: 'Förväntningar',
    nextSteps: 'Nästa steg',
    promisesMade: 'Givna löften',
  },
  reasons: { whyBuys: 'Varför de köper', expects: 'Vad de väntar sig', gains: 'Vad de vinner' },
  month: (name) => name,
  stands: ({ stage, place, since }) => `${stage} ${where(place)} sedan ${since}`,
  ended: ({ place, since }) => `avslutad ${where(place)} i ${since}`,
  inactive: ({ place, status, months }) =>
    months < 1
      ? `${status} ${where(place)} sedan denna månad`
      : `${status} ${where(place)} i ${months} ${months === 1 ? 'månad' : 'månader'}`,
  noRelationship: 'ingen enhet har någon relation till kunden ännu',
  notKnownYet: 'inget var känt om kunden ännu',
  promises: ({ open, overdue }) => {
    const late = overdue === 0 ? '' : overdue === 1 ? ', ett försenat' : `, ${overdue} försenade`
    return `${open === 1 ? 'ett öppet löfte' : `${open} öppna löften`}${late}`
  },
  nextStep: ({ overdue }) => `nästa steg öppet${overdue ? ', försenat' : ''}`,
  moved: ({ place, from, stage, day }) => begun(`${where(place)} från ${from} till ${stage} den ${day}`),
  statusIs: ({ place, status }) => begun(`${where(place)}: ${status}`),
  ledBy: (place) => `Leds ${where(place)} av`,
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
}
