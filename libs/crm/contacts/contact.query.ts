/** One contact: who it is, where they work, what they agree to, and who of us knows them; now or then. */
import {
  Choice,
  Choices,
  Day,
  defineQuery,
  Flag,
  type Guarded,
  Id,
  Instant,
  Integer,
  Label,
  Language,
  ListOf,
  Mail,
  Nested,
  NoQuery,
  Optional,
  Personal,
  Phone,
  type Precision,
  precisions,
  type QueryContext,
  refuse,
  type SubjectContext,
  shownTimes,
  Text,
} from '#kernel'
import { functions, type MemberFunction } from '../organization/events/member.events.js'
import { memberNamed } from '../organization/names.queries.js'
import { NamedCustomer, NamedUnit, Names } from '../pages/shown/names.js'
import { ShownStop, shownStop } from '../texts/stopped.js'
import { type BuyingRole, buyingRoles, ConsentGiven, consentChannels, type Level, levels } from './contact.events.js'
import { type ContactDocument, contactsView } from './contacts.view.js'
import { heldOn, knownByMember, seenPosts } from './people.queries.js'
import type { Post } from './posts/posts.js'
import type { ConsentChannel } from './rules/consents.js'
import { MergedContact, nameOf } from './shown/merged-contact.queries.js'

export class ShownPost {
  @Nested(NamedCustomer) customer!: NamedCustomer
  @Optional() @Personal({ subject: 'contact' }) @Label() title?: Guarded<string>
  @Optional() @Id('site') site?: string
  @Choice(levels) level!: Level
  @Choices(buyingRoles) roles!: BuyingRole[]
  @Day() since!: string
  @Optional() @Day() until?: string
  /** Held at the moment asked about. */
  @Flag() current!: boolean
}

export class ShownConsent extends ConsentGiven {
  /** Of a consent for any channel, those taken back since. */
  @Optional() @Choices(consentChannels) except?: ConsentChannel[]
  @Optional() @Instant() given?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) givenOn?: string
  @Optional() @Choice(precisions) givenPrecision?: Precision
  @Optional() @Instant() withdrawn?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) withdrawnOn?: string
  @Optional() @Choice(precisions) withdrawnPrecision?: Precision
}

export class KnownBy {
  @Id('member') member!: string
  @Optional() @Personal({ subject: 'member' }) @Label() name?: Guarded<string>
  /** The name is today's: at the moment asked about none was known. */
  @Optional() @Flag() nameOfToday?: boolean
  @Optional() @Nested(NamedUnit) unit?: NamedUnit
  @Optional() @Choice(functions) function?: MemberFunction
  @Integer({ min: 0, max: 1_000_000 }) touches!: number
  @Optional() @Instant() lastTouch?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) lastTouchOn?: string
  @Optional() @Choice(precisions) lastTouchPrecision?: Precision
  /** Id of the last touch. */
  @Id('event') event!: string
}

export class ContactAnswer {
  @Id('contact') id!: string
  /** Present when it was asked for by the id of a record that is merged into it. */
  @Optional() @Id('contact') askedFor?: string
  @ListOf(MergedContact) mergedFrom!: MergedContact[]
  @Optional() @Personal({ subject: 'contact' }) @Label() name?: Guarded<string>
  @Optional() @Personal({ subject: 'contact' }) @Mail() mail?: Guarded<string>
  @Optional() @Personal({ subject: 'contact' }) @Phone() phone?: Guarded<string>
  @Optional() @Language() language?: string
  @Optional() @Personal({ subject: 'contact' }) @Text({ max: 4000 }) note?: Guarded<string>
  @Optional() @Instant() since?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) sinceOn?: string
  @Optional() @Choice(precisions) sincePrecision?: Precision
  @ListOf(ShownPost) posts!: ShownPost[]
  @ListOf(ShownConsent) consents!: ShownConsent[]
  @Integer({ min: 0, max: 1_000_000 }) touches!: number
  @Optional() @Instant() lastTouch?: string
  /** The day where its unit is, or the month that was stated; and how exactly it is known. */
  @Optional() @Label({ max: 10 }) lastTouchOn?: string
  @Optional() @Choice(precisions) lastTouchPrecision?: Precision
  /** The last to have met them first. */
  @ListOf(KnownBy) knownBy!: KnownBy[]
  @Flag() erased!: boolean
  @Optional() @Instant() erasedAt?: string
  /** Present where it cannot be read further. */
  @Optional() @Nested(ShownStop) stopped?: ShownStop
}

async function read(ask: SubjectContext<NoQuery, ContactDocument>): Promise<ContactAnswer> {
  const contact = ask.subject.document ?? refuse('not-found')
  const posts = await Promise.all((await seenPosts(contact, ask)).map((post) => shownPost(post, ask)))
  const { asked, id, partition } = ask.subject
  const mergedFrom = partition.ids.slice(1).map((record) => ({ id: record, name: nameOf(record, contact) }))
  const askedFor = asked === id ? undefined : asked
  return ask.open({ askedFor, ...answerOf(contact, posts, ask), mergedFrom, stopped: shownStop(ask) })
}

async function shownPost({ record: _, ...post }: Post, ask: QueryContext): Promise<ShownPost> {
  return { ...post, customer: await new Names(ask).customer(post.customer), current: heldOn(post, ask.todayIn()) }
}

function answerOf(
  contact: ContactDocument,
  posts: ShownPost[],
  ask: QueryContext<object>,
): Omit<ContactAnswer, 'mergedFrom'> {
  const { customers: _, touchedBy: __, others: ___, said: ____, consents, knownBy, times, ...shown } = contact
  const members = Object.values(knownByMember(knownBy))
  const names = new Names(ask)
  members.sort((a, b) => b.lastTouch.localeCompare(a.lastTouch) || a.member.localeCompare(b.member))
  return {
    ...shown,
    ...shownTimes(contact, times, 'since', 'lastTouch'),
    posts,
    consents: consents.map(({ times: of, ...consent }) => ({
      ...consent,
      ...shownTimes(consent, of, 'given', 'withdrawn'),
    })),
    knownBy: members.map(({ time, ...known }) => ({
      ...known,
      ...memberNamed(known.member, ask),
      unit: names.unit(known.unit),
      ...shownTimes(known, { lastTouch: time }, 'lastTouch'),
    })),
  }
}

export const contactQuery = defineQuery({
  name: 'contact',
  about: 'Who the contact is, where they work, and who of us knows them.',
  route: '/contacts/:id',
  query: NoQuery,
  answer: ContactAnswer,
  past: { param: 'id', of: contactsView },
  read,
})
