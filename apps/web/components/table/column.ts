/** A column of a list: its head, its cells, and where they stand on a phone. */
import type { ReactNode } from 'react'

export interface Column<R> {
  id: string
  head: string
  cell(row: R): ReactNode
  /** Field by which the list sorts; not at all where there is none. */
  sort?: string
  numeric?: boolean
  /** CSS width in a grid; its share of what is left unless told. */
  width?: string
  /**
   * Where it stands on a phone, where a row is two lines: on the first, at its end, on the second, there after its
   * head, or not at all. Unless told, the two first stand on the first line.
   */
  phone?: 'first' | 'end' | 'second' | 'named' | 'hidden'
}
