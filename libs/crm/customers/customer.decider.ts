/** What may be registered and changed about a customer. */
import {
  changesOf,
  command,
  defineDecider,
  defineRefusals,
  editsOf,
  type Filed,
  holds,
  refuse as refuseAny,
  unset,
} from '#kernel'
import {
  CustomerContradicted,
  CustomerContradictionResolved,
  CustomerLinked,
  CustomerParentSet,
  CustomerProfile,
  CustomerRegistered,
  CustomerSite,
  CustomerSiteClosed,
  customerEvents,
  DuplicateDismissed,
  DuplicateSuspected,
} from './customer.events.js'

export interface CustomerState {
  registered: boolean
  profile: CustomerProfile
  parent?: string
  sites: Readonly<Record<string, CustomerSite>>
  links: readonly string[]
  contradictions: readonly string[]
  suspected: readonly string[]
}

const initial: CustomerState = {
  registered: false,
  profile: {},
  sites: {},
  links: [],
  contradictions: [],
  suspected: [],
}

export const customerRefusals = defineRefusals({
  'customer-unknown': ['not-found', 'There is no such customer, or it is not yours to see.'],
  'customer-exists': ['conflict', 'This customer has been registered already.'],
  'customer-without-name': ['rule', 'A customer needs a name.'],
  'parent-is-itself': ['rule', 'A customer cannot be its own parent.'],
  'parent-unknown': ['rule', 'There is no such customer to be the parent.'],
  'site-unknown': ['rule', 'This customer has no such site.'],
  'contradiction-unknown': ['rule', 'There is no such open contradiction.'],
})
const refuse = customerRefusals

const known = (state: CustomerState): CustomerState => (state.registered ? state : refuse('customer-unknown'))

export const customer = defineDecider<CustomerState>()(customerEvents, {
  name: 'customer',
  resource: 'register',
  initial,
  evolve: {
    registered: (state, { data }) => ({ ...state, registered: true, profile: data }),
    profileChanged: (state, { data }) => ({ ...state, profile: unset({ ...state.profile, ...data }, data.cleared) }),
    parentSet: (state, { data }) => ({ ...state, parent: data.parent }),
    siteOpened: (state, { data }) => ({ ...state, sites: { ...state.sites, [data.site]: data } }),
    siteClosed: (state, { data }) => {
      const { [data.site]: _, ...sites } = state.sites
      return { ...state, sites }
    },
    linked: (state, { data }) => ({ ...state, links: [...state.links, `${data.system}:${data.record}`] }),
    contradicted: (state, { id }) => ({ ...state, contradictions: [...state.contradictions, id] }),
    contradictionResolved: (state, { data }) => ({
      ...state,
      contradictions: state.contradictions.filter((id) => id !== data.contradiction),
    }),
    duplicateSuspected: (state, { data }) => ({ ...state, suspected: [...state.suspected, data.of] }),
    duplicateDismissed: (state, { data }) => ({ ...state, suspected: state.suspected.filter((id) => id !== data.of) }),
  },
  filed: (_, id): Filed => ({ customers: [id], contacts: [] }),
  commands: {
    register: command(
      CustomerRegistered,
      { route: 'POST /customers', about: 'Register a customer.', creates: true },
      (c, state: CustomerState) => (state.registered ? refuse('customer-exists') : [customerEvents.registered(c)]),
    ),
    edit: command(
      editsOf(CustomerProfile),
      { route: 'PATCH /customers/:id', about: 'Change fields of the register; each with the value that was seen.' },
      (c, state: CustomerState) => {
        const changes = changesOf(c, known(state).profile)
        if (changes?.cleared?.includes('name')) refuse('customer-without-name')
        return changes ? [customerEvents.profileChanged(changes)] : []
      },
    ),
    setParent: command(
      CustomerParentSet,
      { route: 'PUT /customers/:id/parent', about: 'Set or clear the customer it belongs to.' },
      async (c, state: CustomerState, by) => {
        if (known(state).parent === c.parent) return []
        if (c.parent === by.id) refuse('parent-is-itself')
        if (c.parent !== undefined && !(await by.exists(`customer-${c.parent}`))) refuse('parent-unknown')
        return [customerEvents.parentSet(c)]
      },
    ),
    openSite: command(
      CustomerSite,
      { route: 'POST /customers/:id/sites', about: 'Add a site, or change one of the same code.' },
      (c, state: CustomerState) =>
        JSON.stringify(known(state).sites[c.site]) === JSON.stringify(c) ? [] : [customerEvents.siteOpened(c)],
    ),
    closeSite: command(
      CustomerSiteClosed,
      { route: 'POST /customers/:id/closed-sites', about: 'Close a site.' },
      (c, state: CustomerState) =>
        known(state).sites[c.site] ? [customerEvents.siteClosed(c)] : refuse('site-unknown'),
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
      (c, state: CustomerState) => (known(state) ? [customerEvents.contradicted(c)] : []),
    ),
    resolveContradiction: command(
      CustomerContradictionResolved,
      { route: 'POST /customers/:id/resolved-contradictions', about: 'Settle which value holds.' },
      (c, state: CustomerState, by) => {
        if (!holds(by.viewer, ['steward']) && !by.viewer.member.startsWith('system:')) refuseAny('not-allowed')
        return known(state).contradictions.includes(c.contradiction)
          ? [customerEvents.contradictionResolved(c)]
          : refuse('contradiction-unknown')
      },
    ),
    suspectDuplicate: command(
      DuplicateSuspected,
      { route: 'POST /customers/:id/duplicates', about: 'Say that it may be the same organisation as another record.' },
      (c, state: CustomerState) =>
        known(state).suspected.includes(c.of) ? [] : [customerEvents.duplicateSuspected(c)],
    ),
    dismissDuplicate: command(
      DuplicateDismissed,
      { route: 'POST /customers/:id/dismissed-duplicates', about: 'Say that they are two organisations.' },
      (c, state: CustomerState) =>
        known(state).suspected.includes(c.of) ? [customerEvents.duplicateDismissed(c)] : [],
    ),
  },
})
