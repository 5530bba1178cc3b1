/** When a touchpoint may be recorded, planned, moved, cancelled, held, evaluated and added to. */
import {
  type CommandSpec,
  command,
  type Deciding,
  type Draft,
  defineDecider,
  defineRefusals,
  type Fact,
  laterOf,
  type TouchpointKind,
} from '#kernel'
import { organization } from '../organization/organization.reference.js'
import type { Encounter } from './encounter.events.js'
import { kinds } from './kinds/kinds.js'
import { sharedAfter } from './private-notes.view.js'
import {
  isPrivateKind,
  PrivateNoteKept,
  TouchpointCancelled,
  TouchpointEvaluated,
  TouchpointMoved,
  TouchpointPlanned,
  TouchpointStructured,
  touchpointEvents,
} from './touchpoint.events.js'

export interface TouchpointState {
  status: 'none' | 'planned' | 'cancelled' | 'recorded'
  kind?: string
  customers: string[]
  contacts: string[]
  unit?: string
  writer?: string
  evaluated: boolean
  /** Of a private note: instant at which it was written, or kept private last. */
  privateSince?: string
}

const initial: TouchpointState = { status: 'none', customers: [], contacts: [], evaluated: false }

export const touchpointRefusals = defineRefusals({
  'touchpoint-exists': ['conflict', 'This touchpoint has been recorded already.'],
  'touchpoint-unknown': ['not-found', 'There is no such touchpoint, or it is not yours to see.'],
  'touchpoint-not-planned': ['rule', 'Only a planned meeting or visit can be moved, cancelled or held.'],
  'touchpoint-not-held': ['rule', 'Only what took place can be evaluated or added to.'],
  'touchpoint-other-kind': ['rule', 'It was planned as another kind of touchpoint.'],
  'touchpoint-without-customer': ['rule', 'A touchpoint needs at least one customer.'],
  'touchpoint-not-private': ['rule', 'Only a private note can be kept private, and only by its writer.'],
  'touchpoint-shared': ['rule', 'Everybody reads this note by now; it cannot be kept private any more.'],
  'touchpoint-private': ['rule', 'A private note is not added to; restate it instead.'],
  'unit-unknown': ['rule', 'There is no such selling unit, or it is closed.'],
})
const refuse = touchpointRefusals

/** Fills in what the recorder need not say, and refuses what cannot be. */
function completed<E extends Encounter>(encounter: E, by: Deciding): E {
  const { units, members } = by.present.get(organization)
  if (encounter.customers.length === 0) refuse('touchpoint-without-customer')
  if (units.get(encounter.unit)?.closed !== false) refuse('unit-unknown')
  const own = members.get(by.viewer.member)?.function
  return encounter.function === undefined && own !== undefined ? { ...encounter, function: own } : encounter
}

/** A planned encounter has facts before the one that it took place. */
const encounterTypes = new Set(kinds.map(({ kind }) => `touchpoint.${kind}`))

type Spec = CommandSpec<object, TouchpointState>

/** Records an encounter of a kind at once. */
const record = ({ kind, payload }: TouchpointKind<Encounter>): Spec =>
  command(
    payload,
    { route: `POST /touchpoints/${kind}`, about: `Record a touchpoint of kind ${kind}.`, creates: true },
    (c, state: TouchpointState, by) =>
      state.status === 'none' ? [{ type: `touchpoint.${kind}`, data: completed(c, by) }] : refuse('touchpoint-exists'),
  )

/** Records that a planned encounter took place. */
const hold = ({ kind, payload }: TouchpointKind<Encounter>): Spec =>
  command(
    payload,
    { route: `POST /touchpoints/:id/held/${kind}`, about: `Record that a planned ${kind} took place.` },
    (c, state: TouchpointState, by) => {
      if (state.status !== 'planned') return refuse('touchpoint-not-planned')
      if (state.kind !== kind) return refuse('touchpoint-other-kind')
      return [{ type: `touchpoint.${kind}`, data: completed(c, by) }]
    },
  )

const perKind = Object.fromEntries([
  ...kinds.map((kind) => [`record-${kind.kind}`, record(kind)]),
  ...kinds.filter((kind) => kind.planned).map((kind) => [`hold-${kind.kind}`, hold(kind)]),
]) as Record<string, Spec>

