/** What the rights of persons need: the log to record what is decided, the keys to destroy, and whoever writes plaintext. */

import type { ProcessRunner } from '#commands'
import {
  type AccessLog,
  type Catalogue,
  type EventLog,
  holds,
  type IdentitySets,
  type KeyVault,
  type Position,
  type ReadStore,
  type References,
  refuse,
  type StoredEvent,
  type Viewer,
  type Withholding,
} from '#kernel'
import { keyIdsIn } from '#privacy'
import { partitionKey } from '#read-models'
import type { Commands } from '../core/core.js'

export interface Erasing {
  core: Commands & {
    processes: Pick<ProcessRunner, 'load'>
    /** Resolves once all commands that are being decided now are done. */
    settled(): Promise<void>
    references(): References
  }
  log: EventLog
  vault: KeyVault
  /** The read models as they serve now. */
  store: ReadStore
  catalogue: Catalogue
  accessLog: AccessLog
  /** Resolves once the read models have passed a position. */
  projected(position: Position): Promise<void>
  /** Files of plaintext that may hold something of what was destroyed up to a position; they are waited for a little. */
  notForgottenBy(position: Position): Promise<string[]>
  withholding: Pick<Withholding, 'destroyedBy'>
  identitySets: Pick<IdentitySets, 'setOf'>
}

/** @throws DomainError `not-allowed` unless the viewer is a steward, or the system itself */
export function requireSteward(viewer: Viewer): void {
  if (!holds(viewer, ['steward']) && !viewer.member.startsWith('system:')) refuse('not-allowed')
}

/** All records of a person, the one that stands for them first. */
export const recordsOf = (contact: string, { identitySets, core }: Erasing): readonly string[] =>
  identitySets.setOf('contact', contact, core.references())

/** All events in which a person is or was named, under any of these ids, in all versions, with markers. */
export async function eventsNaming(
  records: readonly string[],
  { log, projected, store, catalogue }: Erasing,
): Promise<StoredEvent[]> {
  await projected(await log.head())
  const events = await store.filings.history(records.map((id) => partitionKey('contact', id)))
  return events.map((event) => catalogue.read(event))
}

/** Ids of the keys that seal an event, whether it is as stored or with markers. */
export const keyIdsOf = ({ data }: Pick<StoredEvent, 'data'>): string[] => [...keyIdsIn(data)]

/** The part of a stream's name after its category. */
export const entityOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1)
