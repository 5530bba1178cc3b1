/**
 * The demo's texts in five languages: what a salesperson or service technician would write or dictate.
 * Each kind of text is a list of a grammar; a context steers the words towards the customer and the time of year.
 */
import type { Random } from '../random.js'
import { type Grammar, write } from './grammar.js'
import { lines as deLines } from './languages/de/lines.js'
import { notes as deNotes } from './languages/de/notes.js'
import { words as deWords } from './languages/de/words.js'
import { lines as enLines } from './languages/en/lines.js'
import { notes as enNotes } from './languages/en/notes.js'
import { words as enWords } from './languages/en/words.js'
import { lines as fiLines } from './languages/fi/lines.js'
import { notes as fiNotes } from './languages/fi/notes.js'
import { words as fiWords } from './languages/fi/words.js'
import { lines as nbLines } from './languages/nb/lines.js'
import { notes as nbNotes } from './languages/nb/notes.js'
import { words as nbWords } from './languages/nb/words.js'
import { lines as svLines } from './languages/sv/lines.js'
import { notes as svNotes } from './languages/sv/notes.js'
import { words as svWords } from './languages/sv/words.js'
import type { InventedLanguage, InventedTexts, MeetingNotes, Setting, TextContext } from './vocabulary.js'
import { inventedTopics, settings } from './vocabulary.js'

/** The grammar of each language; a list exists in all of them under one name. */
export const grammars: Readonly<Record<InventedLanguage, Grammar>> = {
  fi: { ...fiWords, ...fiNotes, ...fiLines },
  sv: { ...svWords, ...svNotes, ...svLines },
  de: { ...deWords, ...deNotes, ...deLines },
  nb: { ...nbWords, ...nbNotes, ...nbLines },
  en: { ...enWords, ...enNotes, ...enLines },
}

const seasons = ['winter', 'spring', 'summer', 'autumn'] as const

/** A writer in one language; repeated calls draw on the one stream and so vary. */
export function textsOf(language: InventedLanguage, random: Random): InventedTexts {
  const grammar = grammars[language]
  const text = (list: string, context: TextContext = {}, kind?: string) =>
    write({ grammar, random, tags: tagsOf(context, random, kind) }, list)
  const writer = (list: string) => (context?: TextContext) => text(list, context)
  return {
    visitNote: writer('visitNote'),
    phoneNote: writer('phoneNote'),
    emailSummary: writer('emailSummary'),
    quickNote: writer('quickNote'),
    meetingNotes: (context) => meetingNotes(text, { topic: random.pick(inventedTopics), ...context }),
    visitGoal: writer('visitGoal'),
    evaluation: (reached, context) => text(reached ? 'evaluationReached' : 'evaluationMissed', context),
    promise: writer('promise'),
    nextStep: writer('nextStep'),
    winReason: writer('winReason'),
    lossReason: writer('lossReason'),
    stageUpReason: writer('stageUpReason'),
    stageDownReason: writer('stageDownReason'),
    endedReason: writer('endedReason'),
    projectName: (kind, context) => text('projectName', context, kind),
    projectDescription: (kind, context) => text('project', context, kind),
    whyBuys: writer('whyBuys'),
    expects: writer('expects'),
    gains: writer('gains'),
    opportunityName: writer('opportunityName'),
    caseSubject: writer('caseSubject'),
    caseSolution: writer('caseSolution'),
  }
}

function meetingNotes(text: (list: string, context: TextContext) => string, context: TextContext): MeetingNotes {
  return {
    situation: text('situation', context),
    goals: text('goals', context),
    challenges: text('challenges', context),
    expectations: text('expectations', context),
    nextSteps: text('nextSteps', context),
  }
}

function tagsOf(context: TextContext, random: Random, kind?: string): string[] {
  const setting: Setting = settings[context.sector ?? 'hospitality']
  const topic = context.topic ?? random.pick(inventedTopics)
  const season = context.month === undefined ? random.pick(seasons) : seasonOf(context.month)
  return [...(kind === undefined ? [] : [kind]), topic, setting, season]
}

function seasonOf(month: number): string {
  // December counts as winter together with January and February.
  return seasons[Math.floor((month % 12) / 3)] as string
}
