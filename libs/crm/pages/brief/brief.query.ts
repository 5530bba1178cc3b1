/** The visit brief: one page before a meeting, every line with what it rests on, and what is not known said. */
import {
  Choice,
  defineQuery,
  type Fact,
  Id,
  Instant,
  Label,
  ListOf,
  Nested,
  Optional,
  type QueryContext,
} from '#kernel'
import { customersView } from '../../customers/customers.view.js'
import { organization } from '../../organization/organization.reference.js'
import { languages, type TextLanguage } from '../../texts/languages.js'
import { type Topic, topics } from '../../texts/phrases/phrases.js'
import { ShownStop, shownStop } from '../../texts/stopped.js'
import type { Wording } from '../../texts/wording.js'
import { touchpointHasBegun } from '../../touchpoints/touchpoints.queries.js'
import { LanguageQuery } from '../customer/language-query.js'
import { type CustomerParts, partsOf } from '../customer/parts.js'
import { statusSentenceOf } from '../customer/sentence.js'
import { NamedCustomer, Names } from '../shown/names.js'
import { factsById } from '../shown/refs.js'
import { BriefLine, type BriefSource, linesOf } from './brief-lines.js'
import { type Saying, saidView, toldTogether } from './said.view.js'
import { Sources } from './sources.js'

export class BriefSection {
  @Choice(topics) topic!: Topic
  @Label() heading!: string
  @ListOf(BriefLine, { max: 2000 }) lines!: BriefLine[]
  /** Said instead of lines when nothing is known. */
  @Optional() @Label({ max: 500 }) nothing?: string
}

export class BriefAnswer {
  @Nested(NamedCustomer) customer!: NamedCustomer
  /** The id asked for, when that record was merged into this one. */
  @Optional() @Id('customer') askedFor?: string
  @Choice(languages) language!: TextLanguage
  /** The moment it speaks of. */
  @Instant() at!: string
  @Label({ max: 4000 }) sentence!: string
  /** Present where it cannot be read further. */
  @Optional() @Nested(ShownStop) stopped?: ShownStop
  @ListOf(BriefSection) sections!: BriefSection[]
}

function sectionOf(topic: Topic, { phrases }: Wording, source: BriefSource | undefined): BriefSection {
  const section = { topic, heading: phrases.headings[topic], lines: source ? linesOf[topic](source) : [] }
  return section.lines.length > 0 ? section : { ...section, nothing: phrases.nothing[topic] }
}

/** Without what was added to a touchpoint that is not there: restated to a later day, or taken back. */
async function saidOfWhatIsThere(
  { journals }: QueryContext<object>,
  told: readonly Saying[],
  facts: ReadonlyMap<string, Fact>,
): Promise<Saying[]> {
  const there = await Promise.all(
    told.map(async ({ event }) => {
      const fact = facts.get(event)
      if (fact?.type !== 'touchpoint.structured') return true
      return touchpointHasBegun(journals.factsOf(await journals.stream(fact.stream)))
    }),
  )
  return told.filter((_, at) => there[at])
}

/** Names of deals and projects stand inside sentences. */
const namesOpened = (ask: QueryContext<object>, parts: CustomerParts): CustomerParts => ({
  ...parts,
  opportunities: ask.open(parts.opportunities),
  projects: ask.open(parts.projects),
})

export const briefQuery = defineQuery({
  name: 'brief',
  about: 'A visit brief: where the relationship stands, what they said, what is open, who is who, what is due.',
  route: '/customers/:id/brief',
  query: LanguageQuery,
  answer: BriefAnswer,
  past: { param: 'id', of: customersView },
  async read(ask): Promise<BriefAnswer> {
    const { subject } = ask
    const names = new Names(ask)
    const wording = names.wording(ask.query.language)
    const { phrases, language } = wording
    const { id, asked, document, partition } = subject
    const parts = document && namesOpened(ask, await partsOf(ask, subject, names))
    const said = await ask.documents.find(saidView, { where: { column: 'customer', eq: id }, limit: 200 })
    const told = toldTogether(said.documents)
    const currency = ask.references.get(organization).group?.currency ?? 'EUR'
    const facts = await factsById(
      ask,
      partition,
      told.map(({ event }) => event),
    )
    const sayings = await saidOfWhatIsThere(ask, told, facts)
    const sources = parts && (await Sources.of(ask, partition, parts))
    const source = parts &&
      sources && { parts, sources, ids: partition.ids, units: document.units, sayings, facts, names, wording, currency }
    return ask.open({
      customer: await names.customer(id),
      askedFor: asked === id ? undefined : asked,
      language,
      at: ask.nowIn(),
      sentence: parts
        ? statusSentenceOf({ ...parts, now: ask.nowIn(), names, wording })
        : wording.sentence(phrases.notKnownYet),
      stopped: shownStop(ask, wording),
      sections: topics.map((topic) => sectionOf(topic, wording, source)),
    })
  },
})
