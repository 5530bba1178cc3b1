/** From documents as they stand to the rows that others read of them. */
import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Row, StoreReads, StreamMessage } from '#kernel'
import { type Slot, slotOf, tableOf } from '#read-models'
import { type PublishedView, publishedRow } from '../tables/published-rows.js'
import { topicOfTable } from '../topics.js'

/** Of how many rows is remembered what was published last. */
const mostRemembered = 50_000

export const topicOfView = ({ published }: PublishedView): string => topicOfTable(published)

export const rowMessage = (view: PublishedView, { key, doc }: Row): StreamMessage => ({
  topic: topicOfView(view),
  key,
  value: doc && JSON.stringify(publishedRow(view, doc)),
})

/** Takes a key out of the table. */
export const removalMessage = (view: PublishedView, key: string): StreamMessage => ({
  topic: topicOfView(view),
  key,
  value: null,
})

/** The messages of documents by their slots, as they stand by now. */
export async function messagesOfSlots(
  slots: Iterable<Slot>,
  store: Pick<StoreReads, 'getMany'>,
): Promise<StreamMessage[]> {
  const byView = [...Map.groupBy(slots, ({ view }) => view as PublishedView)]
  if (byView.length === 0) return []
  const found = await store.getMany(
    byView.map(([view, own]) => ({ table: tableOf(view), keys: own.map(({ key }) => key), columns: [] })),
  )
  return byView.flatMap(([view, own], at) => {
    const rows = new Map((found[at] ?? []).map((row) => [slotOf(view, row.key), row]))
    return own.map(({ key }) => {
      const row = rows.get(slotOf(view, key))
      return row ? rowMessage(view, row) : removalMessage(view, key)
    })
  })
}

/** What was published last of each key: a document changes more often than what others read of it. */
export class LastRows {
  private readonly last = new LRUCache<string, string>({ max: mostRemembered })

  /** Those of the messages that say something new. */
  fresh(messages: readonly StreamMessage[]): StreamMessage[] {
    return messages.filter((message) => this.last.get(slotIn(message)) !== hashOf(message))
  }

  /** They are there by now. */
  published(messages: readonly StreamMessage[]): void {
    for (const message of messages) this.last.set(slotIn(message), hashOf(message))
  }
}

const slotIn = ({ topic, key }: StreamMessage): string => `${topic} ${key}`
const hashOf = ({ value }: StreamMessage): string =>
  value === null ? '' : createHash('sha256').update(value).digest('base64url').slice(0, 22)
