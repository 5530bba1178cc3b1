/** Whether the port can be had, and the line that says why it cannot. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { StartRefused } from '../config/exit-codes.js'

interface Place {
  host: string
  /** 0: any free port. */
  port: number
}

/** Tried before a first start fills the data folder. @throws StartRefused */
export async function requireFreePort({ host, port }: Place): Promise<void> {
  if (port === 0) return
  const trial = createServer()
  try {
    trial.listen(port, host)
    await once(trial, 'listening')
  } catch (error) {
    throw portRefusal(error, { host, port }) ?? error
  }
  trial.close()
  await once(trial, 'close')
}

/** What an error of listening says to the operator; nothing when it is not theirs to mend. */
export function portRefusal(error: unknown, { host, port }: Place): StartRefused | undefined {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartRefused('portInUse', `port ${port} on ${host} is taken; set PORT to another`)
    case 'EACCES':
      return new StartRefused('portInUse', `port ${port} on ${host} is not ours to take; set PORT to another`)
    case 'EADDRNOTAVAIL':
      return new StartRefused('badSetting', `HOST ${host} is no address of this machine`)
    default:
      return undefined
  }
}
