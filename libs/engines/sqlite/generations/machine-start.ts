/** Tells one start of the machine from another: what was written and not flushed survives a process, but not the machine. */
import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'

const linuxFile = '/proc/sys/kernel/random/boot_id'
/** Clocks are set now and then while a machine runs. */
const toleratedSeconds = 5

/** Names the start that the machine runs since: by an id of the system, else by its time in seconds since 1970. */
export function machineStart(file = linuxFile): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return String(Math.round(Date.now() / 1000 - uptime()))
  }
}

/** Whether a name, given earlier, is of the start that the machine still runs since. */
export function isThisStart(named: string, file = linuxFile): boolean {
  const now = machineStart(file)
  return named === now || Math.abs(Number(named) - Number(now)) <= toleratedSeconds
}
