/** Before anybody asks, answers are drafted that nobody is given: without a trace, and not in anybody's way. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Question } from '#queries'
import { TestGroup } from '#test/harness/group.js'
import { warmUp } from './warming-up.js'

const patienceMs = 30_000

let group: TestGroup
let customers: string[]
let asked: Question[]

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  asked = []
  customers = []
  for (const name of ['Hotelli Merituuli', 'Merisali', 'Kalasatama'])
    customers.push((await group.do('customer', 'register', { name }, { as: 'aino' })).id)
  const ilona = (await group.do('contact', 'register', { name: 'Ilona Meritähti' }, { as: 'aino' })).id
  const post = { customer: customers[0], title: 'Chef', level: 'operational', since: '2024-08-01' }
  await group.do('contact', 'startPost', post, { id: ilona, as: 'aino' })
})
afterEach(() => group.close())

/** What was opened in the drafts. */
async function warmedUp(isOver: () => boolean = () => false): Promise<unknown[]> {
  const { store, core } = group
  const { registry } = group.business
  const opened: unknown[] = []
  const draft = async (question: Question) => {
    asked.push(question)
    opened.push((await core.queryService.draft(question)).opened)
  }
  await warmUp({ registry, store, draft }, isOver, patienceMs)
  return opened
}

describe('warming up', () => {
  it('drafts each customer in full, names of people included, and leaves no entry in the access log', async () => {
    const opened = await warmedUp()
    expect(asked.map(({ page, params }) => [page, params.id]).sort()).toEqual(
      customers.map((id) => ['customer', id]).sort(),
    )
    expect(opened.filter((each) => each !== undefined)).toHaveLength(1)
    expect(await group.accessLog.find({})).toEqual([])
  })

  it('ends as soon as somebody asks', async () => {
    await warmedUp(() => asked.length === 2)
    expect(asked).toHaveLength(2)
  })

  it('ends quietly where an answer fails: whoever asks it is told', async () => {
    const { registry } = group.business
    const { store } = group
    const draft = async (question: Question) => {
      asked.push(question)
      throw new Error('the read models are closed')
    }
    await warmUp({ registry, store, draft }, () => false)
    expect(asked).toHaveLength(1)
  })
})
