/** What one may ask of the demo's texts: languages, topics, contexts and the kinds of text. */
import type { InventedSector } from '../sectors.js'
import type { TextMemory } from './text-memory.js'

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

/** What a visit is for. */
export const visitGoals = [
  'hear-plans',
  'agree-pilot',
  'review-year',
  'present',
  'settle-complaint',
  'get-acquainted',
  'hear-concern',
] as const
export type VisitGoal = (typeof visitGoals)[number]

/** What somebody is at a customer. */
export const postKinds = [
  'managing-director',
  'finance-director',
  'purchasing-manager',
  'buyer',
  'facility-manager',
  'head-chef',
  'kitchen-supervisor',
  'head-of-food',
  'quality-manager',
  'laboratory-manager',
  'laboratory-engineer',
  'superintendent',
  'chief-engineer',
  'provision-master',
] as const
export type PostKind = (typeof postKinds)[number]

/** What is known of the occasion; whatever is left out is drawn at random (sector: hospitality). */
export interface TextContext {
  sector?: InventedSector
  /** That of the sector when left out. */
  setting?: Setting
  topic?: InventedTopic
  /** 1 to 12; phrases such as "before Easter" look ahead from it. */
  month?: number
  /** 0 = Sunday; nothing is put off "to Monday" on a Monday. */
  weekday?: number
  /** Of whoever is met. */
  post?: PostKind
  /** Who began the encounter, or called it off. */
  by?: 'we' | 'they'
  /** What they have been told. */
  told?: TextMemory
  /** Whether they have bought from us. */
  isCustomer?: boolean
  /** Whether they have several sites. */
  hasSites?: boolean
  /** What of ours they use, what of it is on its way and what has just come, by codes of products. */
  bought?: readonly string[]
  ordered?: readonly string[]
  delivered?: readonly string[]
  /** What of ours they have bought in the last years. */
  lately?: readonly string[]
  /** What they ask for. */
  goods?: readonly string[]
}

/** Visit notes in the customer's own terms. */
export interface MeetingNotes {
  situation: string
  goals: string
  challenges: string
  expectations: string
  nextSteps: string
}

export interface VisitTexts {
  goal: string
  note: string
  reached: string
  missed: string
}

type Writer = (context?: TextContext) => string

/** Texts by the occasion, which the second word picks: `line('lossReason', 'price')`. */
export const occasionLists = [
  'visitGoal',
  'promiseKept',
  'promiseMoved',
  'promiseWithdrawn',
  'promiseLapsed',
  'visitCancelled',
  'visitMoved',
  'winReason',
  'lossReason',
  'dealReopened',
  'projectDecided',
  'projectDropped',
  'stageUp',
  'stageDown',
  'keyAccountNamed',
  'keyAccountEnded',
  'statusCorrected',
  'endedReason',
] as const
export type OccasionList = (typeof occasionLists)[number]

/** Every kind of text. Notes end in a full stop; goals, promises, next steps, subjects and names do not. */
export interface InventedTexts {
  visitNote: Writer
  phoneNote: Writer
  /** Of a call that nobody took. */
  notReached: Writer
  /** Of one matter, from its subject to its note. */
  email: (context?: TextContext) => { subject: string; note: string }
  /** One line, as dictated in a car park. */
  quickNote: Writer
  /** What a note closes with: the next step on its topic. */
  action: Writer
  /** Of one matter, from what it is for to what came of it. */
  visit: (goal: VisitGoal, context?: TextContext) => VisitTexts
  meetingNotes: (context?: TextContext) => MeetingNotes
  promise: Writer
  nextStep: Writer
  project: (kind: ProjectKind, context?: TextContext) => { name: string; what: string }
  whyBuys: Writer
  expects: Writer
  gains: Writer
  occasion: (list: OccasionList, context?: TextContext, of?: string) => string
  /** Whether there is something to say of a topic: nobody complains of what they have not bought. */
  tellsOf: (topic: InventedTopic, context: TextContext) => boolean
}
