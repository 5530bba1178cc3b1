/** What the rights of persons need: the log to record what is decided, the keys to destroy, and whoever writes plaintext. */

import {
  type AccessLog,
  type Catalogue,
  type EventLog,
  holds,
  type KeyVault,
  type Position,
  type ReadStore,
  refuse,
  SEALED,
  type SealedGroup,
  type StoredEvent,
  type Viewer,
} from '#kernel'
import { Journal, partitionKey } from '#read-models'
import type { Core } from '../core/core.js'

export interface Erasing {
  core: Pick<Core, 'dispatch' | 'correct' | 'commandId'>
  log: EventLog
  vault: KeyVault
  /** The read models as they serve now. */
  store: ReadStore
  catalogue: Catalogue
  accessLog: AccessLog
  /** Resolves once the read models have passed a position. */
  projected(position: Position): Promise<void>
  /** Has whoever writes the read models forget all plaintext of these subjects; see `Projector.forget`. */
  forget(subjects: readonly string[]): Promise<number>
}

/** @throws DomainError `not-allowed` unless the viewer is a steward, or the system itself */
export function requireSteward(viewer: Viewer): void {
  if (!holds(viewer, ['steward']) && !viewer.member.startsWith('system:')) refuse('not-allowed')
}

/** All events in which a contact is or was named, in all versions, with markers. */
export async function eventsNaming(
  contact: string,
  { log, projected, store, catalogue }: Erasing,
): Promise<StoredEvent[]> {
  await projected(await log.head())
  return new Journal(store, catalogue).read([partitionKey('contact', contact)])
}

/** Ids of the keys that seal an event, whether it is as stored or with markers. */
export function keyIdsOf({ data }: Pick<StoredEvent, 'data'>): string[] {
  const groups = (data[SEALED] ?? []) as unknown as SealedGroup[]
  const tokens = [...groups.map(({ token }) => token), ...tokensIn(data)]
  return [...new Set(tokens.map((token) => token.slice(0, token.indexOf('.'))))]
}

function tokensIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return []
  const token = (value as { '~'?: unknown })['~']
  return typeof token === 'string' ? [token] : Object.values(value).flatMap(tokensIn)
}

/** The part of a stream's name after its category. */
export const entityOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1)
