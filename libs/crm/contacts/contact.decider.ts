/** When a contact may be registered, changed, given a post or a role, and erased. */
import {
  changesOf,
  command,
  type Deciding,
  type Draft,
  dayIn,
  defineDecider,
  differing,
  type Edits,
  editsOf,
  type Fact,
  type Filed,
  holds,
  Id,
  refuse as refuseAny,
  unset,
} from '#kernel'
import { isOneCustomer } from '../customers/merging/identity.reference.js'
import { organization, zoneOf } from '../organization/organization.reference.js'
import { withPhone, withPhoneEdited } from '../organization/phone-numbers.queries.js'
import {
  BuyingRoleSet,
  ConsentGiven,
  ConsentWithdrawn,
  ContactDuplicateDismissed,
  ContactErased,
  ContactProfile,
  ContactRegistered,
  contactEvents,
  PostEnded,
  PostStarted,
  PostTerms,
} from './contact.events.js'
import { leftOf, type StandingConsent } from './rules/consents.js'
import { contactRefusals as refuse } from './rules/contact-refusals.js'

export class ChangePost extends editsOf(PostTerms) {
  @Id('customer') customer!: string
}

interface OpenPost extends PostStarted {
  roles: readonly string[]
}

export interface ContactState {
  status: 'none' | 'registered' | 'erased'
  profile: ContactProfile
  posts: readonly OpenPost[]
  /** Those that stand, with their evidence. */
  consents: readonly (ConsentGiven & StandingConsent)[]
  /** Contacts that were said to be somebody else. */
  others: readonly string[]
}

/** Somebody who is known and was not erased. */
function living(state: ContactState): ContactState {
  if (state.status === 'erased') refuseAny('person-erased')
  return state.status === 'none' ? refuse('contact-unknown') : state
}

/** The post at a customer, under the id named or another of its ids. */
function postAt(state: ContactState, customer: string, { present }: Deciding): OpenPost | undefined {
  const { posts } = living(state)
  return (
    posts.find((post) => post.customer === customer) ??
    posts.find((post) => isOneCustomer(post.customer, customer, present))
  )
}

async function started(c: PostStarted, state: ContactState, by: Deciding): Promise<PostStarted> {
  if (postAt(state, c.customer, by)) return refuse('post-held-already')
  return (await by.exists(`customer-${c.customer}`)) ? c : refuse('post-customer-unknown')
}

function changePost({ customer, ...edits }: ChangePost, state: ContactState, by: Deciding): Draft[] {
  const post = postAt(state, customer, by) ?? refuse('post-not-held')
  const changes = changesOf(edits as Edits<PostTerms>, post)
  if (changes?.cleared?.includes('level')) return refuse('post-without-level')
  return changes ? [contactEvents.postChanged({ ...changes, customer: post.customer })] : []
}

/** The day it is where that is latest: of the group, or of whoever says it. */
function today(by: Deciding): string {
  const { unit } = by.present.get(organization).members.get(by.viewer.member) ?? {}
  const days = [zoneOf(undefined, by.present), zoneOf(unit, by.present)].map((zone) => dayIn(by.now, zone))
  return days.sort().at(-1) as string
}

/** With the last day, where none is stated that of which it is said: a contact's days are the group's. */
function ended(c: PostEnded, state: ContactState, by: Deciding): PostEnded {
  const post = postAt(state, c.customer, by) ?? refuse('post-not-held')
  const until = c.until ?? dayIn(by.at, zoneOf(undefined, by.present))
  if (until < post.since) return refuse('post-ends-before-start')
  return until > today(by) ? refuse('post-ends-ahead') : { ...c, customer: post.customer, until }
}

function setRoles(c: BuyingRoleSet, state: ContactState, by: Deciding): Draft[] {
  const post = postAt(state, c.customer, by) ?? refuse('post-not-held')
  const [before, now] = [new Set(post.roles), new Set<string>(c.roles)]
  const isSame = before.size === now.size && [...now].every((role) => before.has(role))
  return isSame ? [] : [contactEvents.buyingRoleSet({ ...c, customer: post.customer })]
}

const isSameConsent = (a: ConsentWithdrawn, b: ConsentWithdrawn): boolean =>
  a.purpose === b.purpose && a.channel === b.channel

function giveConsent(c: ConsentGiven, state: ContactState): Draft[] {
  const stands = living(state).consents.find((given) => isSameConsent(given, c) && given.except === undefined)
  const isSaid = stands !== undefined && Object.keys(differing(c, stands)).length === 0
  return isSaid ? [] : [contactEvents.consentGiven(c)]
}

/** Taking back one channel of a consent for any is as good as taking back what was given for it alone. */
function takenBack(c: ConsentWithdrawn, state: ContactState): ConsentWithdrawn {
  const isGiven = living(state).consents.some((consent) => !isExcepted(consent, c) && leftOf(consent, c) !== consent)
  return isGiven ? c : refuse('consent-not-given')
}

const isExcepted = ({ except = [] }: StandingConsent, { channel }: ConsentWithdrawn): boolean =>
  except.includes(channel)

/** Erasing once is enough; only a steward does it. */
function erase(c: ContactErased, state: ContactState, by: Deciding): Draft[] {
  if (!holds(by.viewer, ['steward']) && !by.viewer.member.startsWith('system:')) refuseAny('not-allowed')
  if (state.status === 'none') return refuse('contact-unknown')
  return state.status === 'erased' ? [] : [contactEvents.erased(c)]
}

