/**
 * A batch records and answers what its commands would, sent one after another: two copies of one group do the
 * same, the one in batches and the other command by command, and others change a customer in between on both.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dispatch } from '#commands'
import { openSqliteLog } from '#engines/sqlite/event-log/sqlite-event-log.js'
import { DomainError, InvalidInput, type NewEvent, type Recorded, type SentCommand, type StoredEvent } from '#kernel'
import { stated } from '../grammar/stated.js'
import { TestGroup } from '../harness/group.js'

const kinds = [
  ...['register', 'begin', 'edit', 'note', 'note', 'plan', 'move', 'claim', 'link', 'parent'],
  ...[
    'stage',
    'deal',
    'deal-stage',
    'merge',
    'grant',
    'withdraw',
    'restate',
    'retract',
    'merge',
    'unknown',
    'malformed',
  ],
  ...['again', 'again', 'again'],
] as const
const number = fc.nat(5)
const steps = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), n: fc.tuple(number, number, number), key: fc.nat(20) }),
  { minLength: 1, maxLength: 25 },
)
type Step = { kind: (typeof kinds)[number]; n: [number, number, number]; key: number }

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T
const moments = [undefined, '', '2026-02', '2026-02-10T08:00:00.000Z', '2026-03-01T08:00:00.000Z']
const stages = ['exploratory', 'basic', 'cooperative']

const step = (kind: Step['kind'], ...n: Step['n']): Step => ({ kind, n, key: 0 })
/** What follows a merge is about the survivor. */
const mergedFirst = [step('merge', 0, 1, 2), step('link', 0, 3, 1), step('again', 1, 0, 0), step('again', 0, 0, 0)]

let folder: string
let customers: string[]
let recorded: StoredEvent[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kumppani-batches-'))
  const group = await (await TestGroup.open({ folder: join(folder, 'base') })).found()
  for (const name of ['Aamu', 'Ilta', 'Yö', 'Päivä'])
    await group.do('customer', 'register', { name, sector: 'retail' }, { as: 'aino' })
  const registered = (await group.log.readAll({ after: 0, limit: 1000 })).filter(({ type }) =>
    type.startsWith('customer.'),
  )
  // Beside them, some that are nobody's yet.
  customers = [...registered.map(({ stream }) => stream.slice('customer-'.length)), 'x1', 'x2']
  const note = { customers: customers.slice(0, 1), unit: 'fi', note: 'They are content.' }
  for (const at of ['2026-02-01T08:00:00.000Z', '2026-02-15']) await group.do('touchpoint', 'record-note', note, { at })
  recorded = (await group.log.readAll({ after: 0, limit: 1000 })).filter(({ stream }) =>
    /^(customer|touch)/.test(stream),
  )
  await group.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The command of a step; the ids of records that steps before it begin follow from their keys. */
function commandOf({ kind, n: [x, y, z], key }: Step, group: TestGroup): SentCommand {
  const { hash } = group.core.ports
  const as = pick(['aino', 'bengt', 'stella', ...Array(5).fill('system:test')], y * z)
  const viewer = as.startsWith('system:') ? { member: as, grants: [] } : group.viewer(as)
  const sent = (category: string, command: string, body: object, id?: string, begins?: boolean): SentCommand => ({
    request: {
      category,
      command,
      body,
      id,
      begins,
      occurred: at === undefined ? undefined : stated(at),
      confirmed: x > 3,
    },
    caller: { viewer, commandId: hash.uuid('law', category, String(key)) },
  })
  const begun = (category: string) => hash.shortId(category, hash.uuid('law', category, String(x)))
  const at = pick(moments, z)
  const customer = pick(customers, x)
  const unit = pick(['fi', 'se'], y)
  const said = { customers: [customer], unit, note: `Said ${z}.` }
  switch (kind) {
    case 'register':
      return sent('customer', 'register', { name: `Uusi ${y}` })
    case 'begin':
      return sent('customer', 'register', { name: `Uusi ${y}` }, customer, true)
    case 'edit':
      return sent('customer', 'edit', { employees: y > 3 ? { was: y, is: z } : { is: z } }, customer)
    case 'note':
      return sent('touchpoint', 'record-note', said)
    case 'plan':
      return sent('touchpoint', 'plan', { ...said, kind: 'visit', startsAt: '2026-04-14T07:00:00Z' })
    case 'move':
      return sent('touchpoint', 'move', { startsAt: `2026-04-2${y}T07:00:00Z` }, begun('touchpoint'))
    case 'claim':
      return sent('identifier', 'claim', { customer, scheme: 'business-id', value: `FI-${y}` })
    case 'link':
      return sent('customer', 'link', { system: 'erp', record: `E${y}` }, customer)
    case 'parent':
      return sent('customer', 'setParent', { parent: pick(customers, y) }, customer)
    case 'stage':
      return sent(
        'relationship',
        'changeStage',
        { from: 'identified', to: pick(stages, z), why: 'So.' },
        `${customer}.${unit}`,
      )
    case 'deal':
      return sent('opportunity', 'open', { customer, unit, name: 'Cold', profile: 'product-sale', stage: 'engaging' })
    case 'deal-stage':
      return sent('opportunity', 'changeStage', { to: pick(['prospecting', 'offered'], y) }, begun('opportunity'))
    case 'merge':
      return sent('merge', 'merge', { into: pick(customers, y) }, customer)
    case 'grant':
      return sent('member', 'grant', { role: 'steward' }, pick(['aino', 'bengt'], x))
    case 'withdraw':
      return sent('member', 'withdraw', { role: 'member', unit }, pick(['aino', 'bengt'], x))
    case 'unknown':
    case 'again':
      return sent('customer', 'dance', {}, customer)
    case 'malformed':
      return sent('customer', 'register', { name: 7 })
    default: {
      const { stream, id: eventId, data, type } = pick(recorded, x + y)
      const body = kind === 'restate' && type === 'customer.registered' ? { ...data, city: `Kylä ${z}` } : undefined
      const request = { stream, eventId, mode: kind, body, because: 'A slip.', confirmed: z > 2 }
      return { request, caller: { viewer, commandId: hash.uuid('law', 'correct', String(key)) } }
    }
  }
}

let copies = 0

/** A copy of the group in which somebody else edits a customer as soon as something is to be appended to it. */
async function copied(meddled: string): Promise<TestGroup> {
  const copy = join(folder, `copy-${copies++}`)
  cpSync(join(folder, 'base'), copy, { recursive: true })
  const log = openSqliteLog({ file: join(copy, 'log.db') })
  const append = log.append.bind(log)
  let isMeddled = false
  log.append = async (stream: string, expected, events: readonly NewEvent[]) => {
    if (stream === `customer-${meddled}` && !isMeddled) {
      isMeddled = true
      const edit = { category: 'customer', command: 'edit', id: meddled, body: { city: { is: 'Muualla' } } }
      const caller = { viewer: { member: 'system:meddler', grants: [] }, commandId: 'meddling' }
      await dispatch([{ request: edit, caller }], group.core.ports)
    }
    return append(stream, expected, events)
  }
  const group = await TestGroup.open({ folder: copy, log })
  return group
}

interface Told {
  answers: unknown[]
  /** By stream: what stands there. */
  streams: Record<string, unknown[]>
}

/** What was answered and recorded, without what is another every time: events are called by where they stand. */
async function toldBy(group: TestGroup, answers: readonly PromiseSettledResult<Recorded>[]): Promise<Told> {
  const events = await group.log.readAll({ after: 0, limit: 1000 })
  const { registry, sealer } = group.core.ports
  const opened = await sealer.open(events.map((event) => registry.catalogue.read(event)))
  const names = new Map(events.map(({ id, stream, revision }) => [id, `${stream}@${revision}`]))
  const named = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value), (_, each: unknown) =>
      typeof each === 'string' ? (names.get(each) ?? each) : each,
    )
  const streams: Record<string, unknown[]> = {}
  for (const { stream, type, data, metadata } of opened) {
    streams[stream] ??= []
    streams[stream].push(named({ type, data, metadata }))
  }
  return { answers: answers.map((answer) => named(plain(answer))), streams }
}

