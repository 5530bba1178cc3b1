/** Stretches of long lists as entries of the query cache: each is asked for when it is in sight, and soon let go. */
import { queryOptions } from '@tanstack/react-query'
import { type Answer, type Asked, type Listing, type QueryOf, question } from './questions.js'

/** Questions whose answers are lists of any length, which begin anywhere. */
export type LongList = {
  [P in Listing]: 'skip' extends keyof QueryOf<P> ? (Answer<P> extends { rows: readonly unknown[] } ? P : never) : never
}[Listing]

/** A stretch out of sight is kept so long, so that a hand that goes back and forth finds it. */
const keptMs = 5000

export const stretchRows = 100

/** The rows of a page, counted from 0. */
export const stretch = <P extends LongList>(path: P, asked: Asked<P>, page: number) => {
  const skip = page * stretchRows
  const query = { ...(asked.query as object | undefined), limit: stretchRows, ...(skip > 0 && { skip }) }
  const { placeholderData: _, ...of } = question(path, { ...asked, query } as unknown as Asked<P>)
  return queryOptions({ ...of, ...(page > 0 && { gcTime: keptMs }) })
}

export const firstStretch = <P extends LongList>(path: P, asked: Asked<P>) => stretch(path, asked, 0)
