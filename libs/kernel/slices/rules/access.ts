/** Who acts, what they may write, and how far they may read. */
import type { Filed } from '../../deciders/decider.js'
import type { Viewer } from '../../deciders/viewer.js'
import type { Correction, StoredEvent } from '../../events/stored-event.js'
import type { Partition } from '../../history/group-history.js'
import type { FigureReading } from '../../metrics/figures.js'
import type { References } from '../../references/reference.js'
import type { View } from '../../views/view.js'
import type { QueryContext } from '../query.js'
import type { ReadScope } from './read-scope.js'

/** What answers in words go by, for whoever reads them. */
export interface ReadingHabits {
  /** ISO 639-1: their own, else the group’s. */
  language?: string
  /** IANA. */
  timeZone: string
  /** ISO 4217, of the group: in it are amounts that name no currency of their own. */
  currency?: string
}

export interface Members {
  /** A member with today's roles; undefined when unknown or gone. */
  viewerOf(member: string, references: References): Viewer | undefined
  /** The member that a company's identity provider names. */
  memberOf(identity: string, references: References): string | undefined
  /** In which language a member reads, the group where nobody is named: ISO 639-1. */
  languageOf(member: string | undefined, references: References): string | undefined
  /** How a member reads. */
  readerOf(member: string, references: References): ReadingHabits
}

/** Where the read models say which units have to do with a partition: in a column of ids of a view with one document of each. */
export interface UnitsColumn {
  view: View
  column: string
}

/** Where something is about to be written. */
export interface Writing {
  filed: Filed
  /** Units that have to do with the partitions it is filed in. */
  unitsAround: readonly string[]
  references: References
}

/** How an event is to be corrected, and the resource that its record is. */
export interface Correcting {
  mode: Correction['mode']
  /** Name of the resource. */
  resource: string
}

export interface WriteAccess {
  /** Whether the viewer may know of what is filed anywhere: then nobody has to look which units have to do with it. */
  seesEverywhere(viewer: Viewer, references: References): boolean
  /** Whether that there is something filed there is the viewer's to know. */
  sees(viewer: Viewer, writing: Writing): boolean
  /** Whether the viewer may write a resource anywhere. */
  mayWrite(viewer: Viewer, resource: string): boolean
  /** Whether the viewer may write a resource whichever units have to do with it: then nobody has to look which do. */
  mayWriteEverywhere(viewer: Viewer, resource: string): boolean
  /** @throws DomainError */
  requireWrite(viewer: Viewer, resource: string, writing: Writing): void
  /**
   * Of what the viewer may correct where it was filed until now.
   * @throws DomainError
   */
  requireMove(viewer: Viewer, resource: string, writing: Writing): void
  /**
   * Refuses what belongs to a slice that is switched off; the category is of its streams.
   * @throws DomainError `switched-off`
   */
  requireSwitchedOn(viewer: Viewer, category: string, writing: Pick<Writing, 'filed' | 'references'>): void
  /** @throws DomainError `not-found` of what is a customer's or a contact's history, and not the viewer's to read */
  requireRead(viewer: Viewer, writing: Writing): void
  /** @throws DomainError */
  requireCorrection(viewer: Viewer, event: StoredEvent, correcting: Correcting): void
}

/** How much of a customer or a contact a reader sees: by today's rights, whatever moment is asked about. */
export interface Gate {
  /** Undefined: that there is such a one is not the reader's to know. */
  reachOf(partition: Partition, ask: QueryContext): Promise<'own' | 'outline' | undefined>
}

export interface ReadAccess {
  /** @param reason why an auditor opens personal values */
  readScopeOf(viewer: Viewer, references: References, reason?: string): ReadScope
  figureReadingOf(viewer: Viewer): FigureReading
  /** Whether an event that is filed in no partition is this viewer's to read. */
  mayReadUnfiled(viewer: Viewer, event: StoredEvent): boolean
}
