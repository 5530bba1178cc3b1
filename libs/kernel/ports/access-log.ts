/**
 * The access log as those have it who ask: who opened whose personal values, when and why. It is kept apart
 * from the log (`AccessEntries`), so that looking is recorded as firmly as writing and never mixed with what happened.
 */
import type { Position } from '../events/position.js'
import type { KeyOwner } from './key-vault.js'

/** How values were opened: shown in an answer, handed out as a whole, or erased. */
export const accessKinds = ['read', 'export', 'erasure'] as const
export type AccessKind = (typeof accessKinds)[number]

/** One answer that opened personal values. */
export interface OpenedValues {
  kind: AccessKind
  /** Member id, or `system:<name>`. */
  viewer: string
  /** Name of the query, or of the operation. */
  page: string
  /** `customer:<id>`, `contact:<id>`, `touchpoint:<id>`, `import:<id>`: whose keys were used, and what was asked for. */
  partitions: readonly string[]
  reason?: string
  /** Position the answer stands for. */
  position: Position
}

/** What an entry says. */
export interface Accessed extends OpenedValues {
  id: string
  /** ISO instant. */
  at: string
}

export interface AccessFilter {
  customer?: string
  contact?: string
  /** Who looked. */
  member?: string
  /** First and last day, inclusive; the last thirty days when both are absent. */
  from?: string
  until?: string
  /** ISO instant: nothing that was recorded later. */
  upTo?: string | undefined
  /** 100 unless told. */
  limit?: number
}

export interface AccessLog {
  /** Resolves once the entry is durable, or was within the last ten minutes. */
  note(opened: OpenedValues): Promise<void>
  /** The newest first. */
  find(filter: AccessFilter): Promise<Accessed[]>
}

/** Subjects that are customers' or contacts' people; a member's own name is no such. */
export const isAccessed = (subject: KeyOwner): boolean => /^(contact|customer|touchpoint):/.test(subject)
