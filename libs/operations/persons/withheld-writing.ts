/** What a steward decides about withheld writing: show it again, or restate it without the person. */
import {
  BECAUSE,
  type Caller,
  fieldsOf,
  isRetracted,
  type Json,
  type KeyOwner,
  type StoredEvent,
  type Viewer,
  versionsOf,
} from '#kernel'
import { isSealed, opened } from '#privacy'
import { keysLetGo } from '../leases/key-holders.js'
import { sayDestroyed } from './destroyed-keys.js'
import { type Erasing, entityOf, keyIdsOf, requireSteward } from './erasing.js'

export interface Redaction {
  by: Viewer
  /** Why; stands with the corrections. */
  because: string
  /** New payloads by id of the first event. Withheld writing that gets none is erased with its key. */
  restated: readonly { eventId: string; body: object }[]
}

/** Shows the withheld writing of a record again, and lets the search find it. */
export async function releaseWriting(
  stream: string,
  { by, grounds }: { by: Viewer; grounds: string },
  e: Erasing,
): Promise<void> {
  requireSteward(by)
  const head = String(await e.log.head())
  await e.core.dispatch(
    { category: 'privacy', command: 'release', id: stream, body: { grounds } },
    { viewer: by, commandId: e.core.commandId('release-writing', stream, by.member, head) },
  )
}

/**
 * Restates the withheld writing of a record under a new key and destroys the old one. What else the
 * old key seals in the record is sealed again as it is.
 * @throws DomainError `writing-not-withheld`, and DomainError, InvalidInput from the corrections; then the old key still stands
 */
export async function redactWriting(stream: string, redaction: Redaction, e: Erasing): Promise<void> {
  const { by, restated } = redaction
  requireSteward(by)
  // Nothing waits for a decision: the decision itself says so, before any key is touched.
  if (!(await isWithheld(stream, e))) return decideRedacted(stream, [], redaction, e)
  const subject = `touchpoint:${entityOf(stream)}` as const
  const withheld = await withheldIn(stream, e)
  const before = await e.log.readStream(stream)
  const old = before.filter(({ id }) => withheld.has(id)).flatMap(keyIdsOf)
  const keys = await e.vault.fetch(old)
  const oldShared = [...new Set(old)].filter((id) => keys.subjectOf(id) === subject)
  if (oldShared.length > 0) await e.vault.renew(subject)
  const restate = async ({ eventId, body }: Redaction['restated'][number]) => {
    // A duty to a person waits for no later fact.
    const request = { stream, eventId, mode: 'restate' as const, body, because: redaction.because, confirmed: true }
    const commandId = e.core.commandId('redact-writing', stream, eventId, oldShared.join(' '), JSON.stringify(body))
    await e.core.correct(request, callerOf(by, commandId))
  }
  for (const event of carriedAlong(before, { withheld, restated }, e)) await restate(withoutWriting(event, e))
  for (const each of restated) await restate(each)
  // Read after the new key is there: until then events were sealed under the old one.
  const events = await e.log.readStream(stream)
  const bystanders = sealedOtherwise(events, { withheld, keys: new Set(oldShared), restated })
  for (const event of bystanders) await restate(await asRestated(event, e))
  for (const id of oldShared) await e.vault.destroyKey(id)
  if (oldShared.length > 0) await keysLetGo(e.vault, await sayDestroyed(stream, { by, owners: [], keys: oldShared }, e))
  await decideRedacted(stream, oldShared, redaction, e)
}

async function decideRedacted(
  stream: string,
  destroyed: readonly string[],
  { by, restated }: Redaction,
  { core }: Erasing,
): Promise<void> {
  const body = { restated: restated.map(({ eventId }) => eventId) }
  const commandId = core.commandId('redacted', stream, by.member, destroyed.join(' '))
  await core.dispatch({ category: 'privacy', command: 'redact', id: stream, body }, callerOf(by, commandId))
}

const callerOf = (viewer: Viewer, commandId: string): Caller => ({ viewer, commandId })

async function isWithheld(stream: string, { log }: Erasing): Promise<boolean> {
  return (await log.readStream(`privacy-${stream}`)).at(-1)?.type === 'privacy.withheld'
}

/** Ids of the record's events that are withheld and were not released, by its own stream of decisions. */
async function withheldIn(stream: string, { log }: Erasing): Promise<Set<string>> {
  let withheld = new Set<string>()
  for (const { type, data } of await log.readStream(`privacy-${stream}`)) {
    if (type === 'privacy.withheld') withheld = withheld.union(new Set(data.events as string[]))
    if (type === 'privacy.released') withheld = withheld.difference(new Set(data.events as string[]))
  }
  return withheld
}

type Redacting = Pick<Redaction, 'restated'> & { withheld: ReadonlySet<string> }

/**
 * Newest versions that are withheld and name nobody themselves: a correction of what they were said
 * about files them anew, and would seal what they say under a key that stands.
 */
function carriedAlong(events: readonly StoredEvent[], of: Redacting, { catalogue }: Erasing): StoredEvent[] {
  const namesNobody = ({ type }: StoredEvent) =>
    fieldsOf(catalogue.require(type).payload).every(({ refersTo }) => refersTo !== 'contact')
  return leftAsTheyAre(events, of).filter(
    (last) => of.withheld.has(last.id) && namesNobody(last) && keyIdsOf(last).length > 0,
  )
}

/** Newest versions that an old key seals although nothing in them is withheld. */
function sealedOtherwise(events: readonly StoredEvent[], of: Redacting & { keys: ReadonlySet<string> }): StoredEvent[] {
  return leftAsTheyAre(events, of).filter(
    (last) => !of.withheld.has(last.id) && keyIdsOf(last).some((id) => of.keys.has(id)),
  )
}

/** Newest versions that hold and that the steward does not restate. */
function leftAsTheyAre(events: readonly StoredEvent[], { restated }: Pick<Redaction, 'restated'>): StoredEvent[] {
  const isRestated = (id: string) => restated.some(({ eventId }) => eventId === id)
  return [...versionsOf(events).values()]
    .filter((version) => !isRetracted(version) && !isRestated(version.first.id))
    .map(({ last }) => last)
}

/** As it stands, without what people wrote in it. */
function withoutWriting(event: StoredEvent, e: Erasing): { eventId: string; body: object } {
  const { [BECAUSE]: _, ...body } = e.catalogue.read(event).data
  return { eventId: event.metadata.corrects?.eventId ?? event.id, body: unsealed(body) as object }
}

function unsealed(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.filter((each) => !isSealed(each)).map(unsealed)
  const open = Object.entries(value).filter(([, each]) => !isSealed(each))
  return Object.fromEntries(open.map(([name, each]) => [name, unsealed(each)]))
}

/** As it stands; of persons erased since, whom nothing new may name, it says nothing. */
async function asRestated(event: StoredEvent, e: Erasing): Promise<{ eventId: string; body: object }> {
  const { [BECAUSE]: _, ...body } = (await opened(e.catalogue.read(event), e.vault)).data
  for (const { name, list, refersTo } of fieldsOf(e.catalogue.require(event.type).payload)) {
    const named = body[name]
    if (refersTo !== 'contact' || !list || !Array.isArray(named)) continue
    const erased = await e.vault.erasedOf(named.map((id): KeyOwner => `contact:${id}`))
    body[name] = named.filter((id) => !erased.has(`contact:${id}`))
  }
  return { eventId: event.metadata.corrects?.eventId ?? event.id, body }
}