function plain(answer: PromiseSettledResult<Recorded>): object {
  if (answer.status === 'fulfilled') {
    const { id, stream, events, repeated } = answer.value
    return { id, stream, events, repeated }
  }
  const error: unknown = answer.reason
  if (error instanceof InvalidInput) return { problems: error.problems }
  if (!(error instanceof DomainError)) throw error
  return { code: error.code, details: error.details }
}

async function inBatches(list: readonly Step[], { sizes, meddled }: { sizes: readonly number[]; meddled: string }) {
  const group = await copied(meddled)
  try {
    const commands: SentCommand[] = []
    for (const step of list) {
      const again = step.kind === 'again' && commands.length > 0
      commands.push(again ? pick(commands, step.n[0]) : commandOf(step, group))
    }
    const answers: PromiseSettledResult<Recorded>[] = []
    for (let at = 0, batch = 0; at < commands.length; batch++) {
      const size = pick(sizes, batch)
      answers.push(...(await dispatch(commands.slice(at, at + size), group.core.ports)))
      at += size
    }
    return await toldBy(group, answers)
  } finally {
    await group.close()
    rmSync(group.folder, { recursive: true, force: true })
  }
}

describe('a batch', () => {
  it('records and answers what its commands do one after another', async () => {
    const batches = fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 3 })
    const outcomes = new Map<string, number>()
    await fc.assert(
      fc.asyncProperty(steps, batches, number, async (list, sizes, who) => {
        const meddled = pick(customers, who)
        const [whole, single] = [
          await inBatches(list, { sizes, meddled }),
          await inBatches(list, { sizes: [1], meddled }),
        ]
        expect(whole).toEqual(single)
        for (const answer of whole.answers as { code?: string; repeated?: boolean }[]) {
          const outcome = answer.code ?? (answer.repeated ? 'repeated' : 'recorded')
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        }
      }),
      { numRuns: Number(process.env.LAWS ?? 12), examples: [[mergedFirst, [9], 5]] },
    )
    if (process.env.LAWS) process.stderr.write(`${JSON.stringify([...outcomes])}\n`)
    expect([...outcomes.keys()]).toEqual(expect.arrayContaining(['recorded', 'repeated']))
  }, 120_000)
})
