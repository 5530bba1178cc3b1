/** When a promise may be made, accepted, handed over, moved, kept and withdrawn. Time alone breaks it: that is no event. */
import {
  command,
  type Deciding,
  defineDecider,
  defineRefusals,
  type Fact,
  holds,
  Id,
  Instant,
  Integer,
  Optional,
  utc,
} from '#kernel'
import { isOpenUnit, isPresentMember, workCalendarOf } from '../organization/organization.reference.js'
import { dueAfter } from './due.js'
import {
  PromiseAccepted,
  PromiseDeclined,
  PromiseHandedOver,
  PromiseKept,
  type PromiseKind,
  PromiseRescheduled,
  PromiseSaid,
  PromiseWithdrawn,
  promiseEvents,
} from './promise.events.js'

/** Says when it is due either as an instant or as hours from now on its clock. */
export class MakePromise extends PromiseSaid {
  @Optional() @Instant() due?: string
  @Optional() @Integer({ min: 1, max: 10_000 }) withinHours?: number
  /** Whoever records it when left out. */
  @Optional() @Id('member') owner?: string
}

export interface PromiseState {
  status: 'none' | 'open' | 'kept' | 'withdrawn'
  kind: PromiseKind
  customer?: string
  unit?: string
  contact?: string
  due: string
  maker?: string
  /** Has accepted it. */
  owner?: string
  /** Is asked to accept it. */
  offeredTo?: string
}

const initial: PromiseState = { status: 'none', kind: 'promise', due: '' }

export const promiseRefusals = defineRefusals({
  'promise-exists': ['conflict', 'This promise has been made already.'],
  'promise-unknown': ['not-found', 'There is no such promise, or it is not yours to see.'],
  'promise-settled': ['rule', 'This promise was kept or withdrawn.'],
  'promise-customer-unknown': ['rule', 'There is no such customer to promise anything.'],
  'promise-unit-unknown': ['rule', 'There is no such selling unit, or it is closed.'],
  'promise-owner-unknown': ['rule', 'There is no such member to answer for it, or they have left.'],
  'promise-without-due': ['rule', 'Say when it is due: as a moment, or as hours from now; one of the two.'],
  'promise-due-before-made': ['rule', 'A promise is due after it was made.'],
  'promise-never-at-work': ['rule', 'The unit has no business hours, so this clock never runs.'],
  'promise-not-offered': ['rule', 'Nobody is asked to accept this promise.'],
  'promise-not-offered-to-you': ['forbidden', 'Only the member it is offered to accepts or declines it.'],
  'promise-not-yours': [
    'forbidden',
    'Only its owner, its maker while nobody owns it, or a manager of the unit does this.',
  ],
  'promise-owned-already': ['rule', 'This member answers for it already.'],
  'promise-moved-without-agreement': ['rule', 'A promise moves only when the customer has agreed; say how.'],
})
const refuse = promiseRefusals

const open = (state: PromiseState): PromiseState => {
  if (state.status === 'none') return refuse('promise-unknown')
  return state.status === 'open' ? state : refuse('promise-settled')
}

function requireOwner(member: string, { present }: Deciding): void {
  if (!isPresentMember(member, present)) refuse('promise-owner-unknown', { member })
}

function requireOffer(state: PromiseState, { viewer }: Deciding): void {
  const { offeredTo } = open(state)
  if (offeredTo === undefined) refuse('promise-not-offered')
  if (offeredTo !== viewer.member) refuse('promise-not-offered-to-you')
}

/** Its owner, or its maker while it has none; a manager of the unit always. */
function requireAnswering(state: PromiseState, { viewer }: Deciding): PromiseState {
  const { owner, maker, unit } = open(state)
  const answers = (owner ?? maker) === viewer.member || viewer.member.startsWith('system:')
  return answers || holds(viewer, ['manager'], unit) ? state : refuse('promise-not-yours')
}

/** The instant it is due, by what the caller said of it. */
function dueOf({ due, withinHours, clock, unit }: MakePromise, by: Deciding): string {
  if ((due === undefined) === (withinHours === undefined)) return refuse('promise-without-due')
  if (withinHours === undefined) return laterThan(by.at, due as string)
  const calendar = workCalendarOf(unit, by.references)
  return dueAfter(by.at, { hours: withinHours, clock }, calendar) ?? refuse('promise-never-at-work')
}

const laterThan = (at: string, due: string): string => (utc(due) > at ? utc(due) : refuse('promise-due-before-made'))

