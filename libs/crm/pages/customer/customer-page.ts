/** A customer of ten years, understood in ten seconds: the sentence first, then the evidence. */
import {
  type Asking,
  Choice,
  definePage,
  Flag,
  Id,
  Label,
  ListOf,
  languages,
  Nested,
  Optional,
  type TextLanguage,
} from '#kernel'
import { rankOf } from '../../organization/events/group.events.js'
import { relationships } from '../../relationships/relationships.view.js'
import { eventsBehind, ShownRelationship, shownRelationship } from '../relationships/relationship-shown.js'
import { NamedUnit, Names } from '../shown/names.js'
import { factsById } from '../shown/refs.js'
import { type Subject, subjectOf } from '../shown/subject.js'
import { Difference, differencesBetween, SharedPursuit, sharedPursuits } from './sections/differences.js'
import {
  OpenOpportunity,
  OpenPromise,
  OwnProject,
  openOpportunities,
  openPromises,
  ownProjects,
  PlannedMeeting,
  plannedMeetings,
} from './sections/open-matters.js'
import { Register, registerOf } from './sections/register.js'
import { sentenceOf } from './sentence.js'

export class LanguageQuery {
  /** Of the generated sentences; the reader's own unless told. */
  @Optional() @Choice(languages) language?: TextLanguage
}

export class CustomerAnswer {
  @Id('customer') id!: string
  @Optional() @Label() name?: string
  /** The id asked for, when that record was merged into this one. */
  @Optional() @Id('customer') askedFor?: string
  /** Whether anything was known of it at the moment asked about. */
  @Flag() known!: boolean
  /** Whether the reader sees more than its name, sector and units. */
  @Flag() own!: boolean
  @Label({ max: 4000 }) sentence!: string
  @ListOf(NamedUnit) units!: NamedUnit[]
  @Optional() @Label({ max: 40 }) sector?: string
  @Optional() @Nested(Register) register?: Register
  /** Per unit, the most advanced first. */
  @Optional() @ListOf(ShownRelationship) standings?: ShownRelationship[]
  @Optional() @ListOf(OpenOpportunity, { max: 500 }) opportunities?: OpenOpportunity[]
  @Optional() @ListOf(OpenPromise, { max: 500 }) promises?: OpenPromise[]
  @Optional() @ListOf(OwnProject, { max: 500 }) projects?: OwnProject[]
  @Optional() @ListOf(PlannedMeeting) meetings?: PlannedMeeting[]
  @Optional() @ListOf(Difference) differences?: Difference[]
  @Optional() @ListOf(SharedPursuit) shared?: SharedPursuit[]
}

type Ask = Asking<LanguageQuery>

/** Relationships of a customer that the reader may see, the most advanced first. */
export async function standingsOf(ask: Asking<object>, subject: Subject, names: Names): Promise<ShownRelationship[]> {
  const { documents } = await ask.docs.find(relationships, {
    where: { column: 'customer', eq: subject.id },
    limit: 200,
  })
  const facts = await factsById(ask, subject.partition, documents.flatMap(eventsBehind))
  const inOrder = [...documents].sort((a, b) => rankOf(b.stage) - rankOf(a.stage) || (a.unit < b.unit ? -1 : 1))
  return inOrder.map((document) => shownRelationship(document, { ask, names, facts }))
}

async function whole(ask: Ask, subject: Subject, names: Names): Promise<Partial<CustomerAnswer>> {
  const { id } = subject
  const [register, standings, opportunities, promises, projects, meetings] = await Promise.all([
    registerOf(ask, subject, names),
    standingsOf(ask, subject, names),
    openOpportunities(ask, id, names),
    openPromises(ask, id, names),
    ownProjects(ask, id, names),
    plannedMeetings(ask, id, names),
  ])
  const differences = differencesBetween(standings)
  const shared = sharedPursuits({ opportunities, meetings })
  return { register, standings, opportunities, promises, projects, meetings, differences, shared }
}

export const customerPage = definePage({
  name: 'customer',
  about: 'A customer in full: a sentence, where each unit stands, the register, and what is under way.',
  route: '/customers/:id',
  query: LanguageQuery,
  answer: CustomerAnswer,
  past: { param: 'id', of: 'customer' },
  async read(ask): Promise<CustomerAnswer> {
    const subject = await subjectOf(ask, ask.params.id ?? '')
    const names = new Names(ask)
    const wording = names.wording(ask.query.language)
    const { id, asked, document, isOwn } = subject
    const parts = document && isOwn ? await whole(ask, subject, names) : {}
    const { standings = [], promises = [] } = parts
    const told = { standings, promises, now: ask.now, names, wording }
    const outlined = isOwn ? sentenceOf(told) : wording.phrases.notShown
    return ask.open({
      id,
      name: document?.name,
      askedFor: asked === id ? undefined : asked,
      known: document !== undefined,
      own: isOwn,
      sentence: document ? outlined : wording.sentence(wording.phrases.notKnownYet),
      units: (document?.units ?? []).map((unit) => names.unit(unit)),
      sector: document?.sector,
      ...parts,
    })
  },
})
