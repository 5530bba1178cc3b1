/** What fetching an engine takes: programs of this machine that are run one after the other. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'

const usualMs = 300_000

/** Whether the program ran and ended well; what it says is shown. */
export async function ran(
  program: string,
  args: readonly string[],
  { patienceMs = usualMs }: { patienceMs?: number } = {},
): Promise<boolean> {
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: patienceMs })
  try {
    const [code] = await once(child, 'exit')
    return code === 0
  } catch {
    // It could not be started; another one may be there.
    return false
  }
}
