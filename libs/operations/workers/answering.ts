/** The work of whoever answers lists, search, figures and the past, so that recording never waits for them. */
import {
  type AccessLog,
  type FollowedKeys,
  type FollowedLog,
  type FollowedStore,
  followReferences,
  loadReferences,
  type Position,
  ReferenceHolder,
  refuse,
  Waiting,
} from '#kernel'
import { type Answer, type AnsweringRules, ChangeFeed, QueryService, type Question } from '#queries'

export interface Answering extends AnsweringRules {
  log: FollowedLog
  vault: FollowedKeys
  store: FollowedStore
  accessLog: AccessLog
  clock: () => Date
  /** BCP 47; how the group sorts. */
  locale: string
  /** Told when the read models can no longer be followed. */
  onFailure: (error: Error) => void
}

/** What may be asked of it, by name: also by another thread. */
export interface AnsweringCalls {
  ask(question: Question): Promise<Answer>
  /** A hint that the read models have changed. */
  written(): void
  notify(): void
  keysDestroyed(keyIds: string[]): void
  /** Closes what it works on. */
  stop(): Promise<void>
}

/** How long a question waits for the read models and references to have seen what it goes by. */
const patienceMs = 10_000

/** Loads what is held in memory and follows the log from there. */
export async function answering(o: Answering): Promise<AnsweringCalls> {
  const { log, vault, store } = o
  const references = new ReferenceHolder(o.registry.references)
  const referred = new Waiting()
  const stopping = new AbortController()
  await loadReferences(references, o)
  const reached = (position: Position) => referred.reach(position)
  const followed = followReferences(references, { ...o, reached }, stopping.signal)
  const waitFor = async (position: Position) => {
    const waited = await Promise.all([changes.projected, referred].map((one) => one.wait(position, patienceMs)))
    if (waited.includes(false)) refuse('not-yet-visible')
  }
  const queryService = new QueryService({ ...o, references, waitFor })
  const changes = new ChangeFeed(() => queryService, o.onFailure)
  await changes.follow(store)
  return {
    ask: async (question) => {
      const { references: seen = 0 } = question
      if (!(await referred.wait(seen, patienceMs))) refuse('not-yet-visible')
      return queryService.ask(question)
    },
    written: () => store.notify(),
    notify: () => log.notify(),
    keysDestroyed: (keyIds) => vault.forgetKeys(keyIds),
    stop: async () => {
      stopping.abort()
      log.notify()
      await followed
      await changes.stop()
      for (const each of [store, log, vault]) await each.close()
    },
  }
}
