/**
 * Files of plaintext as everybody sees them: each has a lease, under which whoever keeps it says up to where it has
 * forgotten what was destroyed. One that says too little, held or not, may hold something still.
 */
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { LeaseLost, type Leases, type Position } from '#kernel'
import { holdLease } from './held-lease.js'

const prefix = 'clear:'
const lookMs = 20

export interface ClearFile {
  /** Nothing is left in it of what was destroyed up to a position. */
  forgottenUpTo(position: Position): Promise<void>
  release(): Promise<void>
}

/**
 * Until it says more, it may hold anything: whatever was there before may be an old copy.
 * @param onLost told when another keeps the file
 */
export async function holdClearFile(
  leases: Leases,
  name: string,
  onLost: (reason: unknown) => void,
): Promise<ClearFile> {
  const { lease, release } = await holdLease(leases, `${prefix}${name}`, onLost)
  const report = async (position: Position) => {
    if (!(await leases.report(lease, position))) onLost(new LeaseLost(lease.name))
  }
  await report(0)
  return { forgottenUpTo: report, release }
}

/** Waits a little for the files that may hold something of what was destroyed up to a position; answers which still may. */
export async function clearFilesBehind(
  leases: Pick<Leases, 'reported'>,
  { position, patienceMs }: { position: Position; patienceMs: number },
): Promise<string[]> {
  const patience = AbortSignal.timeout(patienceMs)
  for (;;) {
    const behind = (await leases.reported(prefix)).filter(({ reached }) => reached < position)
    if (behind.length === 0 || patience.aborted) return behind.map(({ name }) => name.slice(prefix.length)).sort()
    await delay(lookMs)
  }
}

/** Nobody waits for other files of the same folder from here on: they were removed. */
export async function retireClearFilesBut(kept: string, leases: Pick<Leases, 'reported' | 'retire'>): Promise<void> {
  const own = `${prefix}${kept}`
  for (const { name } of await leases.reported(prefix))
    if (name !== own && dirname(name) === dirname(own)) await leases.retire(name)
}

/** What says of files of plaintext how far they are, and who keeps them. */
export type PlaintextLeases = Pick<Leases, 'reported' | 'take' | 'retire' | 'release'>

export interface KnownClearFile {
  name: string
  /** Nothing is left in it of what was destroyed up to there. */
  forgottenUpTo: Position
}

/** Files of plaintext that erasures wait for. */
export async function clearFilesKnown(leases: Pick<Leases, 'reported'>): Promise<KnownClearFile[]> {
  const known = await leases.reported(prefix)
  return known
    .map(({ name, reached }) => ({ name: name.slice(prefix.length), forgottenUpTo: reached }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

/**
 * Nobody waits for a file from here on: whoever says so has seen to it that it is gone, with its copies.
 * @returns `kept` where a process keeps it now, `unknown` where nobody waits for it; then nothing was done
 */
export async function retireClearFile(name: string, leases: PlaintextLeases): Promise<'retired' | 'kept' | 'unknown'> {
  const all = await clearFilesKnown(leases)
  if (!all.some((file) => file.name === name)) return 'unknown'
  const lease = await leases.take(`${prefix}${name}`)
  if (!lease) return 'kept'
  await leases.retire(lease.name)
  await leases.release(lease)
  return 'retired'
}
