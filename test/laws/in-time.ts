/** How long a law may take: who hunts with `LAWS` has longer. A law that fails says by what, before the runner gives it up. */

/** Milliseconds that a test has. */
export const mostMs = process.env.LAWS ? 590_000 : 120_000

/** For all that fast-check runs in one test: what it has not tried or made smaller by then it leaves. */
export const inTime = { interruptAfterTimeLimit: 0.75 * mostMs }
