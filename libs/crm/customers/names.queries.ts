/** Names of customers by id, as the reader may see them. */
import type { Docs } from '#kernel'
import { customersView } from './customers.view.js'

/** Id → name; without those that are unknown or not the reader's to see. */
export async function customerNames(ids: Iterable<string>, docs: Docs): Promise<ReadonlyMap<string, string>> {
  const documents = await Promise.all([...new Set(ids)].map((id) => docs.get(customersView, id)))
  return new Map(documents.flatMap((found) => (found?.name === undefined ? [] : [[found.id, found.name]])))
}
