/** When a contact may be registered, changed, given a post or a role, and erased. */
import {
  changesOf,
  command,
  type Deciding,
  type Draft,
  defineDecider,
  defineRefusals,
  editsOf,
  type Filed,
  holds,
  refuse as refuseAny,
  unset,
} from '#kernel'
import { isOneCustomer } from '../customers/merging/identity.reference.js'
import {
  BuyingRoleSet,
  ConsentGiven,
  ConsentWithdrawn,
  ContactErased,
  ContactProfile,
  ContactRegistered,
  contactEvents,
  PostEnded,
  PostStarted,
} from './contact.events.js'

interface OpenPost extends PostStarted {
  roles: readonly string[]
}

export interface ContactState {
  status: 'none' | 'registered' | 'erased'
  profile: ContactProfile
  posts: readonly OpenPost[]
  /** `<purpose>/<channel>` of the consents that stand. */
  consents: readonly string[]
}

export const contactRefusals = defineRefusals({
  'contact-unknown': ['not-found', 'There is no such contact, or it is not yours to see.'],
  'contact-exists': ['conflict', 'This contact has been registered already.'],
  'contact-without-name': ['rule', 'A contact needs a name.'],
  'post-held-already': ['rule', 'This contact has a post at this customer; end it before a new one begins.'],
  'post-not-held': ['rule', 'This contact has no post at this customer.'],
  'post-ends-before-start': ['rule', 'A post cannot end before it began.'],
  'post-customer-unknown': ['rule', 'There is no such customer for this contact to have a post at.'],
  'consent-not-given': ['rule', 'There is no such consent to withdraw.'],
})
const refuse = contactRefusals

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

const consentOf = ({ purpose, channel }: ConsentWithdrawn): string => `${purpose}/${channel}`

async function startPost(c: PostStarted, state: ContactState, by: Deciding): Promise<Draft[]> {
  if (postAt(state, c.customer, by)) return refuse('post-held-already')
  if (!(await by.exists(`customer-${c.customer}`))) return refuse('post-customer-unknown')
  return [contactEvents.postStarted(c)]
}

function endPost(c: PostEnded, state: ContactState, by: Deciding): Draft[] {
  const post = postAt(state, c.customer, by) ?? refuse('post-not-held')
  if (c.until !== undefined && c.until < post.since) return refuse('post-ends-before-start')
  return [contactEvents.postEnded({ ...c, customer: post.customer })]
}

function setRoles(c: BuyingRoleSet, state: ContactState, by: Deciding): Draft[] {
  const post = postAt(state, c.customer, by) ?? refuse('post-not-held')
  const isSame = post.roles.length === c.roles.length && c.roles.every((role) => post.roles.includes(role))
  return isSame ? [] : [contactEvents.buyingRoleSet({ ...c, customer: post.customer })]
}

/** Erasing once is enough; only a steward does it. */
function erase(c: ContactErased, state: ContactState, by: Deciding): Draft[] {
  if (!holds(by.viewer, ['steward']) && !by.viewer.member.startsWith('system:')) refuseAny('not-allowed')
  if (state.status === 'none') return refuse('contact-unknown')
  return state.status === 'erased' ? [] : [contactEvents.erased(c)]
}

/** What is about one post belongs to that customer; all else to those where the contact is now. */
function filed(state: ContactState, id: string, { data }: Draft): Filed {
  const { customer } = data as { customer?: string }
  const customers = customer === undefined ? state.posts.map((post) => post.customer) : [customer]
  return { customers: [...new Set(customers)], contacts: [id] }
}

export const contact = defineDecider<ContactState>()(contactEvents, {
  name: 'contact',
  resource: 'contacts',
  initial: { status: 'none', profile: {}, posts: [], consents: [] },
  evolve: {
    registered: (state, { data }) => ({ ...state, status: 'registered', profile: data }),
    changed: (state, { data }) => ({ ...state, profile: unset({ ...state.profile, ...data }, data.cleared) }),
    postStarted: (state, { data }) => ({ ...state, posts: [...state.posts, { ...data, roles: [] }] }),
    postEnded: (state, { data }) => ({ ...state, posts: state.posts.filter((p) => p.customer !== data.customer) }),
    buyingRoleSet: (state, { data }) => ({
      ...state,
      posts: state.posts.map((post) => (post.customer === data.customer ? { ...post, roles: data.roles } : post)),
    }),
    consentGiven: (state, { data }) => ({
      ...state,
      consents: [...state.consents.filter((given) => given !== consentOf(data)), consentOf(data)],
    }),
    consentWithdrawn: (state, { data }) => ({
      ...state,
      consents: state.consents.filter((given) => given !== consentOf(data)),
    }),
    erased: (state) => ({ ...state, status: 'erased', profile: {} }),
  },
  fixed: ['erased'],
  filed,
  commands: {
    register: command(
      ContactRegistered,
      { route: 'POST /contacts', about: 'Register a person.', creates: true },
      (c, state: ContactState) => (state.status === 'none' ? [contactEvents.registered(c)] : refuse('contact-exists')),
    ),
    edit: command(
      editsOf(ContactProfile),
      { route: 'PATCH /contacts/:id', about: 'Change what is known of a person; each field with the value seen.' },
      (c, state: ContactState) => {
        const changes = changesOf(c, living(state).profile)
        if (changes?.cleared?.includes('name')) refuse('contact-without-name')
        return changes ? [contactEvents.changed(changes)] : []
      },
    ),
    startPost: command(
      PostStarted,
      { route: 'POST /contacts/:id/posts', about: 'Say that a person has begun to work at a customer.' },
      startPost,
    ),
    endPost: command(
      PostEnded,
      { route: 'POST /contacts/:id/ended-posts', about: 'Say that a person no longer works at a customer.' },
      endPost,
    ),
    setBuyingRoles: command(
      BuyingRoleSet,
      { route: 'PUT /contacts/:id/buying-roles', about: 'Say what part a person has when the customer buys.' },
      setRoles,
    ),
    giveConsent: command(
      ConsentGiven,
      { route: 'POST /contacts/:id/consents', about: 'Record a consent, with its evidence.' },
      (c, state: ContactState) => (living(state) ? [contactEvents.consentGiven(c)] : []),
    ),
    withdrawConsent: command(
      ConsentWithdrawn,
      { route: 'POST /contacts/:id/withdrawn-consents', about: 'Record that a consent was taken back.' },
      (c, state: ContactState) =>
        living(state).consents.includes(consentOf(c))
          ? [contactEvents.consentWithdrawn(c)]
          : refuse('consent-not-given'),
    ),
    erase: command(ContactErased, { about: 'Record that a person is erased, before the key is destroyed.' }, erase),
  },
})
