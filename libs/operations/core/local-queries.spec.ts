/** Which questions wait for one another, where they are answered on another thread. */
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { TestGroup } from '#test/harness/group.js'
import { LocalCore } from './local-core.js'

let group: TestGroup
let core: LocalCore
let running: string[]
let end: () => void

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
  running = []
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const elsewhere = async ({ page }: { page: string }) => {
    running.push(page)
    await ended
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

it('what scans all that a metric counts goes one by one, and lists beside it', async () => {
  const ask = (page: string, params: object) =>
    core.ask({ page, params: { ...params }, query: {}, viewer: group.viewer('aino') })
  const asked = [
    ...[ask('figures', { metric: 'touchpoints' }), ask('figures', { metric: 'deals-won' })],
    ...[ask('customers', {}), ask('contacts', {})],
  ]
  await new Promise((resolve) => setImmediate(resolve))
  expect(running.sort()).toEqual(['contacts', 'customers', 'figures'])
  end()
  await Promise.all(asked)
  expect(running.filter((page) => page === 'figures')).toHaveLength(2)
})
