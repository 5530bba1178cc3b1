/** The visit brief: one page before a meeting, every line with what it rests on, and what is not known said. */
import {
  Choice,
  defineQuery,
  Id,
  Instant,
  Label,
  ListOf,
  Nested,
  Optional,
  type PayloadClass,
  type Query,
} from '#kernel'
import { customersView } from '../../customers/customers.view.js'
import { organization } from '../../organization/organization.reference.js'
import { languages, type TextLanguage } from '../../texts/languages.js'
import { ShownStop, shownStop } from '../../texts/stopped.js'
import { LanguageQuery } from '../customer/language-query.js'
import { customerContext } from '../customer/parts.js'
import { statusSentenceOf } from '../customer/sentence.js'
import { type Collected, inUse } from '../shown/collected.js'
import { NamedCustomer, Names } from '../shown/names.js'
import type { CustomerPart, Section } from '../shown/section.js'
import { type BriefContext, BriefLine, type Topic } from '../shown/topic.js'

export interface BriefSection {
  topic: string
  heading: string
  lines: BriefLine[]
  nothing?: string
}

export class BriefHead {
  @Nested(NamedCustomer) customer!: NamedCustomer
  /** The id asked for, when that record was merged into this one. */
  @Optional() @Id('customer') askedFor?: string
  @Choice(languages) language!: TextLanguage
  /** The moment it speaks of. */
  @Instant() at!: string
  @Label({ max: 4000 }) sentence!: string
  /** Present where it cannot be read further. */
  @Optional() @Nested(ShownStop) stopped?: ShownStop
}

export type BriefAnswer = BriefHead & { sections: BriefSection[] }

function answerOf(topics: readonly string[]): PayloadClass<BriefAnswer> {
  class ShownTopic {
    @Choice(topics) topic!: string
    @Label() heading!: string
    @ListOf(BriefLine, { max: 2000 }) lines!: BriefLine[]
    /** Said instead of lines when nothing is known. */
    @Optional() @Label({ max: 500 }) nothing?: string
  }
  class ShownBrief extends BriefHead {
    @ListOf(ShownTopic) sections!: BriefSection[]
  }
  return ShownBrief
}

/** @param brief absent where nothing is known */
async function sectionOf(
  { name, heading, nothing, lines }: Topic,
  language: TextLanguage,
  brief?: BriefContext,
): Promise<BriefSection> {
  const section = { topic: name, heading: heading[language], lines: brief ? await lines(brief) : [] }
  return section.lines.length > 0 ? section : { ...section, nothing: nothing[language] }
}

interface Shown {
  sections: readonly Collected<Section>[]
  topics: readonly Collected<Topic>[]
}

/** @param collected sections and topics of all slices */
export const briefQueryOf = (collected: Shown): Query =>
  defineQuery({
    name: 'brief',
    about: 'A visit brief: where the relationship stands, what they said, what is open, who is who, what is due.',
    route: '/customers/:id/brief',
    query: LanguageQuery,
    answer: answerOf(collected.topics.map(({ of }) => of.name)),
    past: { param: 'id', of: customersView },
    folds: true,
    async read(ask) {
      const { id, asked, document } = ask.subject
      const names = new Names(ask)
      const wording = names.wording(ask.query.language)
      const context = customerContext(ask, names)
      const sections = inUse(collected.sections, ask)
      const currency = ask.references.get(organization).group?.currency ?? 'EUR'
      const brief = document && { ...context, wording, currency }
      const topics = inUse(collected.topics, ask)
      const parts: CustomerPart<unknown>[] = [...sections, ...topics.flatMap(({ part }) => part ?? [])]
      // What topics tell of they then find read, and ask for the events behind it together.
      if (brief) await Promise.all(parts.map((part) => context.part(part)))
      const told = topics.map((topic) => sectionOf(topic, wording.language, brief))
      return ask.open({
        customer: await names.customer(id),
        askedFor: asked === id ? undefined : asked,
        language: wording.language,
        at: ask.nowIn(),
        sentence: brief
          ? await statusSentenceOf(context, { sections, wording })
          : wording.sentence(wording.phrases.notKnownYet),
        stopped: shownStop(ask, wording),
        sections: await Promise.all(told),
      })
    },
  })
