/**
 * Whoever holds keys that several processes share, as everybody sees it: each follows what the log says was destroyed,
 * lets go of that, and says how far it has come. So an erasure is known to be done, in other processes as well.
 */
import { setTimeout as delay } from 'node:timers/promises'
import {
  type EventLog,
  type KeyVault,
  keysLastMs,
  type Lease,
  type Leases,
  laterPosition,
  type Position,
  type Withholding,
} from '#kernel'
import { lettingGo } from '#privacy'
import { pauseMsOf } from './held-lease.js'

const prefix = 'keys:'
/** Of the streams in which it is said what was destroyed. */
const prefixes = ['privacy-']
const lookMs = 20

export interface HoldingKeys {
  vault: Pick<KeyVault, 'shared'>
  log: Pick<EventLog, 'head' | 'subscribe'>
  withholding: Pick<Withholding, 'destroyedBy'>
  /** Resolves once everything is done that was begun with keys as they were before. */
  settled?: () => Promise<void>
  /** Told when what was destroyed can no longer be followed. */
  failed?: (error: Error) => void
}

export interface KeyHolder {
  /** After its keys were used last. */
  release(): Promise<void>
}

/** Before the first key is fetched. Of keys that this process alone holds nothing is said: whoever destroys them tells it. */
export async function holdKeys({ vault, log, withholding, settled, failed }: HoldingKeys): Promise<KeyHolder> {
  const { shared } = vault
  if (!shared) return { release: async () => undefined }
  const letGo = lettingGo(shared, withholding)
  const ending = new AbortController()
  const { signal } = ending
  const after = await log.head()
  const place = new HoldersPlace(shared.leases, after)
  await place.say(after)
  const follow = async () => {
    for await (const { events, upTo } of log.subscribe({ after, prefixes, signal })) {
      for (const event of events) letGo(event)
      if (events.length === 0) continue
      await settled?.()
      await place.say(upTo)
    }
  }
  const repeat = async () => {
    for (;;) {
      // Keeps no process going. Whoever was held up is taken for gone, until it says that it is there.
      await delay(pauseMsOf(shared.leases), undefined, { signal, ref: false })
      await place.say()
    }
  }
  const ended = Promise.all(
    [follow(), repeat()].map((work) =>
      work.catch((error: Error) => {
        // The pause that was under way ends by an error of its own.
        if (signal.aborted) return
        if (!failed) throw error
        failed(error)
      }),
    ),
  )
  return {
    release: async () => {
      ending.abort()
      await ended
      await place.leave()
    },
  }
}

/**
 * Waits until whoever holds keys has let go of what was destroyed up to a position. One that does not say so, since it
 * is held up or gone, is waited for until no key that it may hold can be used any more, and then no longer counted.
 * @param lastMs for how long keys may be held
 * @returns whether there were others than whoever asks: what they were recording by then is recorded
 */
export async function keysLetGo(
  { shared }: Pick<KeyVault, 'shared'>,
  position: Position,
  lastMs = keysLastMs,
): Promise<boolean> {
  if (!shared) return false
  const { leases } = shared
  const fromMs = performance.now()
  for (;;) {
    const all = await leases.reported(prefix)
    const behind = all.filter(({ reached }) => reached < position)
    if (behind.length === 0) return all.length > 1
    if (performance.now() - fromMs >= lastMs) {
      for (const { name } of behind) await leases.retire(name)
      return true
    }
    await delay(lookMs)
  }
}

/** Under which name a holder says how far it is: one that nobody says anything under. */
class HoldersPlace {
  private lease: Lease | undefined
  private saying: Promise<void> = Promise.resolve()

  constructor(
    private readonly leases: Leases,
    private reached: Position,
  ) {}

  /** One at a time. Where another has the place by now, since this one was taken for gone, another is taken. */
  say(reached: Position = this.reached): Promise<void> {
    this.reached = laterPosition(this.reached, reached)
    this.saying = this.saying.then(async () => {
      while (!this.lease || !(await this.leases.report(this.lease, this.reached))) this.lease = await this.taken()
    })
    return this.saying
  }

  async leave(): Promise<void> {
    await this.saying
    if (!this.lease) return
    await this.leases.retire(this.lease.name)
    await this.leases.release(this.lease)
  }

  private async taken(): Promise<Lease> {
    const said = new Set((await this.leases.reported(prefix)).map(({ name }) => name))
    for (let place = 1; ; place++) {
      const name = `${prefix}${place}`
      const lease = said.has(name) ? undefined : await this.leases.take(name)
      if (lease) return lease
    }
  }
}
