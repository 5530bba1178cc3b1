/** Small things that the specs of imports share: files in memory, a mapping from its text, a plan as a list. */
import { readMapping } from '#imports/mapping/read-mapping.js'
import { planRows } from '#imports/plan/plan.js'
import type { PlannedRow } from '#imports/plan/planned-row.js'
import type { PlanRequest } from '#imports/plan/prepare.js'
import type { ImportFile } from '#imports/tabular/table.js'

export function fileOf(name: string, content: string | Uint8Array, chunkBytes = 65_536): ImportFile {
  const bytes = Buffer.from(content as string)
  return {
    name,
    async *open() {
      for (let at = 0; at < bytes.length; at += chunkBytes) yield bytes.subarray(at, at + chunkBytes)
    },
  }
}

export const mappingOf = (text: string) => readMapping(text, 'test.mapping.yaml')

export async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

export const planOf = (request: PlanRequest): Promise<PlannedRow[]> => listOf(planRows(request))
