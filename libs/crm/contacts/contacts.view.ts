/** Who is the contact, where do they work, what do they agree to, and who of us knows them? */
import {
  type AnyFact,
  defineView,
  ERASED,
  type Fact,
  type StatedTime,
  type StatedTimes,
  timed,
  timeStatedBy,
  unset,
} from '#kernel'
import { encounters, type StatedEncounter } from '../families/encounter.js'
import { mailbox, personName, phoneTrait, traitOf } from '../merging/likeness.queries.js'
import { holding, type Statement, stated, valuesOf } from '../merging/statements.queries.js'
import type { MemberFunction } from '../organization/events/member.events.js'
import { type ConsentGiven, type ContactProfile, contactEvents, type PostNamed } from './contact.events.js'
import { changedPosts, type Post } from './posts/posts.js'
import { leftOf, type StandingConsent } from './rules/consents.js'

export interface Consent extends ConsentGiven, StandingConsent {
  given: string
  withdrawn?: string
  /** How exactly those instants are known. */
  times: StatedTimes<'given' | 'withdrawn'>
}

/** How one of us knows the contact, from the touches of one unit. */
export interface Acquaintance {
  member: string
  unit?: string
  function?: MemberFunction
  touches: number
  lastTouch: string
  /** How exactly that is known. */
  time: StatedTime
  /** Id of the last touch. */
  event: string
}

export interface ContactDocument extends ContactProfile {
  id: string
  since: string
  /** Fields, as its own record and those merged into it state them. */
  said: Statement[]
  posts: Post[]
  /** Where they work or have worked, as named then. */
  customers: string[]
  consents: Consent[]
  /** Contacts that were said to be somebody else. */
  others: string[]
  touches: number
  lastTouch?: string
  /** How exactly those instants are known. */
  times: StatedTimes<'since' | 'lastTouch'>
  /** Touches by unit. */
  touchedBy: Record<string, { touches: number; lastTouch: string; time: StatedTime }>
  /** One for each member and unit. */
  knownBy: Acquaintance[]
  erased: boolean
  /** Instant of the erasure. */
  erasedAt?: string
}

type Doc = ContactDocument

const begun = (fact: AnyFact): Doc => ({
  id: fact.partition,
  since: fact.at,
  times: timed({}, fact, 'since'),
  said: [],
  posts: [],
  customers: [],
  consents: [],
  others: [],
  touches: 0,
  touchedBy: {},
  knownBy: [],
  erased: false,
})

const present = (doc: Doc | undefined, fact: AnyFact): Doc => doc ?? begun(fact)

/** Whoever recorded the encounter and whoever else of us was there. */
function met(doc: Doc | undefined, fact: AnyFact, said: StatedEncounter): Doc {
  const known = present(doc, fact)
  const { unit, at, id: event, actor } = fact
  const time = timeStatedBy(fact)
  const there = new Set([actor, ...(said.members ?? [])])
  const isAgain = (one: Acquaintance) => there.has(one.member) && one.unit === unit
  const again = [...there].map((member): Acquaintance => {
    const before = known.knownBy.find((one) => one.member === member && one.unit === unit)
    // The function stated is that of whoever recorded it.
    const own = member === actor ? said.function : before?.function
    return { member, unit, function: own, touches: (before?.touches ?? 0) + 1, lastTouch: at, time, event }
  })
  return {
    ...known,
    touches: known.touches + 1,
    lastTouch: at,
    times: timed(known.times, fact, 'lastTouch'),
    touchedBy: { ...known.touchedBy, [unit ?? '']: { touches: touchesOf(known, unit) + 1, lastTouch: at, time } },
    knownBy: [...known.knownBy.filter((one) => !isAgain(one)), ...again],
  }
}

const touchesOf = ({ touchedBy }: Doc, unit = ''): number => touchedBy[unit]?.touches ?? 0

