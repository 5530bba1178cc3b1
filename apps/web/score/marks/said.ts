/** What a mark says in words: to whoever listens, beside the pointer, and as a row of the table. */
import type { Words } from '../../components/words.js'
import { capital } from '../../components/words.js'
import type { Formats } from '../../language/formats.js'
import type { Say } from '../../language/texts.js'
import { dayAt } from '../facts/days.js'
import { dayMs, type Fact, type ScoreFacts, type Touch, type Worded } from '../facts/facts.js'
import { isKnown } from '../facts/seen.js'
import type { ScoreText } from '../texts.js'
import type { ScoreMark } from './marks.js'

/** All that words follow from. */
export interface Saying {
  say: Say<ScoreText>
  words: Words
  formats: Formats
  facts: ScoreFacts
  /** Of the group. */
  currency: string
  zone?: string
  /** What stands for an erased or a withheld value. */
  gone(value: Exclude<Worded, string>): string
}

/** A mark in words. */
export interface SaidMark {
  what: string
  unit?: string
  who?: string
  when: string
  /** When it was written down, where that was not at once. */
  recorded?: string
}

const textOf = (value: Worded | undefined, { gone }: Saying): string =>
  value === undefined ? '' : typeof value === 'string' ? value : gone(value)

const nameIn = (names: ReadonlyMap<string, Worded>, id: string | undefined, saying: Saying): string =>
  id === undefined ? saying.say('nobody') : textOf(names.get(id) ?? id, saying)

export const memberName = (id: string | undefined, saying: Saying): string => nameIn(saying.facts.members, id, saying)

export const stageWord = (stage: Worded | undefined, { words }: Saying): string =>
  typeof stage === 'string' ? words.of('stage', stage) : ''

export const moneyWord = (minor: number, { formats, currency }: Saying): string => formats.shortMoney(minor, currency)

const dayIn = (value: Worded | undefined, { formats }: Saying): string =>
  typeof value === 'string' ? formats.shortDay(value) : ''

type Sentence = (fact: Fact, saying: Saying) => string

const sentences: Readonly<Record<string, Sentence>> = {
  stage: ({ says }, saying) => saying.say('stageBegins', { stage: stageWord(says.stage, saying) }),
  status: ({ says }, { say }) => say(says.status === 'lost' ? 'lostNow' : 'passiveNow'),
  owner: ({ member }, saying) => saying.say('leads', { name: memberName(member, saying) }),
  'key-account': (_, { say }) => say('keyAccountNow'),
  target: ({ says }, saying) => {
    const stage = stageWord(says.stage, saying)
    return typeof says.by === 'string'
      ? saying.say('target', { stage, month: saying.formats.shortMonth(says.by) })
      : saying.say('targetOpen', { stage })
  },
  income: ({ minor, unvalued = '' }, { say, formats, currency }) =>
    minor === undefined
      ? say('incomeUnvalued', { currency: unvalued })
      : say('income', { amount: formats.money(minor, currency) }),
  promise: (fact, saying) => promiseSentence(fact, saying),
  plan: ({ says }, saying) =>
    saying.say('planned', {
      kind: saying.words.of('touchpoint-kind', textOf(says.kind, saying)),
      day: dayIn(says.startsAt, saying),
    }),
  project: ({ says }, saying) => {
    const status = saying.words.of('customer-project-status', textOf(says.status, saying))
    const outcome =
      typeof says.outcome === 'string' ? ` (${saying.words.of('customer-project-outcome', says.outcome)})` : ''
    return saying.say('project', { name: textOf(says.name, saying), status: status + outcome })
  },
}

/** Whether nothing has been said of the same since, as it is known by now. */
const isLast = ({ slot, at }: Fact, { facts, now }: ScoreFacts): boolean =>
  !facts.some((other) => other.slot === slot && other.at > at && isKnown(other, now))

function promiseSentence(fact: Fact, saying: Saying): string {
  const { says } = fact
  const { say, words, facts } = saying
  const isDue = typeof says.due === 'string' && Date.parse(says.due) < facts.now
  const isOverdue = says.status === 'open' && isDue && isLast(fact, facts)
  const status = isOverdue ? say('overdue') : words.of('promise-status', textOf(says.status, saying))
  const kind = capital(words.of('promise-kind', textOf(says.kind, saying)))
  const due = typeof says.due === 'string' ? `, ${say('due', { day: dayIn(says.due, saying) })}` : ''
  return say('promise', { kind, status }) + due
}

