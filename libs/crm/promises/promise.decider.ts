/** When a promise may be made, accepted, handed over, moved, kept and withdrawn. Time alone breaks it: that is no event. */
import {
  command,
  type Deciding,
  defineDecider,
  defineRefusals,
  differing,
  type Fact,
  holds,
  Id,
  Instant,
  Integer,
  Optional,
  utc,
} from '#kernel'
import { mayWrite } from '../access/access.js'
import { customerHistory } from '../customers/document/customers.resource.js'
import { isOpenUnit, viewerOf, workCalendarOf } from '../organization/organization.reference.js'
import { isPrivate } from '../touchpoints/touchpoints.queries.js'
import { dueAfter } from './due.js'
import {
  PromiseAccepted,
  PromiseDeclined,
  PromiseHandedOver,
  PromiseKept,
  type PromiseKind,
  type PromiseMade,
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
  'promise-contact-unknown': ['rule', 'There is no such person to give the word to.'],
  'promise-touchpoint-unknown': ['rule', 'There is no such touchpoint in which it was promised.'],
  'promise-in-private-note': ['rule', 'Private notes carry no promises.'],
  'promise-owner-unknown': ['rule', 'There is no such member to answer for it, or they have left.'],
  'promise-owner-cannot-write': ['rule', 'This member records nothing of customers, and cannot answer for it.'],
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
  'promise-broken': ['rule', 'It was due already; a promise that was broken is kept late or withdrawn.'],
  'promise-moved-without-agreement': ['rule', 'A promise moves only when the customer has agreed; say how.'],
})
const refuse = promiseRefusals

const open = (state: PromiseState): PromiseState => {
  if (state.status === 'none') return refuse('promise-unknown')
  return state.status === 'open' ? state : refuse('promise-settled')
}

function requireOwner(member: string, { present }: Deciding, field: string): void {
  const owner = viewerOf(member, present) ?? refuse('promise-owner-unknown', { member, field })
  if (!mayWrite(owner, customerHistory)) refuse('promise-owner-cannot-write', { member, field })
}

/** @param said all of it, or what is said anew: what stood need not be there any longer. @throws DomainError */
async function requireParties(said: Partial<PromiseMade>, by: Deciding): Promise<void> {
  const { customer, contact, unit, owner, madeIn } = said
  if (unit !== undefined && !isOpenUnit(unit, by.present)) refuse('promise-unit-unknown', { field: 'unit' })
  if (owner !== undefined) requireOwner(owner, by, 'owner')
  if (customer !== undefined && !(await by.exists(`customer-${customer}`)))
    refuse('promise-customer-unknown', { field: 'customer' })
  if (contact !== undefined && !(await by.exists(`contact-${contact}`)))
    refuse('promise-contact-unknown', { field: 'contact' })
  if (madeIn === undefined) return
  if ((await by.facts(`touchpoint-${madeIn}`)).some(isPrivate)) refuse('promise-in-private-note')
  if (!(await by.exists(`touchpoint-${madeIn}`))) refuse('promise-touchpoint-unknown', { field: 'madeIn' })
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
  if ((due === undefined) === (withinHours === undefined)) return refuse('promise-without-due', { field: 'due' })
  if (withinHours === undefined) return laterThan(by.at, due as string)
  const calendar = workCalendarOf(unit, by)
  return dueAfter(by.at, { hours: withinHours, clock }, calendar) ?? refuse('promise-never-at-work', { field: 'clock' })
}

const laterThan = (at: string, due: string): string =>
  utc(due) > at ? utc(due) : refuse('promise-due-before-made', { field: 'due' })

async function made(c: MakePromise, { status }: PromiseState, by: Deciding) {
  if (status !== 'none') return refuse('promise-exists')
  const { withinHours: _, ...terms } = c
  const said = { ...terms, owner: c.owner ?? by.viewer.member }
  const due = dueOf(c, by)
  await requireParties(said, by)
  return [promiseEvents.made({ ...said, due })]
}

async function restatedMade(said: PromiseMade, by: Deciding, before: PromiseMade): Promise<PromiseMade> {
  await requireParties(differing(said, before), by)
  return { ...said, due: laterThan(by.at, said.due) }
}

function handedOver(c: PromiseHandedOver, state: PromiseState, by: Deciding) {
  const { owner, offeredTo } = requireAnswering(state, by)
  // Handing it to its owner takes back what is offered to another.
  if (c.to === owner) return offeredTo === undefined ? refuse('promise-owned-already') : [promiseEvents.handedOver(c)]
  requireOwner(c.to, by, 'to')
  return c.to === offeredTo ? [] : [promiseEvents.handedOver(c)]
}

