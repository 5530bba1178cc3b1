/** One handover of all that somebody leads: each record is offered to whoever is named for it, or for all of its kind. */
import {
  Choice,
  defineProcess,
  type FollowingStep,
  type Guarded,
  Id,
  ListOf,
  mostFollowing,
  Optional,
  type Resolving,
  Text,
} from '#kernel'
import { type HandedKind, handedKinds } from '../families/handover.js'
import { handedCategories, ledRecords } from './handed-records.js'
import type { HandoverMade } from './handover.events.js'

/** Whom all records of a kind are offered to. */
export class HandedRecordsOfKind {
  @Choice(handedKinds) kind!: HandedKind
  @Id('member') to!: string
  @Optional() @Text({ max: 500 }) why?: Guarded<string>
}

export class HandedRecord extends HandedRecordsOfKind {
  @Id('record') record!: string
}

export class HandedRecords {
  @ListOf(HandedRecord, { max: mostFollowing }) records!: HandedRecord[]
  /** All of a kind that are led, the most urgent first: as many as a request takes with those that are named. */
  @ListOf(HandedRecordsOfKind, { max: handedKinds.length }) all!: HandedRecordsOfKind[]
}

/** Those named, then those of each kind that are not among them. */
async function resolved({ records = [], all = [] }: Partial<HandedRecords>, by: Resolving<HandoverMade>) {
  const full = [...records]
  const named = new Set(records.map(({ kind, record }) => `${kind} ${record}`))
  for (const ofKind of all) {
    const led = await ledRecords(ofKind, by.body, by)
    const others = led.filter((record) => !named.has(`${ofKind.kind} ${record}`))
    full.push(...others.map((record) => ({ ...ofKind, record })))
  }
  return { records: full.slice(0, mostFollowing) }
}

export const handingOver = defineProcess<HandedRecords, HandoverMade>({
  name: 'handing-over',
  about: 'What somebody leads with the members who are asked to lead it.',
  of: { category: 'handover', commands: ['make'] },
  carries: HandedRecords,
  alone: 'refused',
  examples: [
    {
      records: [
        { kind: 'opportunity', record: '2bd0s1e5w6k8m3c7', to: 'bengt', why: 'Aino retires in June.' },
        { kind: 'visit', record: 't4n8k2m6p9q3r7s5', to: 'bengt' },
      ],
      all: [{ kind: 'relationship', to: 'bengt' }],
    },
  ],
  resolves: resolved,
  follows: ({ records = [] }, { body: { from } }) =>
    records.map(({ kind, record: id, to, why }, at): FollowingStep => {
      const place = { place: `records.${at}`, category: handedCategories[kind], command: 'handOver', id }
      // At a visit several take part: whose place it is has to be said. A promise has one owner.
      return { ...place, body: { to, why, ...(kind === 'visit' && { from }) } }
    }),
})
