/**
 * The list of what was erased, one JSON line each, apart from the keys: no restore overwrites it,
 * so that keys coming back with an old backup are destroyed again before anything can be read.
 */
import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { flushName } from '#files'
import { type KeyOwner, TellingError } from '#kernel'
import { ofFiles } from '../telling/file-texts.js'

export interface Erasure {
  /** Present when the whole subject was erased; absent when a single key was destroyed. */
  subject?: KeyOwner
  /** Ids of the destroyed keys. */
  keys: string[]
  /** ISO instant in UTC. */
  at: string
}

/**
 * All erasures, oldest first. A last line without its end was never acknowledged (the process died
 * while writing it) and does not count.
 * @throws Error naming the line that cannot be read
 */
export function readErasures(file: string): Erasure[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.map((line, index) => parseErasure(line, { file, line: index + 1 }))
}

/** Adds one erasure; on disk when this returns. Whatever a dying process left half written is cut off first. */
export function appendErasure(file: string, erasure: Erasure): void {
  const isNew = !existsSync(file)
  const descriptor = openSync(file, isNew ? 'ax' : 'r+', 0o600)
  try {
    const end = isNew ? 0 : endOfLastLine(file)
    if (!isNew) ftruncateSync(descriptor, end)
    writeAll(descriptor, Buffer.from(`${JSON.stringify(erasure)}\n`), end)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  if (isNew) flushName(file)
}

function parseErasure(line: string, where: { file: string; line: number }): Erasure {
  const erasure = parsed(line)
  if (isErasure(erasure)) return erasure
  throw new TellingError(ofFiles('erasure-unreadable', where))
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

function isErasure(value: unknown): value is Erasure {
  if (typeof value !== 'object' || value === null) return false
  const { keys, subject } = value as Partial<Erasure>
  const hasSubject = subject === undefined || typeof subject === 'string'
  return hasSubject && Array.isArray(keys) && keys.every((id) => typeof id === 'string')
}

function endOfLastLine(file: string): number {
  return readFileSync(file).lastIndexOf(0x0a) + 1
}

function writeAll(descriptor: number, bytes: Buffer, position: number): void {
  let written = 0
  while (written < bytes.length) {
    written += writeSync(descriptor, bytes, written, bytes.length - written, position + written)
  }
}
