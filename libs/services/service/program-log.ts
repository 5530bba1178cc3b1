/** The log file of a program, in its data folder. */
import { once } from 'node:events'
import { type Logger, pino } from 'pino'
import type { Settings } from '#platform/config'

/** Lines go to the file together: so many bytes, or all that came in so long. */
const writing = { minLength: 4096, periodicFlush: 250 }
/** Bytes of lines that wait for a disk that takes none; what comes beyond is lost, and not the program. */
const maxLength = 1_000_000

/** Resolves once the file takes lines: a program that ends before that could not flush them. */
export async function openProgramLog(dest: string, level: Settings['logLevel']): Promise<Logger> {
  const destination = pino.destination({ dest, sync: false, maxLength, ...writing })
  await once(destination, 'ready')
  // It tries again with the lines that come next.
  destination.on('error', () => undefined)
  return pino({ level }, destination)
}
