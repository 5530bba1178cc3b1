/** All partitions with what is filed in them, one after the other: read by some at once, and by fewer where there is much in them. */
import type { Filter } from 'mongodb'
import type { StandingFiling } from '#kernel'
import { batchesOf, type Questions } from '../questions.js'
import { type FiledPartition, type KeptEvent, type KeptFiling, partitionsIn, standingFiling } from './kept-events.js'
import { positionsIn, readKept, withFirsts } from './reading.js'

/** Partitions that are read at once, and how many events of them are to be held by about. */
const most = 200
const wanted = 4000

export interface InPartition {
  partition: string
  /** In recorded order. */
  kept: KeptEvent[]
}

/** In the order of the partitions' names. */
export async function* inPartitions(
  questions: Questions,
  filter: Filter<FiledPartition>,
): AsyncGenerator<InPartition, void, undefined> {
  const options = { ...questions.lasting, sort: { _id: 1 }, projection: { _id: 1 }, batchSize: 1000 } as const
  let size = most / 10
  for await (const found of batchesOf(questions, partitionsIn(questions.db).find(filter, options))) {
    const names = found.map(({ _id }) => _id)
    while (names.length > 0) {
      const kept = yield* together(questions, names.splice(0, size))
      size = kept > wanted ? Math.max(1, Math.floor(size / 2)) : Math.min(most, size * 2)
    }
  }
}

/** @returns how many events were held for it */
async function* together(
  { db, put }: Questions,
  names: readonly string[],
): AsyncGenerator<InPartition, number, undefined> {
  const kept = await put(async (session) => {
    const of = { db, session }
    return withFirsts(of, await readKept(of, { filed: { $in: [...names] } }))
  })
  const byPosition = new Map(kept.map((each) => [each._id, each]))
  for (const [partition, positions] of positionsIn(names, kept))
    yield { partition, kept: positions.flatMap((position) => byPosition.get(position) ?? []) }
  return kept.length
}

/** Every filing in the order of partition, moment and positions. */
export async function* standingFilings(questions: Questions, after?: string): AsyncGenerator<StandingFiling[]> {
  const behind = after === undefined ? {} : { _id: { $gt: after } }
  for await (const { partition, kept } of inPartitions(questions, behind)) {
    const filed = kept.filter((each): each is KeptEvent & KeptFiling => each.filed?.includes(partition) ?? false)
    yield filed
      .sort((a, b) => a.at - b.at || a.first - b.first || a._id - b._id)
      .map((each) => standingFiling(each, partition))
  }
}
