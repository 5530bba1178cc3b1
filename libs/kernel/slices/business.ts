/** What the business tells the plumbing: its slices, and the few rules that are needed below them. */

import type { Filed, Resource } from '../deciders/decider.js'
import type { Alias, Correcting } from '../deciders/ports.js'
import type { Viewer } from '../deciders/viewer.js'
import type { StoredEvent } from '../events/stored-event.js'
import type { FigureReading } from '../metrics/figures.js'
import type { Dimension } from '../metrics/metric.js'
import type { References } from '../references/reference.js'
import type { Documents } from '../views/documents.js'
import type { ReadScope } from './read-scope.js'
import type { Registry } from './registry.js'

/** Whoever asks for private writing, with what decides about it: the present, whatever moment is asked about. */
export interface PrivateReader {
  viewer: Viewer
  /** ISO instant of the wall clock. */
  clock: string
  /** Documents of the present. */
  present: Documents
  journals: { stream(stream: string): Promise<readonly StoredEvent[]> }
  /** Why an auditor opens it. */
  reason?: string
}

/** Where something is about to be written. */
export interface Writing {
  filed: Filed
  /** Units that deal with the customers it is filed under. */
  unitsAround: readonly string[]
  references: References
}

export interface Business {
  registry: Registry
  /** Stored types that change which customers count as one. */
  identityTypes: ReadonlySet<string>
  /** All customers that count as one with this one, the survivor first. */
  identitySetOf(id: string, references: References): readonly [string, ...string[]]
  /** IANA time zone of a selling unit; the group's without one. */
  zoneOf(unit: string | undefined, references: References): string
  /** Where a stream's commands go and what is folded with it. */
  aliasOf(stream: string, references: References): Alias
  /** Stored types whose writing only the writer reads. */
  isPrivate(type: string): boolean
  /** Whether the private writing of a record, named by its stream's id, is this reader's to open. */
  opensPrivate(record: string, reader: PrivateReader): Promise<boolean>
  /** Ids of events whose writing is withheld since an erasure, until a steward has decided. */
  withheldEvents(references: References): ReadonlySet<string>
  /** Ids of the events that a fact starts, or ceases, to withhold. */
  withholdsNow(event: StoredEvent): readonly string[]
  /** A member with today's roles; undefined when unknown or gone. */
  viewerOf(member: string, references: References): Viewer | undefined
  /** The member that a company's identity provider names. */
  memberOf(identity: string, references: References): string | undefined
  /** What a unit or a product belongs to: its subsidiary, country, line or brand. */
  belongsTo(dimension: Dimension, id: string, references: References): string | undefined
  /** 1–12: the month in which a unit's fiscal year starts. */
  fiscalStartOf(unit: string | undefined, references: References): number
  figureReadingOf(viewer: Viewer): FigureReading
  readScopeOf(viewer: Viewer, references: References, reason?: string): ReadScope
  /** Whether an event that is filed under no customer and no contact is this viewer's to read. */
  mayReadUnfiled(viewer: Viewer, event: StoredEvent): boolean
  /** @throws DomainError */
  requireWrite(viewer: Viewer, resource: Resource, writing: Writing): void
  /**
   * Refuses what belongs to a slice that is switched off; the category is of its streams.
   * @throws DomainError `switched-off`
   */
  requireSwitchedOn(viewer: Viewer, category: string, writing: Pick<Writing, 'filed' | 'references'>): void
  /** @throws DomainError */
  requireCorrection(viewer: Viewer, event: StoredEvent, correcting: Correcting): void
}
