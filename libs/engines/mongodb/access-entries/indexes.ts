/**
 * The indexes of what a process may only add to and find in: whoever may make them makes them, once; others see that they
 * are there. A role that may do neither is told what to grant, rather than reading everything for each question.
 */
import { type Collection, type Document, type IndexDescription, MongoServerError } from 'mongodb'
import { EnginesRefused } from '#kernel'

type Indexed = Pick<Collection<Document>, 'createIndexes' | 'indexes' | 'namespace'>

const unauthorized = 13
const isRefused = (error: unknown): boolean => error instanceof MongoServerError && error.code === unauthorized

/** @throws EnginesRefused with one line that says what to grant */
export async function requireIndexes(
  of: Indexed,
  wanted: readonly (IndexDescription & { name: string })[],
): Promise<void> {
  try {
    await of.createIndexes([...wanted])
  } catch (error) {
    if (!isRefused(error)) throw error
    const standing = await namesOf(of)
    if (wanted.every(({ name }) => standing.has(name))) return
    throw refusal(of, 'has not all of its indexes, and whom READ_STORE_URL names may not make them: grant createIndex')
  }
}

async function namesOf(of: Indexed): Promise<ReadonlySet<string | undefined>> {
  try {
    return new Set((await of.indexes()).map(({ name }) => name))
  } catch (error) {
    if (!isRefused(error)) throw error
    throw refusal(of, 'has indexes that whom READ_STORE_URL names may not look at: grant listIndexes')
  }
}

const refusal = ({ namespace }: Indexed, says: string) =>
  new EnginesRefused('badSetting', `the collection ${namespace} ${says} on it, beside insert and find.`)
