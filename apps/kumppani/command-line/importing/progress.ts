/** Waits for an import, or for its undo, showing on a terminal how it gets on. */
import { setTimeout as delay } from 'node:timers/promises'
import { say, type TextLanguage } from '#kernel'
import { segment } from '../acting.js'
import { RefusedRequest } from '../refused.js'
import type { Session } from '../session.js'
import { importLine } from '../telling/import-lines.js'

export interface ShownProgress {
  state: string
  /** Why it cannot go on by itself. */
  stalled?: string
  /** Of its last step. */
  position: string
  total: number
  counts: { rows: number } & Record<string, number>
}

const askedEveryMs = 250
/** What is shown may be a moment behind what was just asked for. */
const stalledForGood = 4

/** @returns its state once every view shows what it recorded, or once it cannot go on */
export async function finished(session: Session, id: string, until: string): Promise<ShownProgress> {
  const path = `/imports/${segment(id)}`
  const language = await session.language()
  let stalledTimes = 0
  for (;;) {
    const { state, stalled, position, total, counts } = (await session.get(path)).body as ShownProgress
    if (process.stderr.isTTY) process.stderr.write(`\r${progressLine({ state, total, counts }, language)}`)
    stalledTimes = state === 'stalled' ? stalledTimes + 1 : 0
    if (state === until || stalledTimes === stalledForGood) {
      if (process.stderr.isTTY) process.stderr.write('\n')
      await shown(session, path, position)
      return { state, stalled, position, total, counts }
    }
    await delay(askedEveryMs)
  }
}

/** Returns once every view shows what was recorded up to a position. */
async function shown(session: Session, path: string, position: string): Promise<void> {
  for (;;) {
    try {
      await session.get(path, { after: position })
      return
    } catch (error) {
      // The program itself waits two seconds before it says so.
      if (!(error instanceof RefusedRequest && error.problem.code === 'not-yet-visible')) throw error
    }
  }
}

const barWidth = 30

/** An undo goes through facts, of which nobody knows how many there are. */
export function progressLine(
  { state, total, counts: { rows } }: Pick<ShownProgress, 'state' | 'total' | 'counts'>,
  language: TextLanguage,
): string {
  if (state === 'undoing') return say(importLine('undoing'), language)
  const full = total === 0 ? barWidth : Math.min(barWidth, Math.round((barWidth * rows) / total))
  return `[${'#'.repeat(full)}${'.'.repeat(barWidth - full)}] ${say(importLine('rows-done', { rows, total }), language)}`
}
