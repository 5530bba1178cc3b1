/** A list of the audit: what it asks, and how its rows are shown. */
import type { ReactNode } from 'react'
import type { Answer, Listing } from '../../../api/questions.js'
import type { FilterField } from '../../../components/filter/filter.js'
import type { Column } from '../../../components/table/column.js'
import type { Words } from '../../../components/words.js'
import type { Formats } from '../../../language/formats.js'
import type { Say } from '../../../language/texts.js'
import type { ListText } from '../texts/list-texts.js'

export type RowOf<P extends Listing> = Answer<P> extends { rows: readonly (infer R)[] } ? R : never

/** What a list is shown with. */
export interface ShownWith {
  say: Say<ListText>
  words: Words
  formats: Formats
  /** Codes with names. */
  units: readonly { code: string; word: string }[]
}

export interface AuditList<P extends Listing> {
  path: P
  keyOf(row: RowOf<P>): string
  columns(shown: ShownWith): Column<RowOf<P>>[]
  /** What can be asked of it; not filtered where there is none. */
  fields?(shown: ShownWith): FilterField[]
  /** Found by comparing personal values: nothing is known of it where they are withheld. */
  byPersonalValues?: true
  /** Sorted so unless asked otherwise, where it can be sorted. */
  usual?: string
  /** What stands beside the list of a chosen row. */
  beside?(row: RowOf<P>, shown: ShownWith): ReactNode
}

/** A list whose rows only it knows. */
// biome-ignore lint/suspicious/noExplicitAny: rows of different lists have nothing in common
export type AnyAuditList = AuditList<any>

export const defineList = <P extends Listing>(of: AuditList<P>): AuditList<P> => of