function rescheduled(c: PromiseRescheduled, state: PromiseState, by: Deciding) {
  requireAnswering(state, by)
  return utc(c.due) === state.due ? [] : [promiseEvents.rescheduled(agreedMove(c, state, by))]
}

/** A promise moves before time has broken it, and as the customer agreed; a next step whenever it suits. */
function agreedMove(c: PromiseRescheduled, state: PromiseState, by: Deciding): PromiseRescheduled {
  const due = laterThan(by.at, c.due)
  if (state.kind === 'promise' && by.at > state.due) return refuse('promise-broken')
  if (state.kind === 'promise' && c.agreed === undefined) return refuse('promise-moved-without-agreement')
  return { ...c, due }
}

/** Who is asked answers at once when it is their own doing, or their own already. */
const offered = (member: string, { owner, actor }: { owner?: string; actor: string }) =>
  member === actor || member === owner ? { owner: member, offeredTo: undefined } : { offeredTo: member }

/** Whom the record asks, whatever unit it belongs to. */
const offeree = ({ offeredTo }: PromiseState): string | undefined => offeredTo
const answering = ({ owner }: PromiseState): string | undefined => owner

function possible({ status, offeredTo, kind, due }: PromiseState, { type, actor, at }: Fact): boolean {
  if (type === 'promise.made') return status === 'none'
  if (type === 'promise.rescheduled') return status === 'open' && (kind === 'next-step' || at <= due)
  const answersOffer = type === 'promise.accepted' || type === 'promise.declined'
  return status === 'open' && (!answersOffer || offeredTo === actor)
}

export const promise = defineDecider<PromiseState>()(promiseEvents, {
  name: 'promise',
  resource: customerHistory,
  initial,
  evolve: {
    made: (_, fact) => {
      const { kind, customer, unit, contact, due, owner } = fact.data
      return {
        status: 'open',
        kind,
        customer,
        unit,
        contact,
        due,
        maker: fact.actor,
        ...offered(owner, { actor: fact.actor }),
      }
    },
    accepted: (state, { actor }) => ({ ...state, owner: actor, offeredTo: undefined }),
    declined: (state) => ({ ...state, offeredTo: undefined }),
    handedOver: (state, { data, actor }) => ({ ...state, ...offered(data.to, { owner: state.owner, actor }) }),
    rescheduled: (state, { data }) => ({ ...state, due: data.due }),
    // Whoever keeps what nobody answers for has answered for it.
    kept: (state, { actor }) => ({ ...state, status: 'kept', owner: state.owner ?? actor }),
    withdrawn: (state) => ({ ...state, status: 'withdrawn' }),
  },
  filedIn: ({ customer, contact, unit }) => ({
    customers: customer === undefined ? [] : [customer],
    contacts: contact === undefined ? [] : [contact],
    unit,
  }),
  allows: possible,
  restates: {
    made: (said, _, by, before) => restatedMade(said, by, before),
    handedOver: (said, { owner }, by, before) => {
      if (said.to !== owner && said.to !== before.to) requireOwner(said.to, by, 'to')
      return said
    },
    rescheduled: agreedMove,
  },
  commands: {
    make: command(
      MakePromise,
      { route: 'POST /promises', about: 'Promise something to a customer, or note a next step.', creates: true },
      made,
    ),
    accept: command(
      PromiseAccepted,
      { route: 'POST /promises/:id/accept', about: 'Answer for a promise from now on.', addressee: offeree },
      (_, state: PromiseState, by) => {
        requireOffer(state, by)
        return [promiseEvents.accepted({})]
      },
    ),
    decline: command(
      PromiseDeclined,
      { route: 'POST /promises/:id/decline', about: 'Decline to answer for a promise.', addressee: offeree },
      (c, state: PromiseState, by) => {
        requireOffer(state, by)
        return [promiseEvents.declined(c)]
      },
    ),
    handOver: command(
      PromiseHandedOver,
      {
        route: 'POST /promises/:id/handover',
        about: 'Ask another member to answer for a promise.',
        addressee: answering,
      },
      handedOver,
    ),
    reschedule: command(
      PromiseRescheduled,
      {
        route: 'POST /promises/:id/due',
        about: 'Move when it is due; a promise only as the customer agreed.',
        addressee: answering,
      },
      rescheduled,
    ),
    keep: command(
      PromiseKept,
      { route: 'POST /promises/:id/keep', about: 'Say that a promise was kept, whoever did it.', addressee: answering },
      (c, state: PromiseState) => (open(state) ? [promiseEvents.kept(c)] : []),
    ),
    withdraw: command(
      PromiseWithdrawn,
      { route: 'POST /promises/:id/withdraw', about: 'Take a promise back, and say why.', addressee: answering },
      (c, state: PromiseState, by) => (requireAnswering(state, by) ? [promiseEvents.withdrawn(c)] : []),
    ),
  },
})
