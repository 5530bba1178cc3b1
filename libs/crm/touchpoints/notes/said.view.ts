/** What did the customer last say to a unit of its situation, goals, challenges, expectations and plans, in its own terms? */
import { type AnyFact, defineView, type Fact, type Guarded, timeStatedBy, unchanged } from '#kernel'
import type { Encounter } from '../encounter.events.js'
import { privateTypes, touchpointEvents } from '../touchpoint.events.js'

const saidTopics = ['currentSituation', 'goals', 'challenges', 'expectations', 'nextSteps', 'promisesMade'] as const
export type SaidTopic = (typeof saidTopics)[number]

export interface Saying {
  topic: SaidTopic
  text: Guarded<string>
  at: string
  /** The day where its unit is, or the month that was stated. */
  on?: string
  /** Id of the event that states it. */
  event: string
}

export interface SaidDocument {
  customer: string
  unit: string
  /** The latest last; as many as a brief shows of each topic. */
  sayings: Saying[]
}

const shownPerTopic = 2

type Doc = SaidDocument

const isSaid = ({ type, data }: AnyFact): boolean =>
  !privateTypes.has(type) && (data as Pick<Encounter, 'notes'>).notes !== undefined

/** Of each topic the last ones, as many as a brief shows. */
const lastOf = (sayings: readonly Saying[]): Saying[] =>
  sayings.filter(
    ({ topic }, place) => sayings.slice(place + 1).filter((later) => later.topic === topic).length < shownPerTopic,
  )

/** What several units were told, as if one had been. */
export const toldTogether = (documents: readonly SaidDocument[]): Saying[] =>
  lastOf(documents.flatMap(({ sayings }) => sayings).sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))))

function said(doc: Doc | undefined, fact: Fact<string, Pick<Encounter, 'notes'>>): Doc {
  const { customer, unit = '', data } = fact
  const { notes = {} } = data
  const { on } = timeStatedBy(fact)
  const told = saidTopics.flatMap((topic): Saying[] => {
    const text = notes[topic]
    return text === undefined ? [] : [{ topic, text, at: fact.at, on, event: fact.id }]
  })
  return { customer, unit, sayings: lastOf([...(doc?.sayings ?? []), ...told]) }
}

export const saidView = defineView<Doc>()({
  name: 'said',
  version: 4,
  keyedBy: 'unit',
  of: [touchpointEvents],
  on: {
    'touchpoint.planned': unchanged,
    'touchpoint.moved': unchanged,
    'touchpoint.cancelled': unchanged,
    'touchpoint.evaluated': unchanged,
    'touchpoint.structured': said,
    'touchpoint.gist-added': unchanged,
    'touchpoint.kept-private': unchanged,
    'touchpoint.handover-offered': unchanged,
    'touchpoint.handover-accepted': unchanged,
    'touchpoint.handover-declined': unchanged,
  },
  categories: { touchpoint: said },
  concerns: isSaid,
  columns: { customer: 'id', unit: 'id' },
  indexes: [['customer']],
})
