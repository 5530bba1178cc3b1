/** How the suites of the contract get the log they run against, and which promises it leaves out. */
import { afterEach, beforeEach } from '@jest/globals'
import type { EventLog } from '#kernel'

export interface Promises {
  /** Answers a repeat at an exact revision with the first answer. */
  recognisesRepeats: boolean
  /** A subscription never delivers an event twice. */
  deliversOnce: boolean
}

export type OpenLog = () => Promise<EventLog>

/** A log for each test, closed after it. */
export function eachTestOpens(open: OpenLog): () => EventLog {
  let log: EventLog
  beforeEach(async () => {
    log = await open()
  })
  afterEach(() => log.close())
  return () => log
}
