/** When a touchpoint may be recorded, planned, moved, cancelled, held, evaluated and added to. */
import {
  type CommandSpec,
  command,
  type Deciding,
  type Draft,
  defineDecider,
  type Fact,
  type Guarded,
  laterOf,
  utc,
} from '#kernel'
import { customerHistory } from '../customers/document/customers.resource.js'
import { type Handed, handoverCommands, type Offer } from '../families/handing-over.js'
import { organization } from '../organization/organization.reference.js'
import type { Encounter } from './encounter.events.js'
import type { TouchpointKind } from './kinds/define-kind.js'
import { kinds } from './kinds/kinds.js'
import { sharedAfter } from './notes/private-notes.view.js'
import { inPlaceOf } from './plans/plans.view.js'
import { touchpointRefusals } from './rules/touchpoint-refusals.js'
import { beginning, completed, possibly, requireAsPlanned, requireNotes } from './rules/touchpoint-rules.js'
import {
  GistSaid,
  isPrivateKind,
  PrivateNoteKept,
  plannedKinds,
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
  /** When it is planned to begin, and where. */
  startsAt?: string
  place?: Guarded<string>
  evaluated: boolean
  /** Of a plan, those of us who take part. */
  members: readonly string[]
  offer?: Offer
  hasGist: boolean
  /** Of a private note: instant at which it was written, or kept private last. */
  privateSince?: string
}

const initial: TouchpointState = {
  ...{ status: 'none', customers: [], contacts: [], evaluated: false, hasGist: false, members: [] },
}

const refuse = touchpointRefusals

/** A planned encounter has facts before the one that it took place. */
const encounterTypes = new Set(kinds.map(({ kind }) => `touchpoint.${kind}`))

const kindOf = (type: string): string => type.slice('touchpoint.'.length)

type Spec = CommandSpec<object, TouchpointState>

/** Records an encounter of a kind at once. */
const record = ({ kind, payload }: TouchpointKind<Encounter>): Spec =>
  command(
    payload,
    { route: `POST /touchpoints/${kind}`, about: `Record a touchpoint of kind ${kind}.`, creates: true },
    async (c, state: TouchpointState, by) => {
      if (state.status !== 'none') return refuse('touchpoint-exists')
      return [{ type: `touchpoint.${kind}`, data: await completed({ kind, encounter: c }, by) }]
    },
  )

/** Records that a planned encounter took place. */
const hold = ({ kind, payload }: TouchpointKind<Encounter>): Spec =>
  command(
    payload,
    { route: `POST /touchpoints/:id/held/${kind}`, about: `Record that a planned ${kind} took place.` },
    async (c, state: TouchpointState, by) => {
      requirePlanned(state)
      if (state.kind !== kind) return refuse('touchpoint-other-kind')
      requireAsPlanned(state, c, by)
      return [{ type: `touchpoint.${kind}`, data: await completed({ kind, encounter: c }, by) }]
    },
  )

const perKind = Object.fromEntries([
  ...kinds.map((kind) => [`record-${kind.kind}`, record(kind)]),
  ...kinds.filter((kind) => kind.planned).map((kind) => [`hold-${kind.kind}`, hold(kind)]),
]) as Record<string, Spec>

function requirePlanned({ status }: TouchpointState): void {
  if (status !== 'planned') refuse(status === 'none' ? 'touchpoint-unknown' : 'touchpoint-not-planned')
}

function requireHeld({ status, kind }: TouchpointState): void {
  if (isPrivateKind(kind)) refuse('touchpoint-private')
  if (status !== 'recorded') refuse(status === 'none' ? 'touchpoint-unknown' : 'touchpoint-not-held')
}

function moved(c: TouchpointMoved, state: TouchpointState, by: Deciding): Draft[] {
  requirePlanned(state)
  const startsAt = beginning(c.startsAt, by)
  const isThere = startsAt === state.startsAt && (c.place ?? state.place) === state.place
  return isThere ? [] : [touchpointEvents.moved({ ...c, startsAt })]
}

function evaluated(c: TouchpointEvaluated, state: TouchpointState): Draft[] {
  requireHeld(state)
  if (!plannedKinds.includes(state.kind ?? '')) return refuse('touchpoint-not-evaluable')
  return state.evaluated ? refuse('touchpoint-evaluated') : [touchpointEvents.evaluated(c)]
}

function handed(state: TouchpointState): Handed {
  requirePlanned(state)
  return { unit: state.unit, leads: state.members, offer: state.offer }
}

/** In the language that all in the group read. */
function gistAdded({ gist }: GistSaid, state: TouchpointState, by: Deciding): Draft[] {
  requireHeld(state)
  const { language = 'en' } = by.present.get(organization).group ?? {}
  return state.hasGist ? refuse('touchpoint-gist-exists') : [touchpointEvents.gistAdded({ gist, language })]
}

/** What is added says something. */
function adding(c: TouchpointStructured): TouchpointStructured {
  requireNotes(c.notes)
  return c
}

const planning = (c: TouchpointPlanned, by: Deciding): TouchpointPlanned => ({
  ...c,
  startsAt: beginning(c.startsAt, by),
})

/** An encounter that was planned stays with whom it was planned; what was filled in for its recorder holds unless told. */
function restatedEncounter(
  { type, data, before }: Draft & { before: object },
  state: TouchpointState,
  by: Deciding,
): Promise<Encounter> {
  const { function: filled } = before as Partial<Encounter>
  const encounter = { ...(filled && { function: filled }), ...(data as Encounter) }
  if (state.status === 'planned') requireAsPlanned(state, encounter, by)
  return possibly({ kind: kindOf(type), encounter, before }, by)
}

