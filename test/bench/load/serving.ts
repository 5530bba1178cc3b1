/** A program that serves a copy of the data, for figures that write: the data itself stays as it was made. */
import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { RunningProgram } from '../../harness/running-program.js'
import type { DataSet } from '../data-set/data-set.js'
import type { Context } from '../figure.js'
import { load, notes, tokensOf } from './load.js'

export interface Serving {
  data: DataSet
  program: RunningProgram
  tokens: string[]
}

/** The same copy for every figure of a run. */
export function copyOf({ data, scratch }: Context): DataSet {
  const folder = join(scratch, `served-${data.events}`)
  if (!existsSync(folder)) cpSync(data.folder, folder, { recursive: true })
  return { ...data, folder }
}

/** Runs the program on a copy while something is measured. */
export async function whileServing<T>(data: DataSet, measure: (serving: Serving) => Promise<T>): Promise<T> {
  const program = await RunningProgram.start({ folder: data.folder })
  try {
    return await measure({ data, program, tokens: await tokensOf(data) })
  } finally {
    await program.stop()
  }
}

/** Records notes at a steady rate while something else is measured. */
export async function whileRecording<T>(
  { data, program, tokens }: Serving,
  at: { perSecond: number; durationMs: number },
  measure: () => Promise<T>,
): Promise<T> {
  const recording = load({ url: program.url, tokens, requests: notes(data), connections: 8, ...at })
  const measured = await measure()
  await recording
  return measured
}

/** GET requests for paths under the API's root. */
export const reading = (paths: readonly string[]) =>
  paths.map((path) => ({ method: 'GET' as const, path: `/api/v1${path}` }))
