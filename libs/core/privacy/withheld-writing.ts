/** What a steward decides about withheld writing: show it again, or restate it without the person. */
import { BECAUSE, type Caller, isRetracted, type StoredEvent, type Viewer, versionsOf } from '#kernel'
import { openSealed } from '#privacy/opening.js'
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
 * @throws DomainError, InvalidInput from the corrections; then the old key still stands
 */
export async function redactWriting(stream: string, redaction: Redaction, e: Erasing): Promise<void> {
  const { by, restated } = redaction
  requireSteward(by)
  const subject = `touchpoint:${entityOf(stream)}` as const
  const events = await e.log.readStream(stream)
  const withheld = await withheldIn(stream, e)
  const old = [...new Set(events.filter(({ id }) => withheld.has(id)).flatMap(keyIdsOf))]
  const oldShared = old.filter((id) => e.vault.subjectOf(id) === subject)
  if (oldShared.length > 0) await e.vault.renew(subject)
  const bystanders = sealedOtherwise(events, { withheld, keys: new Set(oldShared), restated })
  for (const { eventId, body } of [...restated, ...bystanders.map((event) => asRestated(event, e))]) {
    const request = { stream, eventId, mode: 'restate' as const, body, because: redaction.because }
    await e.core.correct(
      request,
      callerOf(by, e.core.commandId('redact-writing', stream, eventId, JSON.stringify(body))),
    )
  }
  for (const id of oldShared) await e.vault.destroyKey(id)
  const body = { restated: restated.map(({ eventId }) => eventId) }
  const commandId = e.core.commandId('redacted', stream, by.member, oldShared.join(' '))
  await e.core.dispatch({ category: 'privacy', command: 'redact', id: stream, body }, callerOf(by, commandId))
}

const callerOf = (viewer: Viewer, commandId: string): Caller => ({ viewer, commandId })

/** Ids of the record's events that are withheld, by its own stream of decisions. */
async function withheldIn(stream: string, { log }: Erasing): Promise<Set<string>> {
  const decisions = await log.readStream(`privacy-${stream}`)
  return new Set(decisions.flatMap(({ type, data }) => (type === 'privacy.withheld' ? (data.events as string[]) : [])))
}

/** Newest versions that an old key seals although nothing in them is withheld. */
function sealedOtherwise(
  events: readonly StoredEvent[],
  of: { withheld: ReadonlySet<string>; keys: ReadonlySet<string>; restated: Redaction['restated'] },
): StoredEvent[] {
  const isRestated = (id: string) => of.restated.some(({ eventId }) => eventId === id)
  return [...versionsOf(events).values()]
    .filter((version) => !isRetracted(version) && !isRestated(version.first.id) && !of.withheld.has(version.last.id))
    .map(({ last }) => last)
    .filter((last) => keyIdsOf(last).some((id) => of.keys.has(id)))
}

function asRestated(event: StoredEvent, e: Erasing): { eventId: string; body: object } {
  const { [BECAUSE]: _, ...body } = openSealed(e.catalogue.read(event), e.vault).data
  return { eventId: event.metadata.corrects?.eventId ?? event.id, body }
}