async function dismissDuplicate(c: ContactDuplicateDismissed, state: ContactState, by: Deciding): Promise<Draft[]> {
  if (c.of === by.id || !(await by.exists(`contact-${c.of}`))) return refuse('duplicate-contact-unknown')
  return living(state).others.includes(c.of) ? [] : [contactEvents.duplicateDismissed(c)]
}

/** What is about one post belongs to that customer; all else to those where the contact is now. */
function filed(state: ContactState, id: string, { data }: Draft): Filed {
  const { customer } = data as { customer?: string }
  const customers = customer === undefined ? state.posts.map((post) => post.customer) : [customer]
  return { customers: [...new Set(customers)], contacts: [id] }
}

function possible({ status, posts, consents }: ContactState, { type, data }: Fact): boolean {
  const isHeld = posts.some(({ customer }) => customer === data.customer)
  switch (type) {
    case 'contact.registered':
      return status === 'none'
    case 'contact.post-started':
      return status !== 'none' && !isHeld
    case 'contact.post-changed':
    case 'contact.post-ended':
    case 'contact.buying-role-set':
      return isHeld
    case 'contact.consent-withdrawn':
      return consents.some(({ purpose }) => purpose === data.purpose)
    default:
      return status !== 'none'
  }
}

export const contact = defineDecider<ContactState>()(contactEvents, {
  name: 'contact',
  resource: 'contacts',
  initial: { status: 'none', profile: {}, posts: [], consents: [], others: [] },
  evolve: {
    registered: (state, { data }) => ({ ...state, status: 'registered', profile: data }),
    changed: (state, { data }) => ({ ...state, profile: unset({ ...state.profile, ...data }, data.cleared) }),
    postStarted: (state, { data }) => ({ ...state, posts: [...state.posts, { ...data, roles: [] }] }),
    postChanged: (state, { data: { cleared, ...changes } }) => ({
      ...state,
      posts: state.posts.map((post) =>
        post.customer === changes.customer ? unset({ ...post, ...changes }, cleared) : post,
      ),
    }),
    postEnded: (state, { data }) => ({ ...state, posts: state.posts.filter((p) => p.customer !== data.customer) }),
    buyingRoleSet: (state, { data }) => ({
      ...state,
      posts: state.posts.map((post) => (post.customer === data.customer ? { ...post, roles: data.roles } : post)),
    }),
    consentGiven: (state, { data }) => ({
      ...state,
      consents: [...state.consents.filter((given) => !isSameConsent(given, data)), data],
    }),
    consentWithdrawn: (state, { data }) => ({
      ...state,
      consents: state.consents.flatMap((given) => leftOf(given, data) ?? []),
    }),
    duplicateDismissed: (state, { data }) => ({ ...state, others: [...state.others, data.of] }),
    erased: (state) => ({ ...state, status: 'erased', profile: {} }),
  },
  immutable: ['erased'],
  filedIn: filed,
  allows: possible,
  restates: { postStarted: started, postEnded: ended, consentWithdrawn: takenBack },
  commands: {
    register: command(
      ContactRegistered,
      { route: 'POST /contacts', about: 'Register a person.', creates: true },
      (c, state: ContactState, by) =>
        state.status === 'none' ? [contactEvents.registered(withPhone(c, by))] : refuse('contact-exists'),
    ),
    edit: command(
      editsOf(ContactProfile),
      { route: 'PATCH /contacts/:id', about: 'Change what is known of a person; each field with the value seen.' },
      (c, state: ContactState, by) => {
        const held = living(state).profile
        const changes = changesOf(withPhoneEdited(c, { held }, by), held)
        if (changes?.cleared?.includes('name')) refuse('contact-without-name')
        return changes ? [contactEvents.changed(changes)] : []
      },
    ),
    startPost: command(
      PostStarted,
      { route: 'POST /contacts/:id/posts', about: 'Say that a person has begun to work at a customer.' },
      async (c, state: ContactState, by) => [contactEvents.postStarted(await started(c, state, by))],
    ),
    changePost: command(
      ChangePost,
      {
        route: 'PATCH /contacts/:id/posts',
        about: 'Change title, site or level of a post; each field with the value seen.',
      },
      changePost,
    ),
    endPost: command(
      PostEnded,
      { route: 'POST /contacts/:id/ended-posts', about: 'Say that a person no longer works at a customer.' },
      (c, state: ContactState, by) => [contactEvents.postEnded(ended(c, state, by))],
    ),
    setBuyingRoles: command(
      BuyingRoleSet,
      { route: 'PUT /contacts/:id/buying-roles', about: 'Say what part a person has when the customer buys.' },
      setRoles,
    ),
    giveConsent: command(
      ConsentGiven,
      { route: 'POST /contacts/:id/consents', about: 'Record a consent, with its evidence.' },
      giveConsent,
    ),
    withdrawConsent: command(
      ConsentWithdrawn,
      { route: 'POST /contacts/:id/withdrawn-consents', about: 'Record that a consent was taken back.' },
      (c, state: ContactState) => [contactEvents.consentWithdrawn(takenBack(c, state))],
    ),
    dismissDuplicate: command(
      ContactDuplicateDismissed,
      { route: 'POST /contacts/:id/dismissed-duplicates', about: 'Say that they are two persons.' },
      dismissDuplicate,
    ),
    erase: command(ContactErased, { about: 'Record that a person is erased, before the key is destroyed.' }, erase),
  },
})
