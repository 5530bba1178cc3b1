/**
 * What of an event's data is published: the newest version of what it says, with sealed values taken out and their
 * tokens beside it, once each, as the log itself keeps them.
 */
import {
  type Catalogue,
  type Json,
  type JsonObject,
  SEALED,
  type Sealed,
  type SealedGroup,
  type StoredEvent,
  sealedPathsOf,
} from '#kernel'

/**
 * The data as it is published. What was recorded open and is sealed by now does not leave: no destroyed key would
 * reach it.
 * @throws DomainError `event-unreadable` as the catalogue does
 */
export function publishedFact(event: StoredEvent, catalogue: Catalogue): JsonObject {
  const { version, payload } = catalogue.require(event.type)
  const { schemaVersion, corrects } = event.metadata
  // As the log keeps it; a retraction says nothing of what it retracts, in no version.
  if (schemaVersion === version || corrects?.mode === 'retract') return event.data
  const tokens = new Map<string, string[]>()
  const open = withoutMarkers(catalogue.read(event).data, tokens) as JsonObject
  for (const { path } of sealedPathsOf(payload)) removeAt(open, path.split('.'))
  const groups: SealedGroup[] = [...tokens].map(([token, paths]) => ({ token, paths }))
  return groups.length === 0 ? open : { ...open, [SEALED]: groups as unknown as Json[] }
}

const isMarker = (value: Json): value is JsonObject & Sealed =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value['~'] === 'string'

/** A copy without markers; where they pointed is gathered by token. A list keeps a place as null. */
function withoutMarkers(value: Json, tokens: Map<string, string[]>): Json {
  if (Array.isArray(value))
    return value.map((item) => (isMarker(item) ? taken(item, tokens) : withoutMarkers(item, tokens)))
  if (value === null || typeof value !== 'object') return value
  const open: JsonObject = {}
  for (const [name, member] of Object.entries(value)) {
    if (isMarker(member)) taken(member, tokens)
    else open[name] = withoutMarkers(member, tokens)
  }
  return open
}

function taken({ '~': token, at }: Sealed, tokens: Map<string, string[]>): null {
  tokens.set(token, [...(tokens.get(token) ?? []), at])
  return null
}

function removeAt(value: Json | undefined, [name, ...rest]: readonly string[]): void {
  if (name === undefined || value === null || typeof value !== 'object') return
  if (Array.isArray(value)) for (const item of value) removeAt(item, rest)
  else if (rest.length === 0) delete value[name]
  else removeAt(value[name], rest)
}
