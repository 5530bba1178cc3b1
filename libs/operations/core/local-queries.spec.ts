/** Which questions wait for one another, where they are answered on another thread. */
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { NobodyWaits } from '#kernel'
import type { Question } from '#queries'
import { TestGroup } from '#test/harness/group.js'
import { LocalCore } from './local-core.js'

let group: TestGroup
let core: LocalCore
/** What is answered elsewhere: by whom, and which page. */
let running: string[]
let ends: (() => void)[]

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  ;[running, ends] = [[], []]
  const elsewhere = async ({ page, viewer }: Question) => {
    running.push(`${viewer.member} ${page}`)
    await new Promise<void>((resolve) => ends.push(resolve))
    return { answer: {} }
  }
  const { business, log, store, clear, vault } = group
  const clock = () => new Date(group.time)
  const parts = { ...business, log, store, clear, vault, clock, locale: 'fi', parked: async () => 0 }
  core = new LocalCore({ ...parts, sharesLog: false, elsewhere: elsewhere as never })
  await core.start()
})
afterEach(async () => {
  await core.stop()
  await group.close()
})

const turn = () => new Promise((resolve) => setTimeout(resolve, 20))

function ask(page: string, { as = 'aino', params = {}, query = {}, signal }: Asked = {}) {
  const question = { page, params: { ...params }, query, viewer: group.viewer(as) }
  const answer = core.ask(question as Question, signal)
  answer.catch(() => undefined)
  return answer
}

interface Asked {
  as?: string
  params?: object
  query?: object
  signal?: AbortSignal
}

/** One ends after the other, until nothing runs. */
async function endAll(): Promise<void> {
  await turn()
  for (let end = ends.shift(); end; end = ends.shift()) {
    end()
    await turn()
  }
}

async function customerWith(notes: number): Promise<string> {
  const { id } = await group.do('customer', 'register', { name: `Hotelli ${notes}` }, { as: 'aino' })
  for (let nth = 0; nth < notes; nth++)
    await group.do('touchpoint', 'record-note', { customers: [id], unit: 'fi', note: `Visit ${nth}.` }, { as: 'aino' })
  return id
}

it('what scans all that a metric counts goes one by one, and lists beside it', async () => {
  const figures = (metric: string) => ask('figures', { params: { metric } })
  const asked = [figures('touchpoints'), figures('deals-won'), ask('customers'), ask('contacts')]
  await turn()
  expect(running.sort()).toEqual(['aino contacts', 'aino customers', 'aino figures'])
  await endAll()
  await Promise.all(asked)
  expect(running.filter((page) => page === 'aino figures')).toHaveLength(2)
})

it('what folds a history never folds on this thread, whatever runs elsewhere, and goes one by one', async () => {
  const id = await customerWith(1)
  const folding = [
    ...['score', 'replay', 'brief'].map((page) => [page, { params: { id } }] as const),
    ['timeline', { params: { id }, query: { member: 'aino' } }] as const,
    ['customer-event', { params: { id, event: '1' } }] as const,
  ]
  const asked = [ask('customers'), ...folding.map(([page, options]) => ask(page, options))]
  await turn()
  expect(running).toEqual(['aino customers', 'aino score'])
  await endAll()
  expect(running.slice(1)).toEqual(folding.map(([page]) => `aino ${page}`))
  expect((await Promise.all(asked)).every(({ body }) => body === undefined)).toBe(true)
})

it('whoever folds long histories waits for who folds short ones', async () => {
  const [long, short] = [await customerWith(120), await customerWith(1)]
  const score = (as: string, id: string) => ask('score', { as, params: { id } })
  for (let nth = 0; nth < 3; nth++) score('aino', long)
  await turn()
  for (let nth = 0; nth < 3; nth++) score('bengt', short)
  await endAll()
  expect(running.map((each) => each.split(' ')[0])).toEqual(['aino', 'bengt', 'bengt', 'bengt', 'aino', 'aino'])
})

it('several metrics cost what each of them does', async () => {
  const metrics = ['touchpoints', 'deals-won', 'won-revenue']
  for (let nth = 0; nth < 2; nth++) ask('many-figures', { query: { metrics } })
  await turn()
  for (let nth = 0; nth < 3; nth++) ask('figures', { as: 'bengt', params: { metric: 'touchpoints' } })
  await endAll()
  expect(running.map((each) => each.split(' ')[0])).toEqual(['aino', 'bengt', 'bengt', 'bengt', 'aino'])
})

it('what nobody waits for any more is answered nowhere, also on this thread', async () => {
  const id = await customerWith(1)
  const gone = new AbortController()
  const [first, second] = [1, 2].map(() => ask('score', { params: { id }, signal: gone.signal }))
  await turn()
  gone.abort()
  await expect(second).rejects.toThrow(NobodyWaits)
  await expect(ask('customer', { params: { id }, signal: gone.signal })).rejects.toThrow(NobodyWaits)
  await endAll()
  await first
  expect(running).toEqual(['aino score'])
})

it('one member asks only so many pages at once here, and others are answered meanwhile', async () => {
  const id = await customerWith(1)
  const pages = Array.from({ length: 40 }, () => ask('customer', { params: { id } }))
  await turn()
  expect(running).toHaveLength(12)
  ask('customer', { as: 'bengt', params: { id } })
  await turn()
  expect(running.at(-1)).toBe('bengt customer')
  await endAll()
  await Promise.all(pages)
})
