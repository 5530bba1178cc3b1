/** One contribution as it is stored: what was measured, of which partition, because of which event. */
import type { Position } from '#kernel'

export interface Counted {
  metric: string
  /** Values of stored dimensions, by their columns. */
  of: Readonly<Record<string, string>>
  /** Key of the document measured, and the partition whose history it is folded from. */
  entity: string
  partition: string
  /** Local day in the unit's time zone. */
  day: string
  who?: string
  /** Of a duration, in the metric's unit. */
  length?: number
  /** Of money without a group amount: minor units of its currency, the day whose rate holds, and which share. */
  amount?: number
  currency?: string
  rateDay?: string
  share?: string
  value: number
  whole: number
  cause: { position: Position }
}

/** What is known of an amount that is valued when asked, besides its number. */
export const amountColumns = ['currency', 'rateDay', 'share'] as const

/** Columns of ids and codes that questions read beside those of dimensions, and those that only say where a contribution comes from. */
export const codedColumns = ['who', ...amountColumns] as const
export const originColumns = ['entity', 'partition'] as const

export const numberColumns = ['cause', 'value', 'whole', 'length', 'amount'] as const

export const causeOf = ({ cause }: Counted): Position => cause.position
