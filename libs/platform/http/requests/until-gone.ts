/** Whether somebody waits for an answer still. */
import type { FastifyReply } from 'fastify'

/** Aborted when whoever asked hangs up before the answer is out. */
export function untilGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort()
  })
  if (raw.destroyed) gone.abort()
  return gone.signal
}