async function made(c: MakePromise, { status }: PromiseState, by: Deciding) {
  if (status !== 'none') return refuse('promise-exists')
  if (!isOpenUnit(c.unit, by.present)) return refuse('promise-unit-unknown')
  const { withinHours: _, ...said } = c
  const owner = c.owner ?? by.viewer.member
  requireOwner(owner, by)
  const due = dueOf(c, by)
  if (!(await by.exists(`customer-${c.customer}`))) return refuse('promise-customer-unknown')
  return [promiseEvents.made({ ...said, owner, due })]
}

function handedOver(c: PromiseHandedOver, state: PromiseState, by: Deciding) {
  const { owner, offeredTo } = requireAnswering(state, by)
  requireOwner(c.to, by)
  if (c.to === owner) return refuse('promise-owned-already')
  return c.to === offeredTo ? [] : [promiseEvents.handedOver(c)]
}

function rescheduled(c: PromiseRescheduled, state: PromiseState, by: Deciding) {
  const { kind, due: before } = requireAnswering(state, by)
  const due = laterThan(by.at, c.due)
  if (due === before) return []
  if (kind === 'promise' && c.agreed === undefined) return refuse('promise-moved-without-agreement')
  return [promiseEvents.rescheduled({ ...c, due })]
}

/** Who is asked answers at once when it is their own doing. */
const offered = (member: string, { actor }: { actor: string }) =>
  member === actor ? { owner: member, offeredTo: undefined } : { offeredTo: member }

export const promise = defineDecider<PromiseState>()(promiseEvents, {
  name: 'promise',
  resource: 'history',
  initial,
  evolve: {
    made: (_, fact) => {
      const { kind, customer, unit, contact, due, owner } = fact.data
      return { status: 'open', kind, customer, unit, contact, due, maker: fact.actor, ...offered(owner, fact) }
    },
    accepted: (state, { actor }) => ({ ...state, owner: actor, offeredTo: undefined }),
    declined: (state) => ({ ...state, offeredTo: undefined }),
    handedOver: (state, fact) => ({ ...state, ...offered(fact.data.to, fact) }),
    rescheduled: (state, { data }) => ({ ...state, due: data.due }),
    kept: (state) => ({ ...state, status: 'kept' }),
    withdrawn: (state) => ({ ...state, status: 'withdrawn' }),
  },
  filed: ({ customer, contact, unit }) => ({
    customers: customer === undefined ? [] : [customer],
    contacts: contact === undefined ? [] : [contact],
    unit,
  }),
  possible: ({ status, offeredTo }, { type, actor }: Fact) => {
    if (type === 'promise.made') return status === 'none'
    const answersOffer = type === 'promise.accepted' || type === 'promise.declined'
    return status === 'open' && (!answersOffer || offeredTo === actor)
  },
  commands: {
    make: command(
      MakePromise,
      { route: 'POST /promises', about: 'Promise something to a customer, or note a next step.', creates: true },
      made,
    ),
    accept: command(
      PromiseAccepted,
      { route: 'POST /promises/:id/accept', about: 'Answer for a promise from now on.' },
      (_, state: PromiseState, by) => {
        requireOffer(state, by)
        return [promiseEvents.accepted({})]
      },
    ),
    decline: command(
      PromiseDeclined,
      { route: 'POST /promises/:id/decline', about: 'Decline to answer for a promise.' },
      (c, state: PromiseState, by) => {
        requireOffer(state, by)
        return [promiseEvents.declined(c)]
      },
    ),
    handOver: command(
      PromiseHandedOver,
      { route: 'POST /promises/:id/handover', about: 'Ask another member to answer for a promise.' },
      handedOver,
    ),
    reschedule: command(
      PromiseRescheduled,
      { route: 'POST /promises/:id/due', about: 'Move when it is due; a promise only as the customer agreed.' },
      rescheduled,
    ),
    keep: command(
      PromiseKept,
      { route: 'POST /promises/:id/keep', about: 'Say that a promise was kept, whoever did it.' },
      (c, state: PromiseState) => (open(state) ? [promiseEvents.kept(c)] : []),
    ),
    withdraw: command(
      PromiseWithdrawn,
      { route: 'POST /promises/:id/withdraw', about: 'Take a promise back, and say why.' },
      (c, state: PromiseState, by) => (requireAnswering(state, by) ? [promiseEvents.withdrawn(c)] : []),
    ),
  },
})
