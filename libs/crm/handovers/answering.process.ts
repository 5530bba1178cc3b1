/** Several handovers answered at once: each is accepted or declined by whom it is offered to. */
import {
  Choice,
  defineProcess,
  Flag,
  type FollowingStep,
  type Guarded,
  Id,
  ListOf,
  mostFollowing,
  Optional,
  Text,
} from '#kernel'
import { type HandedKind, handedKinds } from '../families/handover.js'
import { handedCategories } from './handed-records.js'
import type { HandoverAnswered } from './handover.events.js'

export class AnsweredHandover {
  @Choice(handedKinds) kind!: HandedKind
  @Id('record') record!: string
  @Flag() accepts!: boolean
  /** Why it is declined. */
  @Optional() @Text({ max: 500 }) why?: Guarded<string>
}

export class AnsweredHandovers {
  @ListOf(AnsweredHandover, { max: mostFollowing }) answers!: AnsweredHandover[]
}

/** Promises have such answers of their own. */
const commandOf = (kind: HandedKind, accepts: boolean): string =>
  `${accepts ? 'accept' : 'decline'}${kind === 'promise' ? '' : 'Handover'}`

export const answeringHandovers = defineProcess<AnsweredHandovers, HandoverAnswered>({
  name: 'answering-handovers',
  about: 'What one accepts and declines of what one is asked to lead.',
  of: { category: 'handover', commands: ['answer'] },
  carries: AnsweredHandovers,
  alone: 'refused',
  examples: [
    {
      answers: [
        { kind: 'opportunity', record: '2bd0s1e5w6k8m3c7', accepts: true },
        { kind: 'visit', record: 't4n8k2m6p9q3r7s5', accepts: false, why: 'I am at the fair that week.' },
      ],
    },
  ],
  follows: ({ answers = [] }) =>
    answers.map(({ kind, record: id, accepts, why }, at): FollowingStep => {
      const place = { place: `answers.${at}`, category: handedCategories[kind], command: commandOf(kind, accepts), id }
      return { ...place, body: accepts ? {} : { why } }
    }),
})
