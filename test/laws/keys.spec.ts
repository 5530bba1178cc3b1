/** Whatever requests come at once under whatever keys: a key is one command on one record, and no event stands twice. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { DomainError, type Position, type StoredEvent } from '#kernel'
import { TestGroup } from '../harness/group.js'

const kinds = ['register', 'claim', 'link'] as const
const request = fc.record({ kind: fc.constantFrom(...kinds), key: fc.nat(2), says: fc.nat(2) })
/** Each list is sent at once, one list after another. */
const rounds = fc.array(fc.array(request, { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 4 })

type Request = { kind: (typeof kinds)[number]; key: number; says: number }

let group: TestGroup
let customer: string
let run = 0

beforeAll(async () => {
  group = await (await TestGroup.open()).found()
  customer = (await group.do('customer', 'register', { name: 'Hotelli Merituuli' })).id
})
afterAll(() => group.close())

/** What was recorded, or had been, by the answer. */
interface Answered {
  kind: string
  key: number
  says: number
  events: string[]
}

async function answerTo(request: Request): Promise<Answered> {
  return { ...request, events: await send(request) }
}

async function send({ kind, key, says }: Request): Promise<string[]> {
  const options = { key: `${run} ${key}` }
  const value = `${run}-${says}`
  try {
    if (kind === 'register') return idsOf(await group.send('customer', 'register', { name: value }, options))
    if (kind === 'link')
      return idsOf(await group.send('customer', 'link', { system: 'erp', record: value }, { ...options, id: customer }))
    return idsOf(await group.send('identifier', 'claim', { customer, scheme: 'business-id', value }, options))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return []
  }
}

const idsOf = ({ events }: { events: { id: string }[] }): string[] => events.map(({ id }) => id)

async function everything(): Promise<StoredEvent[]> {
  const all: StoredEvent[] = []
  for (let after: Position = 0; ; after = all.at(-1)?.position ?? 0) {
    const page = await group.log.readAll({ after, limit: 10_000 })
    all.push(...page)
    if (page.length < 10_000) return all
  }
}

describe('requests under keys', () => {
  it('leave one body on one record for each key, and what was answered stands in the log once', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (list) => {
        run++
        const answered: Answered[] = []
        for (const round of list) answered.push(...(await Promise.all(round.map(answerTo))))
        const all = await everything()
        const ids = all.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(answered.flatMap(({ events }) => events).filter((id) => !ids.includes(id))).toEqual([])
        const recorded = answered.filter(({ events }) => events.length > 0)
        for (const answers of Map.groupBy(recorded, ({ kind, key }) => `${kind} ${key}`).values())
          expect(new Set(answers.map(({ says }) => says)).size).toBe(1)
        const facts = all.filter(({ type }) => type !== 'command.directed')
        for (const events of Map.groupBy(facts, ({ metadata }) => metadata.commandId).values()) {
          expect(new Set(events.map(({ stream }) => stream)).size).toBe(1)
          expect(new Set(events.map(({ metadata }) => metadata.fingerprint)).size).toBe(1)
        }
      }),
      { numRuns: Number(process.env.LAWS ?? 10) },
    )
  }, 120_000)
})
