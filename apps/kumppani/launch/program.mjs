/**
 * Runs a program on the project's own Node as a child that never outlives the launcher. It gets a
 * process group of its own, so that one Ctrl-C reaches it once: the terminal and npm both send one.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { ownNode, windows } from './install.mjs'
import { root } from './lanes.mjs'
import { passSignals } from './signals.mjs'

/** Two of the same signal closer than this are one wish. */
const sameWishMs = 400
const betweenLooksMs = 250
const quiet = ['--disable-warning=ExperimentalWarning']

/**
 * @param {import('./lanes.mjs').Lane} lane
 * @param {string[]} args
 * @returns {Promise<number>} the program's exit code; 128 + the signal's number when a signal ended it
 */
export function runProgram(lane, args) {
  const entry = join(root, lane.entry ?? '')
  if (!existsSync(entry)) return Promise.reject(new Error(`this checkout has no ${lane.entry}`))
  const follow = lane.follows ? [`--import=${new URL('./follow.mjs', import.meta.url).href}`] : []
  const child = spawn(ownNode, [...quiet, ...follow, ...(lane.flags ?? []), entry, ...args], {
    stdio: lane.follows ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
    detached: !windows,
    env: { ...lane.environment, ...process.env },
  })
  passSignalsTo(child)
  if (process.env.npm_lifecycle_event) endWithParent(child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      signalGroup(child, 'SIGKILL')
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/** @param {import('node:child_process').ChildProcess} child */
function passSignalsTo(child) {
  const sentAt = new Map()
  passSignals((signal) => {
    const now = performance.now()
    if (now - (sentAt.get(signal) ?? -sameWishMs) < sameWishMs) return
    sentAt.set(signal, now)
    signalGroup(child, signal)
  })
}

/**
 * npm sends its signals to the shell between us, which dies of them without a word to anybody.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithParent(child) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    signalGroup(child, 'SIGTERM')
  }, betweenLooksMs)
  watch.unref()
}

/**
 * Signals the child and whatever it started; a group that is already gone is fine.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (!child.pid) return
  try {
    process.kill(windows ? child.pid : -child.pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
