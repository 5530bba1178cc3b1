/** What did the customer last say of its situation, goals, challenges, expectations and plans, in its own terms? */
import { type AnyFact, defineView, type Fact, type Guarded } from '#kernel'
import { type SaidTopic, saidTopics } from '../../texts/phrases/phrases.js'
import type { Encounter } from '../../touchpoints/encounter.events.js'
import { privateTypes, touchpointEvents } from '../../touchpoints/touchpoint.events.js'

export interface Saying {
  topic: SaidTopic
  text: Guarded<string>
  at: string
  /** Id of the event that states it. */
  event: string
  unit?: string
}

export interface SaidDocument {
  id: string
  /** The latest last; as many as a brief shows of each topic. */
  sayings: Saying[]
}

const keptPerTopic = 2

type Doc = SaidDocument

/** There is always a document, so that the next saying is folded onto it without the history being read. */
const present = (doc: Doc | undefined, { customer }: AnyFact): Doc => doc ?? { id: customer, sayings: [] }

function said(doc: Doc | undefined, fact: Fact<string, Pick<Encounter, 'notes'>>): Doc {
  const known = present(doc, fact)
  const { notes } = fact.data
  if (!notes || privateTypes.has(fact.type)) return known
  const told = saidTopics.flatMap((topic): Saying[] => {
    const text = notes[topic]
    return text === undefined ? [] : [{ topic, text, at: fact.at, event: fact.id, unit: fact.unit }]
  })
  const all = [...known.sayings, ...told]
  const isRecent = ({ topic }: Saying, place: number) =>
    all.slice(place + 1).filter((later) => later.topic === topic).length < keptPerTopic
  return { ...known, sayings: all.filter(isRecent) }
}

export const saidView = defineView<Doc>()({
  name: 'said',
  version: 1,
  keyedBy: 'partition',
  of: [touchpointEvents],
  on: {
    'touchpoint.planned': present,
    'touchpoint.moved': present,
    'touchpoint.cancelled': present,
    'touchpoint.evaluated': present,
    'touchpoint.structured': said,
    'touchpoint.kept-private': present,
  },
  families: { touchpoint: said },
  any: present,
})
