/** What may be registered and changed about a customer. */
import {
  canonicalJson,
  changesOf,
  command,
  type Deciding,
  type Draft,
  defineDecider,
  editsOf,
  type Fact,
  type Filed,
  holds,
  refuse as refuseAny,
} from '#kernel'
import { groupOf, isOneCustomer } from '../merging/identity.reference.js'
import { holding, parentStated, type Statement, stated, valuesOf } from '../merging/statements.queries.js'
import { withPhone, withPhoneEdited } from '../organization/numbers-and-addresses.queries.js'
import {
  CustomerContradicted,
  CustomerContradictionResolved,
  CustomerLinked,
  CustomerParentSet,
  CustomerProfile,
  type CustomerProfileChanged,
  CustomerRegistered,
  CustomerSite,
  CustomerSiteClosed,
  customerEvents,
  DuplicateDismissed,
  DuplicateSuspected,
} from './customer.events.js'
import { customerRegister } from './document/customers.resource.js'
import { isAbove } from './merging/hierarchy.js'
import { type KeptSite, siteMeant, withoutSite, withSite } from './merging/kept-sites.js'
import {
  type Contradiction,
  type Contradictions,
  changed,
  contradictionRefusals,
  noticesOf,
  settled,
  stating,
} from './rules/contradictions.js'
import { customerRefusals as refuse } from './rules/customer-refusals.js'
import { ofTheWeb } from './rules/website.js'

export interface CustomerState {
  /** Records that are registered: the customer's own, and those merged into it. */
  registered: readonly string[]
  /** Fields and parent, as each record states them. */
  said: readonly Statement[]
  sites: readonly KeptSite[]
  links: readonly string[]
  contradictions: readonly Contradiction[]
  /** Settled for the value that we held then. */
  declined: readonly Contradiction[]
  suspected: readonly string[]
  /** Said to be other organisations. */
  others: readonly string[]
}

const initial: CustomerState = {
  registered: [],
  said: [],
  sites: [],
  links: [],
  contradictions: [],
  declined: [],
  suspected: [],
  others: [],
}

const known = (state: CustomerState): CustomerState =>
  state.registered.length > 0 ? state : refuse('customer-unknown')

const groupIn = ({ id, present }: Deciding) => groupOf(id, present)

/** The fields and the parent that hold of all records together. */
const fieldsIn = (state: CustomerState, by: Deciding): CustomerProfile & CustomerParentSet =>
  valuesOf(holding(known(state).said, groupIn(by)))

const contradictionsIn = ({ contradictions: open, declined }: CustomerState): Contradictions => ({ open, declined })

/** A parent that can be: known, another, and none that belongs to this customer. */
async function fitting(c: CustomerParentSet, _: CustomerState, by: Deciding): Promise<CustomerParentSet> {
  const { parent } = c
  if (parent === undefined) return c
  if (groupIn(by).includes(parent)) return refuse('parent-is-itself', { field: 'parent' })
  if (!(await by.exists(`customer-${parent}`))) return refuse('parent-unknown', { field: 'parent' })
  return (await isAbove(parent, by)) ? refuse('parent-closes-circle', { field: 'parent' }) : c
}

async function setParent(c: CustomerParentSet, state: CustomerState, by: Deciding): Promise<Draft[]> {
  const before = fieldsIn(state, by).parent
  if (before === c.parent || (before && c.parent && isOneCustomer(before, c.parent, by.present))) return []
  return [customerEvents.parentSet(await fitting(c, state, by))]
}

const named = (c: CustomerProfileChanged): CustomerProfileChanged =>
  c.cleared?.includes('name') ? refuse('customer-without-name') : ofTheWeb(c)

async function suspected(c: DuplicateSuspected, _: CustomerState, by: Deciding): Promise<DuplicateSuspected> {
  if (c.of === by.id) return refuse('duplicate-of-itself')
  return (await by.exists(`customer-${c.of}`)) ? c : refuse('duplicate-unknown')
}

