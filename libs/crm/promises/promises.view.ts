/** What did we say we would do, who answers for it, how long is there still, and did we? */
import { type AnyFact, defineView, type Guarded, type StatedTimes, timed } from '#kernel'
import { type Clock, type PromiseKind, promiseEvents } from './promise.events.js'

export const promiseStatuses = ['offered', 'open', 'declined', 'kept', 'kept-late', 'withdrawn'] as const
export type PromiseStatus = (typeof promiseStatuses)[number]

export interface PromiseDocument {
  id: string
  customer: string
  unit: string
  contact?: string
  madeIn?: string
  what: Guarded<string>
  kind: PromiseKind
  clock: Clock
  /** `offered` and `declined` while nobody has accepted it; `open` once somebody has. */
  status: PromiseStatus
  due: string
  /** When time alone breaks it; absent once it is kept or withdrawn. */
  overdueAt?: string
  maker: string
  owner?: string
  /** Handed over or offered, and not accepted. */
  offeredTo?: string
  madeAt: string
  /** How often it was moved. */
  moves: number
  settledAt?: string
  /** How exactly those instants are known. */
  times: StatedTimes<'madeAt' | 'settledAt'>
  /** How it was kept, or why withdrawn or declined. */
  said?: Guarded<string>
}

type Doc = PromiseDocument

/** Who is asked answers at once when it is their own doing, or their own already. */
const offer = (
  member: string,
  { actor, owner }: { actor: string; owner?: string },
): Pick<Doc, 'owner' | 'offeredTo'> =>
  member === actor || member === owner ? { owner: member, offeredTo: undefined } : { offeredTo: member }

/** Open when somebody answers for it. */
function pending(doc: Omit<Doc, 'status'>): Doc {
  if (doc.owner !== undefined) return { ...doc, status: 'open' }
  return { ...doc, status: doc.offeredTo === undefined ? 'declined' : 'offered' }
}

/** Facts about a promise that was settled meanwhile change nothing of how it ended. */
const isPending = (doc: Doc | undefined): doc is Doc => doc?.overdueAt !== undefined

function settled(doc: Doc | undefined, fact: AnyFact, end: { status: PromiseStatus; said?: Guarded<string> }) {
  const times = timed(doc?.times ?? {}, fact, 'settledAt')
  return doc && { ...doc, ...end, settledAt: fact.at, times, overdueAt: undefined, offeredTo: undefined }
}

export const promises = defineView<Doc>()({
  name: 'promises',
  version: 3,
  of: [promiseEvents],
  on: {
    'promise.made': (_, fact) => {
      const { data, entity, customer, at, actor } = fact
      const { owner, ...said } = data
      return pending({
        ...said,
        id: entity,
        customer,
        overdueAt: said.due,
        maker: actor,
        madeAt: at,
        times: timed({}, fact, 'madeAt'),
        moves: 0,
        ...offer(owner, { actor }),
      })
    },
    'promise.accepted': (doc, { actor }) =>
      isPending(doc) ? pending({ ...doc, owner: actor, offeredTo: undefined }) : doc,
    'promise.declined': (doc, { data }) =>
      isPending(doc) ? pending({ ...doc, offeredTo: undefined, said: data.why }) : doc,
    'promise.handed-over': (doc, { data, actor }) =>
      isPending(doc) ? pending({ ...doc, ...offer(data.to, { actor, owner: doc.owner }) }) : doc,
    'promise.rescheduled': (doc, { data }) =>
      isPending(doc) ? { ...doc, due: data.due, overdueAt: data.due, moves: doc.moves + 1 } : doc,
    // Whoever keeps what nobody answers for has answered for it.
    'promise.kept': (doc, fact) =>
      doc &&
      settled({ ...doc, owner: doc.owner ?? fact.actor }, fact, {
        status: fact.at <= doc.due ? 'kept' : 'kept-late',
        said: fact.data.how,
      }),
    'promise.withdrawn': (doc, fact) => settled(doc, fact, { status: 'withdrawn', said: fact.data.why }),
  },
  draws: {
    follows: ['id', 'unit', 'owner', 'offeredTo', 'kind', 'status', 'due', 'overdueAt'],
    of: ({ id, unit, owner, kind, status, due }) => [
      { line: 'promise', thing: id, unit, member: owner, says: { kind, status, due } },
    ],
  },
  columns: {
    customer: 'id',
    unit: 'id',
    owner: 'id',
    offeredTo: 'id',
    maker: 'id',
    kind: 'code',
    status: 'code',
    due: 'instant',
    overdueAt: 'instant',
    madeAt: 'instant',
  },
  indexes: [
    ['owner', 'status', 'due'],
    ['offeredTo', 'due'],
    ['maker', 'status', 'due'],
    ['customer', 'due'],
    ['unit', 'overdueAt'],
  ],
})
