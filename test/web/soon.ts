/** What a page comes to show: an application that has loaded goes on asking, so that a test waits for what it shows. */
import { setTimeout as pause } from 'node:timers/promises'

const patienceMs = 15_000
const lookAgainMs = 50

/** Asks until the answer is the one wanted, or patience has ended; gives the last answer. */
export async function soon<T>(wanted: T, ask: () => Promise<T>): Promise<T> {
  const until = Date.now() + patienceMs
  for (;;) {
    const found = await ask()
    if (found === wanted || Date.now() > until) return found
    await pause(lookAgainMs)
  }
}