async function suspectDuplicate(c: DuplicateSuspected, state: CustomerState, by: Deciding): Promise<Draft[]> {
  const said = await suspected(c, known(state), by)
  const isKnown = groupIn(by).includes(c.of) || suspectedAs(state, c.of, by).length > 0
  return isKnown ? [] : [customerEvents.duplicateSuspected(said)]
}

/** What nobody has suspected yet is dismissed as well: that they are alike may have been found. */
async function dismissDuplicate(c: DuplicateDismissed, state: CustomerState, by: Deciding): Promise<Draft[]> {
  const said = suspectedAs(state, c.of, by)
  if (said.length > 0) return said.map((of) => customerEvents.duplicateDismissed({ of }))
  if (groupIn(by).includes(c.of)) return refuse('duplicate-of-itself')
  if (!(await by.exists(`customer-${c.of}`))) return refuse('duplicate-unknown')
  const isKnown = state.others.some((id) => isOneCustomer(id, c.of, by.present))
  return isKnown ? [] : [customerEvents.duplicateDismissed(c)]
}

/** A code alone means the site of the record asked for, then the customer's own, then that of any merged record. */
const siteIn = (state: CustomerState, c: CustomerSiteClosed, by: Deciding): KeptSite | undefined =>
  siteMeant(known(state).sites, c, [by.id, ...groupIn(by)])

/** The record that keeps a site, as events name it: not at all when it is the customer's own. */
const keeperOf = ({ record }: KeptSite, by: Deciding) => (record === groupIn(by)[0] ? {} : { record })

function openSite(c: CustomerSite, state: CustomerState, by: Deciding): Draft[] {
  const before = siteIn(state, c, by)
  if (!before) return c.record === undefined ? [customerEvents.siteOpened(c)] : refuse('site-unknown')
  if (canonicalJson(before) === canonicalJson({ ...c, record: before.record })) return []
  const { record: _, ...site } = c
  return [customerEvents.siteOpened({ ...site, ...keeperOf(before, by) })]
}

function closeSite(c: CustomerSiteClosed, state: CustomerState, by: Deciding): Draft[] {
  const before = siteIn(state, c, by) ?? refuse('site-unknown')
  return [customerEvents.siteClosed({ site: c.site, ...keeperOf(before, by) })]
}

/** What was suspected and is the same organisation as another record, whatever was merged since. */
const suspectedAs = (state: CustomerState, id: string, { present }: Deciding): string[] =>
  known(state).suspected.filter((one) => isOneCustomer(one, id, present))

function possible({ registered, sites, contradictions }: CustomerState, { type, entity, data }: Fact): boolean {
  if (type === 'customer.registered') return !registered.includes(entity)
  if (type === 'customer.site-closed') return sites.some(({ site }) => site === data.site)
  if (type === 'customer.contradiction-resolved') return contradictions.some(({ id }) => id === data.contradiction)
  return registered.length > 0
}

