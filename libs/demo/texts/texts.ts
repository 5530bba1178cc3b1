/**
 * The demo's texts in five languages: what a salesperson or service technician would write or dictate.
 * Each kind of text is a list of a grammar; a context steers the words towards the customer and the time of year.
 */
import type { Random } from '../random.js'
import { goodsIn } from './goods-words.js'
import { type Grammar, hasPartFor, type TextWriting, write, writeTogether } from './grammar.js'
import { lines as deLines } from './languages/de/lines.js'
import { notes as deNotes } from './languages/de/notes.js'
import { occasions as deOccasions } from './languages/de/occasions.js'
import { posts as dePosts } from './languages/de/posts.js'
import { sectors as deSectors } from './languages/de/sectors.js'
import { words as deWords } from './languages/de/words.js'
import { lines as enLines } from './languages/en/lines.js'
import { notes as enNotes } from './languages/en/notes.js'
import { occasions as enOccasions } from './languages/en/occasions.js'
import { posts as enPosts } from './languages/en/posts.js'
import { sectors as enSectors } from './languages/en/sectors.js'
import { words as enWords } from './languages/en/words.js'
import { lines as fiLines } from './languages/fi/lines.js'
import { notes as fiNotes } from './languages/fi/notes.js'
import { occasions as fiOccasions } from './languages/fi/occasions.js'
import { posts as fiPosts } from './languages/fi/posts.js'
import { sectors as fiSectors } from './languages/fi/sectors.js'
import { words as fiWords } from './languages/fi/words.js'
import { lines as nbLines } from './languages/nb/lines.js'
import { notes as nbNotes } from './languages/nb/notes.js'
import { occasions as nbOccasions } from './languages/nb/occasions.js'
import { posts as nbPosts } from './languages/nb/posts.js'
import { sectors as nbSectors } from './languages/nb/sectors.js'
import { words as nbWords } from './languages/nb/words.js'
import { lines as svLines } from './languages/sv/lines.js'
import { notes as svNotes } from './languages/sv/notes.js'
import { occasions as svOccasions } from './languages/sv/occasions.js'
import { posts as svPosts } from './languages/sv/posts.js'
import { sectors as svSectors } from './languages/sv/sectors.js'
import { words as svWords } from './languages/sv/words.js'
import type { InventedLanguage, InventedTexts, MeetingNotes, TextContext } from './vocabulary.js'
import { inventedTopics, settings } from './vocabulary.js'

/** The grammar of each language; a list exists in all of them under one name. */
export const grammars: Readonly<Record<InventedLanguage, Grammar>> = {
  fi: { ...fiWords, ...fiSectors, ...fiPosts, ...fiNotes, ...fiLines, ...fiOccasions },
  sv: { ...svWords, ...svSectors, ...svPosts, ...svNotes, ...svLines, ...svOccasions },
  de: { ...deWords, ...deSectors, ...dePosts, ...deNotes, ...deLines, ...deOccasions },
  nb: { ...nbWords, ...nbSectors, ...nbPosts, ...nbNotes, ...nbLines, ...nbOccasions },
  en: { ...enWords, ...enSectors, ...enPosts, ...enNotes, ...enLines, ...enOccasions },
}

const seasons = ['winter', 'spring', 'summer', 'autumn'] as const
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** A writer in one language; repeated calls draw on the one stream and so vary. */
export function textsOf(language: InventedLanguage, random: Random): InventedTexts {
  const grammar = grammars[language]
  const writing = (context: TextContext = {}, kind?: string): TextWriting =>
    goodsIn({ grammar, random, tags: tagsOf(context, random, kind), told: context.told }, context)
  const text: Text = (list, context, kind) => write(writing(context, kind), list)
  const writer = (list: string) => (context?: TextContext) => text(list, context)
  return {
    visitNote: writer('visitNote'),
    phoneNote: writer('phoneNote'),
    notReached: writer('notReached'),
    quickNote: writer('quickNote'),
    action: writer('action'),
    email: (context) => {
      const [subject = '', note = ''] = writeTogether(writing(context), ['subject', 'emailSummary'])
      return { subject, note }
    },
    visit: (goal, context) => {
      const lists = ['visitGoal', 'visitNote', 'evaluationReached', 'evaluationMissed']
      const [aim = '', note = '', reached = '', missed = ''] = writeTogether(writing(context, goal), lists)
      return { goal: aim, note, reached, missed }
    },
    meetingNotes: (context) => meetingNotes(text, { topic: random.pick(inventedTopics), ...context }),
    promise: writer('promise'),
    nextStep: writer('nextStep'),
    project: (kind, context) => {
      const [name = '', what = ''] = writeTogether(writing(context, kind), ['projectName', 'project'])
      return { name, what }
    },
    whyBuys: writer('whyBuys'),
    expects: writer('expects'),
    gains: writer('gains'),
    occasion: (list, context, of) => text(list, context, of),
    tellsOf: (topic, context) => hasPartFor(writing({ ...context, topic }), 'fact'),
  }
}

type Text = (list: string, context?: TextContext, kind?: string) => string

function meetingNotes(text: Text, context: TextContext): MeetingNotes {
  return {
    situation: text('situation', context),
    goals: text('goals', context),
    challenges: text('challenges', context),
    expectations: text('expectations', context),
    nextSteps: text('nextSteps', context),
  }
}

/** In order of preference, then those that only allow or forbid a part. */
function tagsOf(context: TextContext, random: Random, kind?: string): string[] {
  const { sector = 'hospitality', setting = settings[sector], weekday, isCustomer = true, hasSites = true } = context
  const topic = context.topic ?? random.pick(inventedTopics)
  const season = context.month === undefined ? random.pick(seasons) : seasonOf(context.month)
  return [
    ...(kind === undefined ? [] : [kind]),
    ...(context.post === undefined ? [] : [context.post]),
    topic,
    ...(setting === settings[sector] ? [sector] : []),
    setting,
    season,
    context.by ?? random.pick(['we', 'they']),
    ...(weekday === undefined ? [] : [weekdays[weekday] ?? '']),
    ...(isCustomer ? ['customer'] : []),
    ...(hasSites ? ['sites'] : []),
  ]
}

function seasonOf(month: number): string {
  // December counts as winter together with January and February.
  return seasons[Math.floor((month % 12) / 3)] as string
}
