/**
 * Erases a person: says so in the log, withholds what names them together with others, destroys the keys
 * that are theirs alone, and says which those were: by that, whoever keeps plaintext or holds keys lets go, and is
 * waited for.
 * Every step may be repeated, so an erasure that was interrupted is done again from its beginning (see
 * `finishErasures`).
 */
import type { KeyOwner, Position, StoredEvent, Viewer } from '#kernel'
import { keyIdsIn } from '#privacy'
import { openProcesses } from '#queries'
import { keysLetGo } from '../leases/key-holders.js'
import { forgetUnrecorded } from '../processes/unrecorded.js'
import { sayDestroyed } from './destroyed-keys.js'
import { type Erasing, eventsNaming, keyIdsOf, requireSteward } from './erasing.js'

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
 * @throws DomainError `not-allowed`, `contact-unknown`; then nothing was done
 * @throws Error when a file is read by somebody else for too long; then do it again
 */
export async function erasePerson(contact: string, request: ErasureRequest, e: Erasing): Promise<ErasedPerson> {
  const { by, grounds } = request
  requireSteward(by)
  await e.core.dispatch(
    { category: 'contact', command: 'erase', id: contact, body: { grounds } },
    { viewer: by, commandId: e.core.commandId('erase-person', contact, by.member, grounds) },
  )
  const own: KeyOwner = `contact:${contact}`
  await withholdShared(contact, { by, own, events: await eventsNaming(contact, e), e })
  await e.vault.destroy(own)
  await forgetUnrecordedOf(contact, e)
  // Only then is whatever names the person refused: what was recorded meanwhile is read, too, and what was under way.
  await e.core.settled()
  let reached = await reach(contact, { by, own, e })
  let said = await sayDestroyed(`contact-${contact}`, { by, owners: [own], keys: reached.destroyed }, e)
  if (await keysLetGo(e.vault, said)) {
    // Others record as well, and what was under way there is there by now.
    reached = await reach(contact, { by, own, e })
    said = await sayDestroyed(`contact-${contact}`, { by, owners: [own], keys: reached.destroyed }, e)
  }
  const position = await e.log.head()
  await e.projected(position)
  await e.accessLog.note({ kind: 'erasure', viewer: by.member, page: 'erase-person', partitions: [own], position })
  const { withheld, imports } = reached
  return { contact, withheld, imports, notForgottenBy: await e.notForgottenBy(said), position }
}

/** Withholds what names the person and others as well, and destroys what else is sealed of them alone. */
async function reach(contact: string, { by, own, e }: { by: Viewer; own: KeyOwner; e: Erasing }) {
  const events = await eventsNaming(contact, e)
  const withheld = await withholdShared(contact, { by, own, events, e })
  const imports = [...new Set(events.flatMap(({ metadata }) => metadata.importId ?? []))]
  // An uploaded file holds its rows as they came: it is opened again by nobody.
  for (const id of imports) await e.vault.destroy(`import:${id}`)
  await e.projected(await e.log.head())
  const sealedUnder = keyIdsIn(events.map(({ data }) => data))
  const keys = await e.vault.fetch(sealedUnder)
  return { withheld, imports, destroyed: [...sealedUnder].filter((id) => keys.bytesOf(id) === null) }
}

/** What is not recorded yet is filed with nobody. */
async function forgetUnrecordedOf(contact: string, e: Erasing): Promise<void> {
  for (const { id } of await openProcesses(e)) await forgetUnrecorded(await e.core.processes.load(id), e, contact)
}

/** By stream, the events whose writing outlives the person's own key. */
async function sharedIn(
  events: readonly StoredEvent[],
  own: KeyOwner,
  { vault }: Erasing,
): Promise<Map<string, StoredEvent[]>> {
  const keys = await vault.fetch(keyIdsIn(events.map(({ data }) => data)))
  const shared = events.filter((event) =>
    keyIdsOf(event).some((id) => {
      const subject = keys.subjectOf(id)
      return subject !== null && subject !== own
    }),
  )
  return Map.groupBy(shared, ({ stream }) => stream)
}

/** @returns the streams of the records that are withheld, or were before */
async function withholdShared(
  contact: string,
  { by, own, events, e }: { by: Viewer; own: KeyOwner; events: readonly StoredEvent[]; e: Erasing },
): Promise<string[]> {
  const byStream = await sharedIn(events, own, e)
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
