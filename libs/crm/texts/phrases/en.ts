/** English sentences. */
import { begun, type Phrases, type Place } from './phrases.js'

const where = ({ name, isCountry }: Place): string => (isCountry ? `in ${name}` : `with ${name}`)
const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`)

export const en: Phrases = {
  notShown: 'This is not yours to see.',
  stopped: (day) =>
    `What was recorded on ${day} cannot be read by this version of the program: this shows what was known before it.`,
  month: (name) => name,
  stands: ({ stage, place, since }) => `${stage} ${where(place)} since ${since}`,
  ended: ({ place, since }) => `ended ${where(place)} in ${since}`,
  inactive: ({ place, status, months }) =>
    months < 1
      ? `${status} ${where(place)} since this month`
      : `${status} ${where(place)} for ${months} ${months === 1 ? 'month' : 'months'}`,
  noRelationship: 'no unit has a relationship with this customer yet',
  notKnownYet: 'nothing was known of this customer yet',
  moved: ({ place, from, stage, day }) => begun(`${where(place)} from ${from} to ${stage} on ${day}`),
  takenUpAgain: ({ place, ended, again }) => begun(`${where(place)}: ended on ${ended}, taken up again on ${again}`),
  statusIs: ({ place, status }) => begun(`${where(place)}: ${status}`),
  ledBy: ({ name, isCountry }) => (isCountry ? `Led in ${name} by` : `${name}: led by`),
  offeredTo: ({ name, isCountry }) => (isCountry ? `Offered in ${name} to` : `${name}: offered to`),
  nobodyLeads: (place) => `Nobody leads the relationship ${where(place)}.`,
  keyAccount: (place) => `Key account ${where(place)}.`,
  bought: ({ place, times: n, last, sum }) =>
    begun(`${where(place)}: bought ${times(n)}${sum ? `, ${sum} in all` : ''}${last ? `, last on ${last}` : ''}`),
  touched: ({ place, kind, function: by, day, times: n }) =>
    `${begun(by)} ${where(place)}: ${kind}${day ? ` on ${day}` : ''}${n > 1 ? `, ${n} touches in all` : ''}`,
  planned: ({ place, kind, day }) => `${kind} planned ${where(place)} for ${day}`,
  unsettled: ({ place, kind, day }) =>
    `${kind} ${where(place)} was set for ${day}; nobody has said whether it was held`,
  toEvaluate: ({ place, kind, day }) => `${kind} held ${where(place)} on ${day}, not evaluated yet`,
  target: ({ place, stage, by }) => `Target ${where(place)}: ${stage}${by ? ` by ${by}` : ''}`,
  passiveFrom: ({ place, day }) => `Becomes passive ${where(place)} on ${day} unless they buy before`,
  onDay: ({ what, day }) => `${what}, ${day}`,
  alsoAfterIt: ({ places }) => `Several units deal with them: ${places}.`,
  keptUsed: ({ who = 'somebody', what }) => `because ${who} has built on it since${what ? `: ${what}` : ''}`,
  keptNeeded: ({ record }) => `because ${record ?? 'something'} needs it and stays`,
  keptChanged: ({ who = 'somebody', what }) => `because ${who} has changed it since${what ? `: ${what}` : ''}`,
  keptNotAllowed: 'because you may not take it back',
}
