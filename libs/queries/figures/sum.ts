/** What the read models add up, before it is placed and shown. */
import type { StoredDimension } from '#kernel'

/** A sum of one day, or of one month under its first day. */
export interface Sum extends Partial<Record<StoredDimension, string | null>> {
  at: string
  bucket: number | null
  who: string | null
  value: number
  whole: number
}
