/**
 * Holds the stand-in against what a real server answered: the script that asked it asks again, and each answer is
 * compared. The script's other sections are of calls that no log of ours makes: deleting, metadata of streams and
 * subscriptions that the server keeps; or take a real server that is killed or frozen. Of the sections that are asked,
 * some answers are left out, for the reasons beside them.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { describeWhen } from '#test/lanes/describe-when.js'
import { StandIn } from './stand-in.js'

const recorded = resolve('..', 'shared', 'eventstoredb')
const script = join(recorded, 'record.mjs')
const isThere = {
  holds: existsSync(script),
  otherwise: 'no recorded answers of a real server: there is no ../shared/eventstoredb',
}

/** One after another, and those that are mostly waiting together; each is asked of a server of its own. */
const rounds = [
  ['append', 'idempotency', 'limits', 'read', 'all', 'payload'],
  ['subscribe', 'poison'],
]
const sections = rounds.flat()
/**
 * The script waits for so long, and takes what has come: on a busy machine that may be too little. What differs each
 * time is a difference.
 */
const asks = 3
const patienceMs = 400_000

const leftOut = new Set([
  // Nothing of the log deletes, truncates or describes streams.
  'soft delete 5',
  'again V NO_STREAM after a soft delete',
  'again V ANY after a soft delete',
  'stream 5',
  'setStreamMetadata maxCount 2',
  'again first 2 NO_STREAM though truncated away',
  'again first 2 ANY though truncated away',
  'stream 6',
  'truncated stream (maxCount 2 of 5) from START',
  // Whether so little time is enough.
  'deadline 1 ms',
  'what the two short-deadline appends wrote',
  // A real server was asked for these after all the rest, and tells of what that had written, or it itself.
  'backwards from END, 6',
  'first 3 forwards from START, in full',
  'backwards from the position of ax1 (inclusive?)',
  'filter eventType prefix alpha- forwards',
  'filter eventType prefix alpha- forwards maxCount 2',
  'filter eventType regex ^beta forwards',
  'filter streamName prefix backwards maxCount 2',
  'excludeSystemEvents',
  'stream names of system events in $all',
  // No log of ours has links; the events that are have an id of their own each time.
  'links (type $>, data rev@stream, binary)',
  'a link written as JSON event',
  'links unresolved',
  'links resolved (keys and values)',
  'one resolved link in full',
  'subscription with resolveLinkTos',
  // Never answered, by the client alone; its id is another each time.
  'json data undefined',
  // How much of what was sent a client hands on after it has let go is a matter of timing.
  'for-await over a subscription, unsubscribe inside the loop',
])

interface Entry {
  op?: string
  note?: string
}

describeWhen(isThere, 'the stand-in of EventStoreDB', () => {
  let out: string
  beforeAll(async () => {
    out = mkdtempSync(join(tmpdir(), 'kumppani-transcripts-'))
    for (const round of rounds) await Promise.all(round.map((section) => askUntilEqual(section, out)))
  }, patienceMs)
  afterAll(() => rmSync(out, { recursive: true, force: true }))

  it('was asked everything that a real one was', () => {
    for (const section of sections) {
      const [last = 0] = realEntries(section).at(-1) ?? []
      expect([section, entriesIn(out, section).length > last]).toEqual([section, true])
    }
  })

  for (const section of sections) {
    describe(`answers as a real one: ${section}`, () => {
      for (const [at, entry] of realEntries(section)) {
        it(nameOf(entry), () => expect(comparable(entriesIn(out, section)[at])).toEqual(comparable(entry)))
      }
    })
  }
})

async function askUntilEqual(section: string, out: string): Promise<void> {
  for (let nth = 0; nth < asks; nth++) {
    await ask(section, out)
    const answers = entriesIn(out, section)
    if (realEntries(section).every(([at, real]) => isDeepStrictEqual(comparable(answers[at]), comparable(real)))) return
  }
}

async function ask(section: string, out: string): Promise<void> {
  const server = await StandIn.start()
  const env = { ...process.env, CLIENT_DIR: process.cwd(), OUT: out, ES: server.url }
  // It says on its standard error what the client lets nobody catch.
  const child = spawn(process.execPath, [script, section], { env, stdio: ['ignore', 'ignore', 'ignore'] })
  await once(child, 'exit')
  await server.stop()
}

function realEntries(section: string): [number, Entry][] {
  const entries = [...entriesIn(join(recorded, 'transcripts'), section).entries()]
  return entries.filter(([, entry]) => !leftOut.has(nameOf(entry)))
}

function entriesIn(folder: string, section: string): Entry[] {
  const file = join(folder, `${section}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { transcript: Entry[] }).transcript : []
}

function nameOf({ op, note }: Entry): string {
  return op ?? note ?? 'an entry without a name'
}

/** Without what differs from run to run: positions, and what a library of servers adds to an error. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if ('commit' in value && 'prepare' in value && entries.length === 2)
    return value.commit === value.prepare ? 'a position' : `a position of two, ${orderOf(value)}`
  const kept = entries.filter(([key]) => key !== 'grpc' && key !== 'created' && key !== 'commitPosition')
  return Object.fromEntries(kept.map(([key, inner]) => [key, comparable(inner)]))
}

const orderOf = ({ commit, prepare }: { commit: unknown; prepare: unknown }): string =>
  Number.parseInt(String(commit), 10) > Number.parseInt(String(prepare), 10)
    ? 'the commit behind'
    : 'the prepare behind'
