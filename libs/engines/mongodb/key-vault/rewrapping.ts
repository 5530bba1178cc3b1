/** Wraps keys anew by the current master key, some at a time and each by itself, while others make, renew and destroy keys. */
import type { AnyBulkWriteOperation } from 'mongodb'
import { about, isStanding, type KeptKeys, type KeptSubject } from './kept-keys.js'
import type { MasterKeys } from './master-keys.js'

const subjectsPerRequest = 500

/** @returns how many were wrapped anew */
export async function rewrapKeys({ subjects }: KeptKeys, masterKeys: MasterKeys): Promise<number> {
  const others = masterKeys.ids.filter((id) => id !== masterKeys.current)
  let rewrapped = 0
  for (;;) {
    // What was wrapped anew is not found again.
    const found = await subjects.find({ 'keys.by': { $in: others } }, { limit: subjectsPerRequest }).toArray()
    const writes = found.flatMap((subject) => rewrappings(subject, masterKeys))
    if (writes.length === 0) return rewrapped
    const { modifiedCount } = await subjects.bulkWrite(writes, { ordered: false })
    rewrapped += modifiedCount
  }
}

/** A key that was destroyed meanwhile is not as it was found, and stays destroyed. */
function rewrappings({ _id, keys }: KeptSubject, masterKeys: MasterKeys): AnyBulkWriteOperation<KeptSubject>[] {
  return keys
    .filter(isStanding)
    .filter(({ by }) => by !== masterKeys.current)
    .map(({ id, by, wrapped }) => {
      const anew = masterKeys.wrap(masterKeys.unwrap({ by, wrapped }, about(_id, id)), about(_id, id))
      return {
        updateOne: {
          filter: { _id, keys: { $elemMatch: { id, wrapped } } },
          update: { $set: { 'keys.$.by': anew.by, 'keys.$.wrapped': anew.wrapped } },
        },
      }
    })
}
