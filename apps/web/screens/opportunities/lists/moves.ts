/** What happened to a deal since a day. */

export interface Moving {
  status: 'open' | 'won' | 'lost'
  openedAtOn?: string
  stageSinceOn?: string
  stageBefore?: string
  movedAtOn?: string
}

/** Won, lost, new, come to another stage, or changed in what it is worth or when it closes. */
export type Move = 'won' | 'lost' | 'new' | 'stage' | 'changed'

/**
 * @param since ISO day, which counts
 * @returns nothing where it stood still
 */
export function moveOf(
  { status, openedAtOn, stageSinceOn, stageBefore, movedAtOn }: Moving,
  since: string,
): Move | undefined {
  const isSince = (day: string | undefined) => day !== undefined && day >= since
  if (!isSince(movedAtOn)) return undefined
  if (status !== 'open') return status
  if (isSince(openedAtOn)) return 'new'
  return isSince(stageSinceOn) && stageBefore !== undefined ? 'stage' : 'changed'
}
