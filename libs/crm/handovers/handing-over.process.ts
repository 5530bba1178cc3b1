/** One handover of all that somebody leads: each record is offered to whoever is named for it. */
import { Choice, defineProcess, type FollowingStep, type Guarded, Id, ListOf, Optional, Text } from '#kernel'
import type { HandoverMade } from './handover.events.js'

/** What may be handed over. */
export const handedKinds = ['relationship', 'opportunity', 'promise', 'visit'] as const
export type HandedKind = (typeof handedKinds)[number]

export class HandedRecord {
  @Choice(handedKinds) kind!: HandedKind
  @Id('record') record!: string
  @Id('member') to!: string
  @Optional() @Text({ max: 500 }) why?: Guarded<string>
}

export class HandedRecords {
  @ListOf(HandedRecord, { max: 28 }) records!: HandedRecord[]
}

const categories: Readonly<Record<HandedKind, string>> = {
  relationship: 'relationship',
  opportunity: 'opportunity',
  promise: 'promise',
  visit: 'touchpoint',
}

export const handingOver = defineProcess<HandedRecords, HandoverMade>({
  name: 'handing-over',
  about: 'What somebody leads with the members who are asked to lead it.',
  of: { category: 'handover', commands: ['make'] },
  carries: HandedRecords,
  examples: [
    {
      records: [
        { kind: 'opportunity', record: '2bd0s1e5w6k8m3c7', to: 'bengt', why: 'Aino retires in June.' },
        { kind: 'visit', record: 't4n8k2m6p9q3r7s5', to: 'bengt' },
      ],
    },
  ],
  follows: ({ records = [] }, { body: { from } }) =>
    records.map(({ kind, record: id, to, why }, at): FollowingStep => {
      const place = { place: `records.${at}`, category: categories[kind], command: 'handOver', id }
      // At a visit several take part: whose place it is has to be said. A promise has one owner.
      return { ...place, body: { to, why, ...(kind === 'visit' && { from }) } }
    }),
})
