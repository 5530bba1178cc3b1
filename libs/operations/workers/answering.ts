/** The work of whoever answers lists, search, figures and the past, so that recording never waits for them. */
import { setTimeout as delay } from 'node:timers/promises'
import {
  type AccessLog,
  type ClearStore,
  type EventLog,
  type FollowedKeys,
  loadReferences,
  type Position,
  type ReadStore,
  ReferenceHolder,
  refuse,
  SerialQueue,
} from '#kernel'
import { lettingGo } from '#privacy'
import { type Answer, type AnswerDraft, type AnsweringRules, QueryService, type Question } from '#queries'
import { CHECKPOINT, startReferences } from '#read-models'
import { holdKeys } from '../leases/key-holders.js'
import { warmUp } from './warming-up.js'

export interface Answering extends AnsweringRules {
  log: EventLog
  vault: FollowedKeys
  store: ReadStore
  clear: ClearStore
  accessLog: Pick<AccessLog, 'find'>
  clock: () => Date
  /** BCP 47; how the group sorts. */
  locale: string
}

/** What may be asked of it, by name: also by another thread. */
export interface AnsweringCalls {
  /**
   * Whoever gives the answer has what was opened in it recorded first.
   * @param gone aborted once nobody waits for it
   */
  draft(question: Question, gone?: AbortSignal): Promise<AnswerDraft<Answer>>
  /** To be told once it may be asked; over as soon as somebody does. */
  warmUp(): Promise<void>
  /** Closes what it works on. */
  stop(): Promise<void>
}

/** How long a question waits for the read models and references to have seen what it goes by, and how often it looks. */
const patienceMs = 10_000
const lookMs = 8

/**
 * Loads what is held in memory. Nobody has to say that there is something new: a question brings the position
 * that it goes by, and what has come up to there is looked at then.
 */
export async function answering(o: Answering): Promise<AnsweringCalls> {
  const { log, vault, store, clear } = o
  const references = new ReferenceHolder(o.registry.references)
  const loading = new SerialQueue()
  const from = { ...o, taken: lettingGo(vault, o.withholding) }
  const referred = async (position: Position) => {
    if (references.upTo < position) await loading.take(() => loadReferences(references, from))
    return references.upTo
  }
  const waitFor = async (position: Position) => {
    await reached(position, referred)
    await reached(position, () => store.checkpoint(CHECKPOINT))
  }
  const holding = await holdKeys(o)
  await startReferences(references, from)
  const queryService = new QueryService({ ...o, references, waitFor })
  let isAsked = false
  return {
    draft: async (question, gone) => {
      isAsked = true
      await reached(question.references ?? 0, referred)
      return queryService.draft(question, gone)
    },
    warmUp: () => warmUp({ ...o, draft: (question) => queryService.draft(question) }, () => isAsked),
    stop: async () => {
      isAsked = true
      await holding.release()
      for (const each of [clear, store, log, vault]) await each.close()
    },
  }
}

/** @throws DomainError `not-yet-visible` when it takes too long */
async function reached(position: Position, look: (position: Position) => Promise<Position>): Promise<void> {
  if ((await look(position)) >= position) return
  const patience = AbortSignal.timeout(patienceMs)
  do {
    if (patience.aborted) refuse('not-yet-visible')
    await delay(lookMs)
  } while ((await look(position)) < position)
}
