/** How far a group of consumers is, as its coordinator says. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Admin } from 'kafkajs'

/** A coordinator that has only just been found, or moves, does not know the group for a moment. */
const looks = { times: 20, pauseMs: 100 }

/** @returns topic → partition → the first message that is not done with; -1 where nothing is said */
export async function doneOffsets(
  admin: Admin,
  { group, topics }: { group: string; topics: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlyMap<number, bigint>>> {
  for (let look = 1; ; look++) {
    try {
      const told = await admin.fetchOffsets({ groupId: group, topics: [...topics] })
      return new Map(
        told.map(({ topic, partitions }) => [
          topic,
          new Map(partitions.map(({ partition, offset }) => [partition, BigInt(offset)])),
        ]),
      )
    } catch (error) {
      if ((error as { retriable?: boolean }).retriable !== true || look === looks.times) throw error
      await delay(looks.pauseMs)
    }
  }
}
