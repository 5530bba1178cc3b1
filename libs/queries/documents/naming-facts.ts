/** Which facts name a record, by what the read models have filed: asked before a record is taken back. */
import { type Filing, isRetracted, NamedRecords, type ReadStore, type Registry, versionsOf } from '#kernel'
import { partitionKey } from '#read-models'

interface NamingParts {
  store: ReadStore
  registry: Registry
}

/** More are not told. */
const most = 100

/** Ids of first events, of other streams, that hold and name the record; those recorded last first. */
export async function factsNaming(stream: string, filed: Filing, parts: NamingParts): Promise<string[]> {
  const named = new NamedRecords(parts.registry.catalogue)
  if (!named.names(stream.slice(0, stream.indexOf('-')))) return []
  const events = await filedAround(stream, filed, parts)
  return [...versionsOf(events).values()]
    .filter((version) => version.first.stream !== stream && !isRetracted(version) && named.of(version.last).has(stream))
    .map(({ first }) => first.id)
    .toReversed()
    .slice(0, most)
}

/** What is filed with a record's customers and contacts; what is filed with neither is named by its unit at most. */
async function filedAround(stream: string, { customers, contacts }: Filing, { store, registry }: NamingParts) {
  const { catalogue } = registry
  const partitions = [
    ...customers.map((id) => partitionKey('customer', id)),
    ...contacts.map((id) => partitionKey('contact', id)),
  ]
  if (partitions.length === 0 && !stream.startsWith('unit-')) return []
  const events =
    partitions.length > 0
      ? await store.filings.history(partitions)
      : await store.filings.ofUnit(stream.slice('unit-'.length), most)
  return events.map((event) => catalogue.read(event))
}
