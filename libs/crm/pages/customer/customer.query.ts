/** A customer of ten years, understood in ten seconds: the sentence first, then the evidence. */
import { defineQuery, Flag, Id, Label, ListOf, Nested, Optional } from '#kernel'
import { customersView } from '../../customers/customers.view.js'
import { ShownStop, shownStop } from '../../texts/stopped.js'
import { NamedUnit, Names } from '../shown/names.js'
import { LanguageQuery } from './language-query.js'
import { CustomerParts, partsOf } from './parts.js'
import { statusSentenceOf } from './sentence.js'

export class CustomerAnswer {
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
  @Optional() @Label({ max: 40 }) sector?: string
  /** Absent when nothing was known, and where it is another unit's to see. */
  @Optional() @Nested(CustomerParts) parts?: CustomerParts
}

export const customerQuery = defineQuery({
  name: 'customer',
  about: 'A customer in full: a sentence, where each unit stands, the register, and what is under way.',
  route: '/customers/:id',
  query: LanguageQuery,
  answer: CustomerAnswer,
  past: { param: 'id', of: customersView, open: 'outline' },
  async read(ask): Promise<CustomerAnswer> {
    const { subject } = ask
    const names = new Names(ask)
    const wording = names.wording(ask.query.language)
    const { id, asked, document, isOwn } = subject
    const parts = document && isOwn ? await partsOf(ask, subject, names) : undefined
    const said = parts ? statusSentenceOf({ ...parts, now: ask.nowIn(), names, wording }) : wording.phrases.notShown
    return ask.open({
      ...(await names.customer(id)),
      askedFor: asked === id ? undefined : asked,
      known: document !== undefined,
      own: isOwn,
      sentence: document ? said : wording.sentence(wording.phrases.notKnownYet),
      stopped: isOwn ? shownStop(ask, wording) : undefined,
      units: (document?.units ?? []).map((unit) => names.unit(unit)),
      sector: document?.sector,
      parts,
    })
  },
})
