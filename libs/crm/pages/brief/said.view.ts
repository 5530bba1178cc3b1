/** What did the customer last say of its situation, goals, challenges, expectations and plans, in its own terms? */
import { defineView, type Fact, type Guarded } from '#kernel'
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

function said(doc: Doc | undefined, fact: Fact<string, Pick<Encounter, 'notes'>>): Doc | undefined {
  const { notes } = fact.data
  if (!notes || privateTypes.has(fact.type)) return doc
  const told = saidTopics.flatMap((topic): Saying[] => {
    const text = notes[topic]
    return text === undefined ? [] : [{ topic, text, at: fact.at, event: fact.id, unit: fact.unit }]
  })
  if (told.length === 0) return doc
  const all = [...(doc?.sayings ?? []), ...told]
  const isRecent = ({ topic }: Saying, place: number) =>
    all.slice(place + 1).filter((later) => later.topic === topic).length < keptPerTopic
  return { id: fact.customer, sayings: all.filter(isRecent) }
}

const unchanged = (doc: Doc | undefined): Doc | undefined => doc

export const saidView = defineView<Doc>()({
  name: 'said',
  version: 1,
  keyedBy: 'partition',
  of: [touchpointEvents],
  on: {
    'touchpoint.planned': unchanged,
    'touchpoint.moved': unchanged,
    'touchpoint.cancelled': unchanged,
    'touchpoint.evaluated': unchanged,
    'touchpoint.structured': said,
    'touchpoint.kept-private': unchanged,
  },
  families: { touchpoint: said },
})