const endings: Readonly<Record<string, ScoreText>> = {
  income: 'incomeGone',
  target: 'targetGone',
  'key-account': 'keyAccountGone',
  owner: 'ownerGone',
}

/** What a fact says; of a person, whether they came or went. */
export function factSentence(fact: Fact, saying: Saying, came = fact.says.until === undefined): string {
  const ending = fact.ends ? endings[fact.line] : undefined
  if (ending) return saying.say(ending)
  if (fact.line === 'post')
    return saying.say(came ? 'came' : 'went', { name: nameIn(saying.facts.contacts, fact.contact, saying) })
  return sentences[fact.line]?.(fact, saying) ?? fact.line
}

export function touchSentence({ kind = '', function: by, by: startedBy }: Touch, { words }: Saying): string {
  const parts = [
    words.of('touchpoint-kind', kind),
    by === undefined ? '' : words.of('function', by),
    startedBy === 'private' || startedBy === 'unstated' ? '' : words.of('started-by', startedBy),
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

const directions = [
  ['they', 'they'],
  ['we-unasked', 'weUnasked'],
  ['we-asked', 'weAsked'],
  ['unstated', 'unstated'],
] as const

function countSentence(touches: readonly Touch[], { say, formats }: Saying, at: number): string {
  const sum = (by?: Touch['by']) =>
    touches.filter((touch) => by === undefined || touch.by === by).reduce((total, { count }) => total + count, 0)
  const day = formats.shortDay(new Date(Math.max(0, at)).toISOString().slice(0, 10))
  const isWeek = touches.every((touch) => touch.at - at < 7 * dayMs)
  const parts = directions.flatMap(([by, text]) => (sum(by) > 0 ? [say(text, { count: sum(by) })] : []))
  return [say(isWeek ? 'week' : 'weeks', { count: sum(), day }), ...parts].join(' · ')
}

/** As exactly as it is known. */
export function whenOf({ at, occurred }: Pick<Fact, 'at' | 'occurred'>, { say, formats, zone }: Saying): string {
  if (!Number.isFinite(at)) return say('before')
  if (occurred === undefined) return formats.shortDay(dayAt(at, zone))
  return occurred.length <= 7 ? formats.shortMonth(occurred) : formats.shortDay(occurred)
}

function recordedOf(
  { at, knownFrom }: { at: number; knownFrom: number },
  { say, formats, zone }: Saying,
): string | undefined {
  const day = dayAt(knownFrom, zone)
  const isLater = !Number.isFinite(at) || day > dayAt(at, zone)
  return isLater ? say('recorded', { day: formats.shortDay(day) }) : undefined
}

export function saidOf(mark: ScoreMark, saying: Saying): SaidMark {
  const { fact, touches = [], came } = mark
  const first = touches[0]
  const known = fact ?? first
  const isCount = touches.length > 1 || first?.isWeek === true
  const unit = saying.facts.units.find(({ id }) => id === known?.unit)?.name
  const member = fact?.line === 'owner' ? undefined : known?.member
  const what = fact
    ? factSentence(fact, saying, came)
    : first && !isCount
      ? touchSentence(first, saying)
      : countSentence(touches, saying, mark.at)
  const recorded = known && !isCount ? recordedOf(known, saying) : undefined
  return {
    what,
    ...(unit !== undefined && { unit }),
    ...(member !== undefined && { who: memberName(member, saying) }),
    when: isCount ? '' : whenOf(personAt(mark), saying),
    ...(recorded !== undefined && { recorded }),
  }
}

/** People come and go on the day that is said of them, whenever it was told. */
function personAt({ fact, at, came, touches }: ScoreMark): Pick<Fact, 'at' | 'occurred'> {
  const day = came === true ? fact?.says.since : came === false ? fact?.says.until : undefined
  if (typeof day === 'string') return { at: Date.parse(day), occurred: day }
  const occurred = fact?.occurred ?? touches?.[0]?.occurred
  return { at, ...(occurred !== undefined && { occurred }) }
}