/** The contact as these units know it. */
function knownTo(doc: Doc, reads: (unit: string) => boolean): Doc {
  const { lastTouch: _, ...rest } = doc
  const touched = Object.entries(doc.touchedBy).filter(([unit]) => reads(unit))
  const last = touched
    .map(([, touch]) => touch)
    .sort((a, b) => a.lastTouch.localeCompare(b.lastTouch))
    .at(-1)
  return {
    ...rest,
    touches: touched.reduce((sum, [, { touches }]) => sum + touches, 0),
    ...(last !== undefined && { lastTouch: last.lastTouch }),
    times: { since: doc.times.since, ...(last !== undefined && { lastTouch: last.time }) },
    touchedBy: Object.fromEntries(touched),
    knownBy: doc.knownBy.filter(({ unit = '' }) => reads(unit)),
  }
}

/** The contact with what a record states: its own fields hold, those of merged records fill gaps. */
function told(doc: Doc | undefined, fact: Fact<string, ContactProfile & { cleared?: string[] }>): Doc {
  const known = present(doc, fact)
  const said = stated(known.said, fact, fact.data)
  const bare = unset(
    known,
    said.map(({ field }) => field as keyof ContactProfile),
  )
  return { ...bare, ...valuesOf(holding(said, [known.id])), said }
}

/** Changes the last post at a customer. */
function atPost(doc: Doc | undefined, fact: Fact<string, PostNamed>, change: (post: Post) => Post): Doc {
  const known = present(doc, fact)
  return { ...known, posts: changedPosts(known.posts, fact, change) }
}

const sameConsent = (a: Consent, b: { purpose: string; channel: string }): boolean =>
  a.purpose === b.purpose && a.channel === b.channel && a.withdrawn === undefined

export const contactsView = defineView<Doc>()({
  name: 'contacts',
  version: 8,
  partition: 'contact',
  keyedBy: 'partition',
  of: [contactEvents],
  on: {
    'contact.registered': told,
    'contact.changed': told,
    'contact.post-started': (doc, fact) => {
      const known = present(doc, fact)
      const customers = [...new Set([...known.customers, fact.data.customer])]
      return { ...known, customers, posts: [...known.posts, { ...fact.data, record: fact.entity, roles: [] }] }
    },
    'contact.post-ended': (doc, fact) => atPost(doc, fact, (post) => ({ ...post, until: fact.data.until ?? fact.day })),
    'contact.post-changed': (doc, fact) => {
      const { cleared, record: _, ...changes } = fact.data
      return atPost(doc, fact, (post) => unset({ ...post, ...changes }, cleared))
    },
    'contact.buying-role-set': (doc, fact) => atPost(doc, fact, (post) => ({ ...post, roles: fact.data.roles })),
    'contact.consent-given': (doc, fact) => {
      const known = present(doc, fact)
      const others = known.consents.filter((consent) => !sameConsent(consent, fact.data))
      return { ...known, consents: [...others, { ...fact.data, given: fact.at, times: timed({}, fact, 'given') }] }
    },
    'contact.consent-withdrawn': (doc, fact) => {
      const known = present(doc, fact)
      const consents = known.consents.map((consent) =>
        consent.withdrawn === undefined
          ? (leftOf(consent, fact.data) ?? {
              ...consent,
              withdrawn: fact.at,
              times: timed(consent.times, fact, 'withdrawn'),
            })
          : consent,
      )
      return { ...known, consents }
    },
    'contact.duplicate-dismissed': (doc, fact) => {
      const known = present(doc, fact)
      return { ...known, others: [...new Set([...known.others, fact.data.of])] }
    },
    'contact.erased': (doc, fact) => {
      const known = unset(present(doc, fact), ['mail', 'phone', 'note'])
      return { ...known, said: [], name: ERASED, erased: true, erasedAt: fact.at }
    },
  },
  families: [encounters.foldedBy(met)],
  columns: { customers: 'ids', erased: 'flag' },
  indexes: [['erased']],
  shared: knownTo,
  clear: ['name', 'mail', 'phone'],
  likeness: {
    of: ({ name, mail, phone }) => [
      ...traitOf('name', name, personName),
      ...traitOf('mail', mail, mailbox),
      ...phoneTrait(phone),
    ],
  },
})
