/** Which units have to do with partitions, as the read models say where the business tells them to look. */
import type { UnitsColumn } from '#kernel'
import { tableOf } from '#read-models'
import type { GatheredReads } from './gathered-reads.js'

/** By id, those of which there is a document. */
export async function unitsOfEach(
  ids: readonly string[],
  { reads, unitsColumn }: { reads: Pick<GatheredReads, 'getMany'>; unitsColumn: UnitsColumn },
): Promise<Map<string, readonly string[]>> {
  const rows = await reads.getMany(tableOf(unitsColumn.view), ids)
  return new Map(
    rows.map(({ key, doc }) => {
      const units = doc?.[unitsColumn.column]
      return [key, Array.isArray(units) ? units.map(String) : []]
    }),
  )
}
