/** However a source has told of its records: undone newest first, each of its imports leaves exactly what it found. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { history } from '#kernel'
import { verified } from '../harness/verified.js'
import { inTime, mostMs } from '../laws/in-time.js'
import { type Feed, feeds, sent } from './feeds.js'
import { ImportingGroup } from './importing-group.js'

/** Everything that holds, but of imports themselves: what each fact says, when it was so, and where it belongs. */
async function standing(importing: ImportingGroup): Promise<Record<string, object>> {
  const events = (await importing.events()).filter(({ stream }) => !stream.startsWith('import-'))
  const opened = await importing.group.core.ports.sealer.open(events)
  const facts = history(opened).map(({ id, type, data, ...fact }) => {
    const { at, occurredAt, precision, unit, customers, contacts } = fact
    return [id, { type, data, at, occurredAt, precision, unit, customers, contacts }] as const
  })
  return Object.fromEntries(facts)
}

async function undo(importing: ImportingGroup, id: string): Promise<void> {
  const { kept } = await importing.undo(id)
  const why = kept === 0 ? [] : (await importing.ask<{ kept: object[] }>('import-undo', { id })).kept
  expect(why).toEqual([])
}

async function inGroup(check: (importing: ImportingGroup) => Promise<void>): Promise<void> {
  const importing = await ImportingGroup.open('EUR')
  try {
    await importing.unit('fi')
    await check(importing)
    await importing.group.projector.catchUp()
    expect((await verified(importing.group)).differences).toEqual([])
  } finally {
    await importing.close()
  }
}

/** A feed, and how many imports are undone once it is imported. */
type Step = readonly [Feed, number]

const leaveWhatTheyFound = (steps: readonly Step[]) =>
  inGroup(async (importing) => {
    const imported: { id: string; found: object }[] = []
    const undoLast = async () => {
      const last = imported.pop()
      if (!last) return
      await undo(importing, last.id)
      expect(await standing(importing)).toEqual(last.found)
      expect(await importing.undo(last.id)).toMatchObject({ retracted: 0, restored: 0, kept: 0 })
    }
    for (const [feed, undone] of steps) {
      const found = await standing(importing)
      imported.push({ id: (await importing.import(sent(feed))).import, found })
      for (let times = 0; times < undone; times++) await undoLast()
    }
    while (imported.length > 0) await undoLast()
  })

/** What keeps an import at first is undone in the end. */
const leaveNothingInTheEnd = (of: readonly Feed[], places: readonly number[]) =>
  inGroup(async (importing) => {
    const found = await standing(importing)
    const ids: string[] = []
    for (const feed of of) ids.push((await importing.import(sent(feed))).import)
    for (const place of places) await importing.undo(ids[place % ids.length] as string)
    for (const id of ids.toReversed()) await undo(importing, id)
    expect(await standing(importing)).toEqual(found)
  })

// A counterexample is long to shrink: it is a whole group each time.
const often = { ...inTime, numRuns: Number(process.env.LAWS ?? 6), endOnFailure: true }
const feedsInTurn = { minLength: 2, maxLength: 4 }

describe('imports of one source', () => {
  it(
    'undone newest first leave what they found',
    async () => {
      const undone = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.constantFrom(1, 2) })
      const law = fc.asyncProperty(fc.array(fc.tuple(feeds, undone), feedsInTurn), leaveWhatTheyFound)
      await fc.assert(law, often)
    },
    mostMs,
  )

  it(
    'undone once more newest first leave nothing, in whatever order they had been undone before',
    async () => {
      const order = fc.array(fc.nat({ max: 11 }), { minLength: 1, maxLength: 3 })
      await fc.assert(fc.asyncProperty(fc.array(feeds, feedsInTurn), order, leaveNothingInTheEnd), often)
    },
    mostMs,
  )
})
