/** When a contact may be registered, changed, given a post or a role, and erased. */
import {
  changesOf,
  command,
  type Deciding,
  type Draft,
  defineDecider,
  differing,
  editsOf,
  type Fact,
  type Filed,
  holds,
  refuse as refuseAny,
  unset,
} from '#kernel'
import { isOnePerson, personOf } from '../merging/identity.reference.js'
import { holding, type Statement, stated, valuesOf } from '../merging/statements.queries.js'
import { withMail, withMailEdited, withPhone, withPhoneEdited } from '../organization/numbers-and-addresses.queries.js'
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
  type PostNamed,
  PostStarted,
} from './contact.events.js'
import { ChangePost, changePost, endPost, restatedEnd, setRoles, started } from './posts/post-rules.js'
import { changedPosts, type Post, recordOf } from './posts/posts.js'
import { leftOf, type StandingConsent } from './rules/consents.js'
import { contactRefusals as refuse } from './rules/contact-refusals.js'
import { contactsResource } from './shown/contacts.resource.js'

export interface ContactState {
  /** Records that are registered: the contact's own, and those merged into it. */
  registered: readonly string[]
  /** Those of them that were erased. */
  erased: readonly string[]
  /** Fields, as each record states them. */
  said: readonly Statement[]
  /** Those that are held. */
  posts: readonly Post[]
  /** Those that stand, with their evidence. */
  consents: readonly (ConsentGiven & StandingConsent)[]
  /** Contacts that were said to be somebody else. */
  others: readonly string[]
}

/** Somebody who is known and was not erased. */
function living(state: ContactState): ContactState {
  if (state.erased.length > 0) refuseAny('person-erased')
  return state.registered.length === 0 ? refuse('contact-unknown') : state
}

/** Decides about the posts of somebody who is there. */
const held =
  <C>(decide: (c: C, posts: readonly Post[], by: Deciding) => Draft[] | Promise<Draft[]>) =>
  (c: C, state: ContactState, by: Deciding) =>
    decide(c, living(state).posts, by)

/** The fields that hold of all records together. */
const profileIn = (state: ContactState, { id, present }: Deciding): ContactProfile =>
  valuesOf(holding(living(state).said, personOf(id, present)))

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

/** Erasing a record once is enough; only a steward does it. */
function erase(c: ContactErased, { registered, erased }: ContactState, by: Deciding): Draft[] {
  if (!holds(by.viewer, ['steward']) && !by.viewer.member.startsWith('system:')) refuseAny('not-allowed')
  if (registered.length === 0) return refuse('contact-unknown')
  return erased.includes(by.id) ? [] : [contactEvents.erased(c)]
}

async function dismissDuplicate(c: ContactDuplicateDismissed, state: ContactState, by: Deciding): Promise<Draft[]> {
  const known = living(state)
  const isOther = !isOnePerson(c.of, by.id, by.present) && (await by.exists(`contact-${c.of}`))
  if (!isOther) return refuse('duplicate-contact-unknown')
  const isSaid = known.others.some((id) => isOnePerson(id, c.of, by.present))
  return isSaid ? [] : [contactEvents.duplicateDismissed(c)]
}

/** What is about one post belongs to that customer; all else to those where the contact is now. */
function filed(state: ContactState, id: string, { data }: Draft): Filed {
  const { customer } = data as { customer?: string }
  const customers = customer === undefined ? state.posts.map((post) => post.customer) : [customer]
  return { customers: [...new Set(customers)], contacts: [id] }
}

function possible({ registered, posts, consents }: ContactState, fact: Fact): boolean {
  const { type, entity, data } = fact
  const record = recordOf(fact as unknown as Fact<string, PostNamed>)
  const isHeld = posts.some((post) => post.customer === data.customer && post.record === record)
  switch (type) {
    case 'contact.registered':
      return !registered.includes(entity)
    case 'contact.post-started':
      return registered.length > 0 && !isHeld
    case 'contact.post-changed':
    case 'contact.post-ended':
    case 'contact.buying-role-set':
      return isHeld
    case 'contact.consent-withdrawn':
      return consents.some(({ purpose }) => purpose === data.purpose)
    default:
      return registered.length > 0
  }
}

export const contact = defineDecider<ContactState>()(contactEvents, {
  name: 'contact',
  resource: contactsResource,
  initial: { registered: [], erased: [], said: [], posts: [], consents: [], others: [] },
  evolve: {
    registered: (state, fact) => ({
      ...state,
      registered: [...state.registered, fact.entity],
      said: stated(state.said, fact, fact.data),
    }),
    changed: (state, fact) => ({ ...state, said: stated(state.said, fact, fact.data) }),
    postStarted: (state, { entity: record, data }) => ({
      ...state,
      posts: [...state.posts, { ...data, record, roles: [] }],
    }),
    postChanged: (state, fact) => {
      const { cleared, record: _, ...changes } = fact.data
      return { ...state, posts: changedPosts(state.posts, fact, (post) => unset({ ...post, ...changes }, cleared)) }
    },
    postEnded: (state, fact) => ({
      ...state,
      posts: state.posts.filter(({ customer, record }) => customer !== fact.data.customer || record !== recordOf(fact)),
    }),
    buyingRoleSet: (state, fact) => ({
      ...state,
      posts: changedPosts(state.posts, fact, (post) => ({ ...post, roles: fact.data.roles })),
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
    erased: (state, { entity }) => ({ ...state, erased: [...state.erased, entity], said: [] }),
  },
  immutable: ['erased'],
  filedIn: filed,
  allows: possible,
  restates: {
    postStarted: (c, state, by) => started(c, living(state).posts, by),
    postEnded: (c, state, by) => restatedEnd(c, living(state).posts, by),
    consentWithdrawn: takenBack,
  },
  commands: {
    register: command(
      ContactRegistered,
      { route: 'POST /contacts', about: 'Register a person.', creates: true },
      (c, state: ContactState, by) =>
        state.registered.includes(personOf(by.id, by.present)[0])
          ? refuse('contact-exists')
          : [contactEvents.registered(withMail(withPhone(c, by)))],
    ),
    edit: command(
      editsOf(ContactProfile),
      { route: 'PATCH /contacts/:id', about: 'Change what is known of a person; each field with the value seen.' },
      (c, state: ContactState, by) => {
        const held = profileIn(state, by)
        const changes = changesOf(withMailEdited(withPhoneEdited(c, { held }, by)), held)
        if (changes?.cleared?.includes('name')) refuse('contact-without-name')
        return changes ? [contactEvents.changed(changes)] : []
      },
    ),
    startPost: command(
      PostStarted,
      { route: 'POST /contacts/:id/posts', about: 'Say that a person has begun to work at a customer.' },
      held(async (c, posts, by) => [contactEvents.postStarted(await started(c, posts, by))]),
    ),
    changePost: command(
      ChangePost,
      {
        route: 'PATCH /contacts/:id/posts',
        about: 'Change title, site or level of a post; each field with the value seen.',
      },
      held(changePost),
    ),
    endPost: command(
      PostEnded,
      { route: 'POST /contacts/:id/ended-posts', about: 'Say that a person no longer works at a customer.' },
      held(endPost),
    ),
    setBuyingRoles: command(
      BuyingRoleSet,
      { route: 'PUT /contacts/:id/buying-roles', about: 'Say what part a person has when the customer buys.' },
      held(setRoles),
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
    erase: command(
      ContactErased,
      { about: 'Record that a person is erased, before the key is destroyed.', staysThere: true },
      erase,
    ),
  },
})
