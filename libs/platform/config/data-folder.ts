/**
 * The folder in which one running program keeps everything. It belongs to one process at a time: the
 * lock is one of the operating system's, on a file held open through SQLite, so it ends with the process
 * however that ends, and no number of a dead process can be mistaken for a living one.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { makeFolder, writeWhole } from '#files'
import { StartRefused } from './exit-codes.js'

/** What running.json says of the process that holds the folder. */
export interface RunningProgram {
  pid: number
  /** `http://host:port`; null until it listens, or for a command that never does. */
  address: string | null
  /** The member as whom the command line acts unless told otherwise. */
  operator?: string
}

export interface DataFolder {
  /** Absolute. */
  readonly path: string
  /** Path of a file inside. */
  file(name: string): string
  /** Writes into running.json where the command line and other programs reach this one. */
  announce(address: string, operator?: string): void
  /** Removes running.json and gives the folder up. Safe to call twice. */
  release(): void
}

/**
 * Creates the folder if needed and holds it until released. From then on this process makes files that
 * nobody else may read.
 * @throws StartRefused `dataFolderHeld` naming the holder, `dataFolderUnusable` when it cannot be written
 */
export function openDataFolder(path: string): DataFolder {
  const folder = resolve(path)
  const lock = prepare(folder)
  if (!lock) throw new StartRefused('dataFolderHeld', `the data folder ${folder} is held by ${holderOf(folder)}`)
  writeRunning(folder, { pid: process.pid, address: null })
  let isHeld = true
  return {
    path: folder,
    file: (name) => join(folder, name),
    announce: (address, operator) => writeRunning(folder, { pid: process.pid, address, operator }),
    release: () => {
      if (!isHeld) return
      isHeld = false
      rmSync(runningFile(folder), { force: true })
      lock.close()
    },
  }
}

/** The process that holds the folder now, or null if none does; a running.json left by a dead one does not count. */
export function findRunning(path: string): RunningProgram | null {
  const folder = resolve(path)
  const running = readRunning(folder)
  if (!running) return null
  const lock = takeLock(folder)
  lock?.close()
  return lock ? null : running
}

function prepare(folder: string): DatabaseSync | null {
  try {
    // Whatever is made from here on is for this user alone, in a folder too that others may look into.
    process.umask(0o077)
    makeFolder(folder)
    const trial = join(folder, `.writable-${process.pid}`)
    writeFileSync(trial, '')
    rmSync(trial)
    return takeLock(folder)
  } catch (error) {
    const { message } = error as Error
    throw new StartRefused('dataFolderUnusable', `the data folder ${folder} cannot be used: ${message}`)
  }
}

/** Null when another connection, of this process or another, holds it. */
function takeLock(folder: string): DatabaseSync | null {
  const lock = new DatabaseSync(join(folder, 'lock'))
  try {
    lock.exec('begin exclusive')
    return lock
  } catch (error) {
    lock.close()
    if (isBusy(error)) return null
    throw error
  }
}

function isBusy(error: unknown): boolean {
  const sqliteBusy = 5
  return (error as { errcode?: number }).errcode === sqliteBusy
}

function holderOf(folder: string): string {
  const running = readRunning(folder)
  if (!running) return 'another process that has not said which'
  return `process ${running.pid} ${running.address ? `at ${running.address}` : 'which does not listen yet'}`
}

function runningFile(folder: string): string {
  return join(folder, 'running.json')
}

function writeRunning(folder: string, running: RunningProgram): void {
  writeWhole(runningFile(folder), `${JSON.stringify(running)}\n`)
}

function readRunning(folder: string): RunningProgram | null {
  try {
    return JSON.parse(readFileSync(runningFile(folder), 'utf8')) as RunningProgram
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