const planned = (state: TouchpointState, draft: Draft): Draft[] =>
  state.status === 'planned'
    ? [draft]
    : refuse(state.status === 'none' ? 'touchpoint-unknown' : 'touchpoint-not-planned')

const held = (state: TouchpointState, draft: Draft): Draft[] =>
  state.status === 'recorded' ? [draft] : refuse(state.status === 'none' ? 'touchpoint-unknown' : 'touchpoint-not-held')

/** Whether everybody reads the note by an instant; what is only about to be recorded has no instant yet. */
const isShared = ({ privateSince }: TouchpointState, instant: string): boolean =>
  privateSince !== undefined && privateSince !== '' && sharedAfter(privateSince) <= instant

function recorded(state: TouchpointState, { type, data, actor, recordedAt }: Fact<string, Encounter>): TouchpointState {
  const kind = type.slice('touchpoint.'.length)
  return {
    ...state,
    status: 'recorded',
    kind,
    customers: data.customers,
    contacts: data.contacts ?? [],
    unit: data.unit,
    writer: actor,
    privateSince: isPrivateKind(kind) ? recordedAt : undefined,
  }
}

export const touchpoint = defineDecider<TouchpointState>()(touchpointEvents, {
  name: 'touchpoint',
  resource: 'history',
  initial,
  evolve: {
    planned: (state, { data, actor }) => ({
      ...state,
      status: 'planned',
      kind: data.kind,
      customers: data.customers,
      contacts: data.contacts ?? [],
      unit: data.unit,
      writer: actor,
    }),
    moved: (state) => state,
    cancelled: (state) => ({ ...state, status: 'cancelled' }),
    evaluated: (state) => ({ ...state, evaluated: true }),
    structured: (state) => state,
    keptPrivate: (state, { recordedAt }) =>
      isShared(state, recordedAt) ? state : { ...state, privateSince: laterOf(state.privateSince ?? '', recordedAt) },
  },
  otherwise: recorded,
  filed: ({ customers, contacts, unit }) => ({ customers, contacts, unit }),
  commands: {
    ...perKind,
    plan: command(
      TouchpointPlanned,
      { route: 'POST /touchpoints/plans', about: 'Plan a meeting or a visit.', creates: true },
      (c, state: TouchpointState, by) =>
        state.status === 'none' ? [touchpointEvents.planned(completed(c, by))] : refuse('touchpoint-exists'),
    ),
    move: command(
      TouchpointMoved,
      { route: 'POST /touchpoints/:id/move', about: 'Move a planned meeting or visit to another time or place.' },
      (c, state: TouchpointState) => planned(state, touchpointEvents.moved(c)),
    ),
    cancel: command(
      TouchpointCancelled,
      { route: 'POST /touchpoints/:id/cancel', about: 'Call off a planned meeting or visit.' },
      (c, state: TouchpointState) => planned(state, touchpointEvents.cancelled(c)),
    ),
    evaluate: command(
      TouchpointEvaluated,
      { route: 'POST /touchpoints/:id/evaluation', about: 'Say in a line whether the goal was reached.' },
      (c, state: TouchpointState) =>
        isPrivateKind(state.kind) ? refuse('touchpoint-private') : held(state, touchpointEvents.evaluated(c)),
    ),
    structure: command(
      TouchpointStructured,
      {
        route: 'POST /touchpoints/:id/notes',
        about: 'Add structure to what was noted: true since the meeting, known from now on.',
        occurs: { since: (type) => encounterTypes.has(type) },
      },
      (c, state: TouchpointState) =>
        isPrivateKind(state.kind) ? refuse('touchpoint-private') : held(state, touchpointEvents.structured(c)),
    ),
    keepPrivate: command(
      PrivateNoteKept,
      {
        route: 'POST /touchpoints/:id/keep-private',
        about: 'Keep a private note from being shared for another 90 days.',
      },
      (c, state: TouchpointState, by) => {
        if (state.writer !== by.viewer.member || !isPrivateKind(state.kind)) return refuse('touchpoint-not-private')
        return isShared(state, by.now) ? refuse('touchpoint-shared') : [touchpointEvents.keptPrivate(c)]
      },
    ),
  },
})