function possible({ status, kind, evaluated, hasGist, offer }: TouchpointState, { type, actor }: Fact): boolean {
  switch (type) {
    case 'touchpoint.planned':
      return status === 'none'
    case 'touchpoint.moved':
    case 'touchpoint.cancelled':
      return status === 'planned'
    case 'touchpoint.handover-offered':
      return status === 'planned'
    case 'touchpoint.handover-accepted':
    case 'touchpoint.handover-declined':
      return status === 'planned' && offer?.to === actor
    case 'touchpoint.evaluated':
      return status === 'recorded' && !evaluated
    case 'touchpoint.gist-added':
      return status === 'recorded' && !hasGist
    case 'touchpoint.structured':
    case 'touchpoint.kept-private':
      return status === 'recorded'
    default:
      return status === 'none' || (status === 'planned' && kind === kindOf(type))
  }
}

/** Whether everybody reads the note by an instant; what is only about to be recorded has no instant yet. */
const isShared = ({ privateSince }: TouchpointState, instant: string): boolean =>
  privateSince !== undefined && privateSince !== '' && sharedAfter(privateSince) <= instant

function recorded(state: TouchpointState, { type, data, actor, recordedAt }: Fact<string, Encounter>): TouchpointState {
  const kind = kindOf(type)
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
  resource: customerHistory,
  initial,
  evolve: {
    planned: (state, { data, actor }) => ({
      ...state,
      status: 'planned',
      kind: data.kind,
      customers: data.customers,
      contacts: data.contacts ?? [],
      unit: data.unit,
      startsAt: utc(data.startsAt),
      place: data.place,
      writer: actor,
      members: [...new Set([actor, ...(data.members ?? [])])],
    }),
    handoverOffered: (state, { data }) => ({ ...state, offer: data }),
    handoverAccepted: (state, { actor }) => ({
      ...state,
      members: inPlaceOf(state.members, { from: state.offer?.from, to: actor }),
      offer: undefined,
    }),
    handoverDeclined: (state) => ({ ...state, offer: undefined }),
    moved: (state, { data }) => ({ ...state, startsAt: utc(data.startsAt), place: data.place ?? state.place }),
    cancelled: (state) => ({ ...state, status: 'cancelled' }),
    evaluated: (state) => ({ ...state, evaluated: true }),
    structured: (state) => state,
    gistAdded: (state) => ({ ...state, hasGist: true }),
    keptPrivate: (state, { recordedAt }) =>
      isShared(state, recordedAt) ? state : { ...state, privateSince: laterOf(state.privateSince ?? '', recordedAt) },
  },
  otherwise: recorded,
  allows: possible,
  restates: {
    planned: async (c, _, by, before) => planning(await possibly({ kind: c.kind, encounter: c, before }, by), by),
    moved: (c, _, by) => ({ ...c, startsAt: beginning(c.startsAt, by) }),
    structured: adding,
  },
  restatesOther: restatedEncounter,
  filedIn: ({ customers, contacts, unit }) => ({ customers, contacts, unit }),
  commands: {
    ...perKind,
    plan: command(
      TouchpointPlanned,
      { route: 'POST /touchpoints/plans', about: 'Plan a meeting or a visit.', creates: true },
      async (c, state: TouchpointState, by) => {
        if (state.status !== 'none') return refuse('touchpoint-exists')
        return [touchpointEvents.planned(planning(await completed({ kind: c.kind, encounter: c }, by), by))]
      },
    ),
    move: command(
      TouchpointMoved,
      { route: 'POST /touchpoints/:id/move', about: 'Move a planned meeting or visit to another time or place.' },
      moved,
    ),
    cancel: command(
      TouchpointCancelled,
      { route: 'POST /touchpoints/:id/cancel', about: 'Call off a planned meeting or visit.' },
      (c, state: TouchpointState) => {
        requirePlanned(state)
        return [touchpointEvents.cancelled(c)]
      },
    ),
    evaluate: command(
      TouchpointEvaluated,
      { route: 'POST /touchpoints/:id/evaluation', about: 'Say in a line whether the goal was reached.' },
      evaluated,
    ),
    structure: command(
      TouchpointStructured,
      {
        route: 'POST /touchpoints/:id/notes',
        about: 'Add structure to what was noted: true since the meeting, known from now on.',
        occurs: { since: (type) => encounterTypes.has(type) },
      },
      (c, state: TouchpointState) => {
        requireHeld(state)
        return [touchpointEvents.structured(adding(c))]
      },
    ),
    ...handoverCommands<TouchpointState>(touchpointEvents, { path: 'touchpoints', what: 'a planned visit', handed }),
    addGist: command(
      GistSaid,
      {
        route: 'POST /touchpoints/:id/gist',
        about: 'Say in one sentence, in the group’s language, what was noted: for readers of other languages.',
        occurs: { since: (type) => encounterTypes.has(type) },
        addressee: ({ writer }) => writer,
      },
      gistAdded,
    ),
    keepPrivate: command(
      PrivateNoteKept,
      { route: 'POST /touchpoints/:id/keep-private', about: 'Keep a private note from being shared for 90 days more.' },
      (c, state: TouchpointState, by) => {
        if (state.writer !== by.viewer.member || !isPrivateKind(state.kind))
          return refuse(state.status === 'none' ? 'touchpoint-unknown' : 'touchpoint-not-private')
        return isShared(state, by.now) ? refuse('touchpoint-shared') : [touchpointEvents.keptPrivate(c)]
      },
    ),
  },
})
