/** A customer of ten years, understood in ten seconds: the sentence first, then the evidence. */
import {
  Choice,
  Codes,
  defineQuery,
  Flag,
  fieldsOf,
  Id,
  Label,
  ListOf,
  Nested,
  Optional,
  type PayloadClass,
  type Query,
} from '#kernel'
import { type Sector, sectors } from '../../customers/customer.events.js'
import { customersView } from '../../customers/customers.view.js'
import { ShownStop, shownStop } from '../../texts/stopped.js'
import type { Wording } from '../../texts/wording.js'
import { type Collected, inUse } from '../shown/collected.js'
import { NamedUnit, Names } from '../shown/names.js'
import type { Section } from '../shown/section.js'
import { LanguageQuery } from './language-query.js'
import { customerContext, partsAnswerOf, partsOf } from './parts.js'
import { statusSentenceOf } from './sentence.js'

/** A section under its title; what it shows are parts. */
export class ShownSection {
  @Label({ max: 40 }) name!: string
  @Label() title!: string
  /** Names of its parts. */
  @Codes() parts!: string[]
}

export class CustomerOutline {
  @Id('customer') id!: string
  @Optional() @Label() name?: string
  /** The name is today's: at the moment asked about none was known. */
  @Optional() @Flag() nameOfToday?: boolean
  /** The id asked for, when that record was merged into this one. */
  @Optional() @Id('customer') askedFor?: string
  /** Whether anything was known of it at the moment asked about. */
  @Flag() known!: boolean
  /** Whether the reader sees more than its name, sector and units. */
  @Flag() own!: boolean
  @Label({ max: 4000 }) sentence!: string
  /** Present where it cannot be read further. */
  @Optional() @Nested(ShownStop) stopped?: ShownStop
  @ListOf(NamedUnit) units!: NamedUnit[]
  @Optional() @Choice(sectors) sector?: Sector
  /** What the parts are called in the language of the sentence, in the order in which they stand; absent as they are. */
  @Optional() @ListOf(ShownSection) sections?: ShownSection[]
}

function answerOf(sections: readonly Collected<Section>[]): PayloadClass<CustomerOutline & { parts?: object }> {
  class CustomerAnswer extends CustomerOutline {
    /** Absent when nothing was known, and where it is another unit's to see. */
    @Optional() @Nested(partsAnswerOf(sections)) parts?: object
  }
  return CustomerAnswer
}

const shownSection = ({ name, title, answer }: Section, { language }: Wording): ShownSection => ({
  name,
  title: title[language],
  parts: fieldsOf(answer).map((field) => field.name),
})

/** @param collected sections of all slices */
export const customerQueryOf = (collected: readonly Collected<Section>[]): Query =>
  defineQuery({
    name: 'customer',
    about: 'A customer in full: a sentence, where each unit stands, the register, and what is under way.',
    route: '/customers/:id',
    query: LanguageQuery,
    answer: answerOf(collected),
    past: { param: 'id', of: customersView, open: 'outline' },
    async read(ask) {
      const { id, asked, document, isOwn } = ask.subject
      const names = new Names(ask)
      const wording = names.wording(ask.query.language)
      const sections = inUse(collected, ask)
      const context = customerContext(ask, names)
      const parts = document && isOwn ? await partsOf(context, sections) : undefined
      const said = parts ? await statusSentenceOf(context, { sections, wording }) : wording.phrases.notShown
      return ask.open({
        ...(await names.customer(id)),
        askedFor: asked === id ? undefined : asked,
        known: document !== undefined,
        own: isOwn,
        sentence: document ? said : wording.sentence(wording.phrases.notKnownYet),
        stopped: isOwn ? shownStop(ask, wording) : undefined,
        units: (document?.units ?? []).map((unit) => names.unit(unit)),
        sector: document?.sector,
        sections: parts && sections.map((section) => shownSection(section, wording)),
        parts,
      })
    },
  })
