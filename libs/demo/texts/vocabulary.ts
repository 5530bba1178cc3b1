/** What one may ask of the demo's texts: languages, topics, contexts and the kinds of text. */
import type { InventedSector } from '../sectors.js'

/** The languages of the user interface. */
export const textLanguages = ['fi', 'sv', 'de', 'nb', 'en'] as const
export type InventedLanguage = (typeof textLanguages)[number]

/** What a longer note is about. */
export const inventedTopics = [
  'complaint',
  'delivery',
  'service',
  'energy',
  'refrigerant',
  'records',
  'pilot',
  'project',
] as const
export type InventedTopic = (typeof inventedTopics)[number]

/** Where the equipment stands, which decides the products, places and roles that are spoken of. */
export type Setting = 'kitchen' | 'laboratory' | 'ship'

export const settings: Readonly<Record<InventedSector, Setting>> = {
  hospitality: 'kitchen',
  healthcare: 'kitchen',
  'food-service': 'kitchen',
  laboratory: 'laboratory',
  pharma: 'laboratory',
  marine: 'ship',
  retail: 'kitchen',
  education: 'kitchen',
  industry: 'kitchen',
}

/** The customer's own project. */
export const projectKinds = ['renovation', 'new-ship', 'tender'] as const
export type ProjectKind = (typeof projectKinds)[number]

/** What is known of the occasion; whatever is left out is drawn at random (sector: hospitality). */
export interface TextContext {
  sector?: InventedSector
  topic?: InventedTopic
  /** 1 to 12; phrases such as "before Easter" look ahead from it. */
  month?: number
}

/** Visit notes in the customer's own terms. */
export interface MeetingNotes {
  situation: string
  goals: string
  challenges: string
  expectations: string
  nextSteps: string
}

type Writer = (context?: TextContext) => string

/** Every kind of text. Notes end in a full stop; goals, promises, next steps, subjects and names do not. */
export interface InventedTexts {
  visitNote: Writer
  phoneNote: Writer
  emailSummary: Writer
  /** One line, as dictated in a car park. */
  quickNote: Writer
  meetingNotes: (context?: TextContext) => MeetingNotes
  visitGoal: Writer
  evaluation: (reached: boolean, context?: TextContext) => string
  promise: Writer
  nextStep: Writer
  winReason: Writer
  lossReason: Writer
  stageUpReason: Writer
  stageDownReason: Writer
  endedReason: Writer
  projectName: (kind: ProjectKind, context?: TextContext) => string
  projectDescription: (kind: ProjectKind, context?: TextContext) => string
  whyBuys: Writer
  expects: Writer
  gains: Writer
  opportunityName: Writer
  caseSubject: Writer
  caseSolution: Writer
}