export const customer = defineDecider<CustomerState>()(customerEvents, {
  name: 'customer',
  resource: customerRegister,
  initial,
  evolve: {
    registered: (state, fact) => ({
      ...state,
      registered: [...state.registered, fact.entity],
      said: stated(state.said, fact, fact.data),
    }),
    profileChanged: (state, fact) => ({ ...state, said: stated(state.said, fact, fact.data) }),
    parentSet: (state, fact) => ({ ...state, said: stated(state.said, fact, parentStated(fact.data)) }),
    siteOpened: (state, fact) => ({ ...state, sites: withSite(state.sites, fact) }),
    siteClosed: (state, fact) => ({ ...state, sites: withoutSite(state.sites, fact) }),
    linked: (state, { data }) => ({ ...state, links: [...state.links, `${data.system}:${data.record}`] }),
    contradicted: (state, { id, data }) => ({ ...state, contradictions: [...state.contradictions, { ...data, id }] }),
    contradictionResolved: (state, { data }) => ({
      ...state,
      contradictions: state.contradictions.filter(({ id }) => id !== data.contradiction),
      declined: data.takenOver
        ? state.declined
        : [...state.declined, ...state.contradictions.filter(({ id }) => id === data.contradiction)],
    }),
    duplicateSuspected: (state, { data }) => ({
      ...state,
      suspected: [...state.suspected, data.of],
      others: state.others.filter((id) => id !== data.of),
    }),
    duplicateDismissed: (state, { data }) => ({
      ...state,
      suspected: state.suspected.filter((id) => id !== data.of),
      others: [...state.others, data.of],
    }),
  },
  filedIn: (_, id): Filed => ({ customers: [id], contacts: [] }),
  allows: possible,
  restates: { registered: ofTheWeb, profileChanged: named, parentSet: fitting, duplicateSuspected: suspected },
  commands: {
    register: command(
      CustomerRegistered,
      { route: 'POST /customers', about: 'Register a customer.', creates: true },
      (c, state: CustomerState, by) =>
        state.registered.includes(groupIn(by)[0])
          ? refuse('customer-exists')
          : [customerEvents.registered(ofTheWeb(withPhone(c, by, c.country)))],
    ),
    edit: command(
      editsOf(CustomerProfile),
      {
        route: 'PATCH /customers/:id',
        about:
          'Change fields of the register, each with the value that was seen. What another system owns is kept as a contradiction, and the answer says so.',
        notices: (c, state: CustomerState, by) =>
          noticesOf(
            c as Record<string, { is?: unknown }>,
            { held: fieldsIn(state, by), ...contradictionsIn(state) },
            by,
          ),
      },
      (c, state: CustomerState, by) => {
        const held = fieldsIn(state, by)
        const country = c.country?.is ?? held.country
        const changes = changesOf(withPhoneEdited(c, { held, country }, by), held)
        return changes ? changed(named(changes), { held, ...contradictionsIn(state) }, by) : []
      },
    ),
    setParent: command(
      CustomerParentSet,
      { route: 'PUT /customers/:id/parent', about: 'Set or clear the customer it belongs to.' },
      setParent,
    ),
    openSite: command(
      CustomerSite,
      { route: 'POST /customers/:id/sites', about: 'Add a site, or change one of the same code.' },
      openSite,
    ),
    closeSite: command(
      CustomerSiteClosed,
      { route: 'POST /customers/:id/closed-sites', about: 'Close a site.' },
      closeSite,
    ),
    link: command(
      CustomerLinked,
      { route: 'POST /customers/:id/links', about: 'Say which record of another system is this customer.' },
      (c, state: CustomerState) =>
        known(state).links.includes(`${c.system}:${c.record}`) ? [] : [customerEvents.linked(c)],
    ),
    contradict: command(
      CustomerContradicted,
      {
        route: 'POST /customers/:id/contradictions',
        about: 'Keep what a system that does not own the field says of it.',
      },
      (c, state: CustomerState, by) => stating(c, fieldsIn(state, by), contradictionsIn(state)),
    ),
    resolveContradiction: command(
      CustomerContradictionResolved,
      {
        route: 'POST /customers/:id/resolved-contradictions',
        about: 'Settle which value holds: ours, or theirs, which is then taken over.',
      },
      (c, state: CustomerState, by) => {
        if (!holds(by.viewer, ['steward']) && !by.viewer.member.startsWith('system:')) refuseAny('not-allowed')
        const open = known(state).contradictions.find(({ id }) => id === c.contradiction)
        if (!open) return contradictionRefusals('contradiction-unknown')
        return [customerEvents.contradictionResolved(c), ...settled(open, c.takenOver, fieldsIn(state, by))]
      },
    ),
    suspectDuplicate: command(
      DuplicateSuspected,
      { route: 'POST /customers/:id/duplicates', about: 'Say that it may be the same organisation as another record.' },
      suspectDuplicate,
    ),
    dismissDuplicate: command(
      DuplicateDismissed,
      { route: 'POST /customers/:id/dismissed-duplicates', about: 'Say that they are two organisations.' },
      dismissDuplicate,
    ),
  },
})
