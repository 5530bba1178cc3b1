/** Lets one launcher at a time install and build in a checkout; the others wait for it. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { root } from './lanes.mjs'

const lockFile = join(root, '.launch.lock')
const betweenLooksMs = 50

/** @param {() => Promise<void>} work done while no other launcher of this checkout works */
export async function withLock(work) {
  let told = false
  while (!take()) {
    clearIfAbandoned()
    await pause(betweenLooksMs)
    if (!told) process.stderr.write(`kumppani: waiting for another launch here (its lock is ${lockFile})…\n`)
    told = true
  }
  const release = () => rmSync(lockFile, { force: true })
  process.once('exit', release)
  try {
    await work()
  } finally {
    process.off('exit', release)
    release()
  }
}

function take() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

/** A lock whose holder is dead is moved aside, one of those waiting at a time; a lock taken meanwhile is put back. */
function clearIfAbandoned() {
  const holder = holderOf(lockFile)
  if (holder === undefined || isAlive(holder)) return
  const aside = `${lockFile}.${process.pid}`
  try {
    renameSync(lockFile, aside)
    if (holderOf(aside) === holder) rmSync(aside)
    else renameSync(aside, lockFile)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

/** @returns {number | undefined} nothing while it is being written or when it is gone */
function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
