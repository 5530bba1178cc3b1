/**
 * Appends until it is known what came of it. An append whose answer was lost is sent again with the same ids at the same
 * revision, which the server recognises, also after a restart; it is never moved to where the stream is meanwhile.
 */
import { type Appended, LogRefused, RevisionConflict } from '#kernel'
import { Pauses, unreachable } from '../failures.js'
import type { SentAppend } from './append-messages.js'
import type { AppendSession } from './append-session.js'

/**
 * @param patienceMs after which it is given up
 * @throws RevisionConflict; LogRefused when it will not be taken, or nobody knows
 */
export async function appendSurely(session: AppendSession, append: SentAppend, patienceMs: number): Promise<Appended> {
  const deadline = performance.now() + patienceMs
  const pauses = new Pauses()
  for (;;) {
    const answer = await session.ask(append)
    if ('position' in answer) return answer
    if ('actual' in answer) throw new RevisionConflict(append.stream, append.expected, answer.actual)
    if ('refused' in answer) throw answer.refused
    if (answer.lost instanceof LogRefused) throw answer.lost
    if (performance.now() + pauses.nextMs > deadline) throw unreachable(patienceMs, answer.lost)
    await pauses.pause()
  }
}
