/**
 * Erases a person: says so in the log, withholds what names them together with others, destroys the keys
 * that are theirs alone, and says which those were: by that, whoever keeps plaintext or holds keys lets go, and is
 * waited for.
 * Every step may be repeated, so an erasure that was interrupted is done again from its beginning (see
 * `finishErasures`).
 */
import { type KeyOwner, laterPosition, type Position, type StoredEvent, type Viewer } from '#kernel'
import { keyIdsIn } from '#privacy'
import { openProcesses } from '#queries'
import { keysLetGo } from '../leases/key-holders.js'
import { forgetUnrecorded } from '../processes/unrecorded.js'
import { sayDestroyed } from './destroyed-keys.js'
import { type Erasing, eventsNaming, keyIdsOf, recordsOf, requireSteward } from './erasing.js'

export interface ErasureRequest {
  /** A steward. */
  by: Viewer
  /** One of the grounds that `contact.erased` knows; no free text, which would outlive the erasure. */
  grounds: string
}

export interface ErasedPerson {
  contact: string
  /** Streams of the records whose writing waits for a steward: it names others as well. */
  withheld: string[]
  /** Imports whose uploaded and error files can no longer be opened, because the person was in them. */
  imports: string[]
  /** Files of plaintext that may still hold something, which nobody keeps just now: they forget it when they are opened next. */
  notForgottenBy: string[]
  /** Answers from here on show the person nowhere. */
  position: Position
}

/** Most events that one command withholds. */
const eventsPerCommand = 200

/**
 * A person may have several records: all of them are erased.
 * @throws DomainError `not-allowed`, `contact-unknown`; then nothing was done
 * @throws Error when a file is read by somebody else for too long; then do it again
 */
export async function erasePerson(contact: string, request: ErasureRequest, e: Erasing): Promise<ErasedPerson> {
  const { by, grounds } = request
  requireSteward(by)
  const records = recordsOf(contact, e)
  for (const id of records)
    await e.core.dispatch(
      { category: 'contact', command: 'erase', id, body: { grounds } },
      { viewer: by, commandId: e.core.commandId('erase-person', id, by.member, grounds) },
    )
  const person: Person = { contact, records, owners: records.map((id): KeyOwner => `contact:${id}`), by }
  await withholdShared(person, await eventsNaming(records, e), e)
  for (const owner of person.owners) await e.vault.destroy(owner)
  for (const id of records) await forgetUnrecordedOf(id, e)
  // Only then is whatever names the person refused: what was recorded meanwhile is read, too, and what was under way.
  await e.core.settled()
  // So is that another record is theirs.
  if (recordsOf(contact, e).length > records.length) return erasePerson(contact, request, e)
  let reached = await reach(person, e)
  let said = await sayAllDestroyed(person, reached.destroyed, e)
  if (await keysLetGo(e.vault, said)) {
    // Others record as well, and what was under way there is there by now.
    reached = await reach(person, e)
    said = await sayAllDestroyed(person, reached.destroyed, e)
  }
  const position = await e.log.head()
  await e.projected(position)
  const partitions = [...person.owners]
  await e.accessLog.note({ kind: 'erasure', viewer: by.member, page: 'erase-person', partitions, position })
  const { withheld, imports } = reached
  return { contact, withheld, imports, notForgottenBy: await e.notForgottenBy(said), position }
}

/** Whose traces go, and who has them go. */
interface Person {
  /** As asked for. */
  contact: string
  records: readonly string[]
  /** Of the keys that are the person's own. */
  owners: readonly KeyOwner[]
  by: Viewer
}

/** Withholds what names the person and others as well, and destroys what else is sealed of them alone. */
async function reach(person: Person, e: Erasing) {
  const events = await eventsNaming(person.records, e)
  const withheld = await withholdShared(person, events, e)
  const imports = [...new Set(events.flatMap(({ metadata }) => metadata.importId ?? []))]
  // An uploaded file holds its rows as they came: it is opened again by nobody.
  for (const id of imports) await e.vault.destroy(`import:${id}`)
  await e.projected(await e.log.head())
  const sealedUnder = keyIdsIn(events.map(({ data }) => data))
  const keys = await e.vault.fetch(sealedUnder)
  return { withheld, imports, destroyed: [...sealedUnder].filter((id) => keys.bytesOf(id) === null) }
}

/** Says of each record that its keys are gone, and of the first one which others. @returns the position of what was said last */
async function sayAllDestroyed({ records, by }: Person, destroyed: readonly string[], e: Erasing): Promise<Position> {
  let said: Position = 0
  for (const [at, id] of records.entries()) {
    const keys = at === 0 ? destroyed : []
    said = laterPosition(said, await sayDestroyed(`contact-${id}`, { by, owners: [`contact:${id}`], keys }, e))
  }
  return said
}

/** What is not recorded yet is filed with nobody. */
async function forgetUnrecordedOf(contact: string, e: Erasing): Promise<void> {
  for (const { id } of await openProcesses(e)) await forgetUnrecorded(await e.core.processes.load(id), e, contact)
}

/** By stream, the events whose writing outlives the person's own keys; keys that only their records share are destroyed. */
async function sharedIn(
  events: readonly StoredEvent[],
  { owners, records }: Person,
  { vault, log }: Erasing,
): Promise<Map<string, StoredEvent[]>> {
  const keys = await vault.fetch(keyIdsIn(events.map(({ data }) => data)))
  const isOwn = new Set<string | null>([null, ...owners])
  const shared = events.filter((event) => keyIdsOf(event).some((id) => !isOwn.has(keys.subjectOf(id))))
  const byStream = Map.groupBy(shared, ({ stream }) => stream)
  for (const [stream, of] of byStream) {
    const named = (await log.readStream(stream)).flatMap(({ metadata }) => metadata.contacts)
    if (named.some((id) => !records.includes(id))) continue
    // Several records were named, and all of them are one person.
    const ids = of.flatMap(keyIdsOf).filter((id) => !isOwn.has(keys.subjectOf(id)))
    if (!ids.every((id) => keys.subjectOf(id)?.startsWith('touchpoint:'))) continue
    for (const id of new Set(ids)) await vault.destroyKey(id)
    byStream.delete(stream)
  }
  return byStream
}

/** @returns the streams of the records that are withheld, or were before */
async function withholdShared(person: Person, events: readonly StoredEvent[], e: Erasing): Promise<string[]> {
  const { contact, by } = person
  const byStream = await sharedIn(events, person, e)
  for (const [stream, shared] of byStream) {
    const unit = shared.at(-1)?.metadata.unit
    const customers = [...new Set(shared.toReversed().flatMap(({ metadata }) => metadata.customers))]
    for (let from = 0; from < shared.length; from += eventsPerCommand) {
      const ids = shared.slice(from, from + eventsPerCommand).map(({ id }) => id)
      const body = { contact, events: ids, customers, ...(unit !== undefined && { unit }) }
      await e.core.dispatch(
        { category: 'privacy', command: 'withhold', id: stream, body },
        { viewer: by, commandId: e.core.commandId('withhold', stream, by.member, JSON.stringify(body)) },
      )
    }
  }
  return [...byStream.keys()]
}
