/**
 * What the launcher does with the signals that end programs: one handler from its first line to its last,
 * since a signal that arrives while handlers are exchanged is lost. It leaves at once, until there is a
 * program to pass them to.
 */
import { constants } from 'node:os'

const heard = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']

/** @type {(signal: NodeJS.Signals) => void} */
let answer = (signal) => process.exit(128 + constants.signals[signal])

for (const signal of heard) process.on(signal, () => answer(signal))

/** @param {(signal: NodeJS.Signals) => void} to gets every signal from here on */
export function passSignals(to) {
  answer = to
}
