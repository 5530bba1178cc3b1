/**
 * How far each has published, in a table of its own for each name that is written with the messages. Of its own,
 * since committed records cannot be read behind a transaction of somebody else. The last record is looked for from
 * the end backwards, since many may stand before it that are not compacted yet.
 */
import type { Kafka } from 'kafkajs'
import { type Bookmark, storedPosition } from '#kernel'
import { extentsOf, readCommitted } from './read-committed.js'
import type { KafkaTopic } from './topics.js'

export interface KeptBookmark {
  /** By whom it was written: each who takes over is another. */
  holder: string
  /** Absent until something was published. */
  bookmark?: Bookmark
}

const firstWindow = 256n

export const bookmarkTopic = (prefix: string, name: string): KafkaTopic => ({
  name: `${prefix}.positions.${name}`,
  isTable: true,
  partitions: 1,
  isBusy: true,
})

export const writtenBookmark = ({ holder, bookmark }: KeptBookmark): string =>
  JSON.stringify({ ...(bookmark && { position: String(bookmark.position), note: bookmark.note }), holder })

/** @param topic with the prefix */
export async function lastBookmark(
  kafka: Kafka,
  { prefix, topic }: { prefix: string; topic: string },
): Promise<KeptBookmark | undefined> {
  const [extent] = await extentsOf(kafka, topic)
  if (!extent) return undefined
  let { high } = extent
  for (let window = firstWindow; high > extent.low; window *= 2n) {
    let low = extent.low
    if (high - window > low) low = high - window
    let last: string | null = null
    const take = ({ value }: { value: string | null }) => {
      last = value
    }
    await readCommitted(kafka, { topic, prefix, extents: [{ partition: extent.partition, low, high }], take })
    if (last !== null) return parsed(last)
    high = low
  }
  return undefined
}

function parsed(text: string): KeptBookmark {
  const { position, note, holder } = JSON.parse(text)
  if (position === undefined) return { holder }
  return { holder, bookmark: { position: storedPosition(Number(position)), note } }
}
