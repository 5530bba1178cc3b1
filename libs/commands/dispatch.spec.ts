/** What commands of one batch know of each other, and what they share. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { type CommandRequest, keysLastMs, type Recorded, type SentCommand } from '#kernel'
import { TestGroup } from '../../test/harness/group.js'
import { dispatch } from './dispatch.js'

let group: TestGroup
let keys = 0

beforeEach(async () => {
  group = await (await TestGroup.open()).found()
})
afterEach(() => group.close())

const sent = (request: Omit<CommandRequest, 'category'> & { category?: string }, as = 'aino'): SentCommand => ({
  request: { category: 'customer', ...request },
  caller: { viewer: group.viewer(as), commandId: group.core.commandId(`batched ${keys++}`) },
})
const register = (id: string) => sent({ command: 'register', id, body: { name: id, sector: 'retail' } })
const note = (customer: string) =>
  sent({
    category: 'touchpoint',
    command: 'record-note',
    body: { customers: [customer], unit: 'fi', note: 'Content.' },
  })

const doing = (...batch: SentCommand[]) => dispatch(batch, group.core.ports)
const values = (answers: PromiseSettledResult<Recorded>[]) =>
  answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.stream : answer.reason.code))

describe('a batch', () => {
  it('answers each command by itself', async () => {
    const malformed = sent({ command: 'register', body: { name: 7 } })
    const [first, second, third] = await doing(register('a1'), malformed, register('a1'))
    expect(first).toMatchObject({ status: 'fulfilled', value: { id: 'a1', repeated: false } })
    expect(second).toMatchObject({ status: 'rejected', reason: { name: 'InvalidInput' } })
    expect(third).toMatchObject({ status: 'rejected', reason: { code: 'customer-exists' } })
  })

  it('lets commands see what those before them record, and not what those behind them do', async () => {
    expect(values(await doing(note('b1'), register('b1'), note('b1')))).toEqual([
      'touchpoint-customer-unknown',
      'customer-b1',
      expect.stringContaining('touchpoint-'),
    ])
  })

  it('ends after a command that changes a reference: what follows a merge goes to the survivor', async () => {
    await doing(register('c1'), register('c2'))
    const merge = sent({ category: 'merge', command: 'merge', id: 'c1', body: { into: 'c2' } }, 'stella')
    const link = sent({ command: 'link', id: 'c1', body: { system: 'erp', record: 'E1' } })
    expect(values(await doing(merge, link))).toEqual(['merge-c1', 'customer-c2'])
  })

  it('does a command once that stands in it twice', async () => {
    const [customer] = [register('d1')]
    const answers = await doing(customer, customer)
    expect(answers.map((answer) => answer.status === 'fulfilled' && answer.value.repeated)).toEqual([false, true])
    expect(await group.log.readStream('customer-d1')).toHaveLength(1)
  })

  it('looks at the keys once, and appends what has nothing to do with each other at once', async () => {
    const { sealer, log } = group.core.ports
    const counts = { sealed: 0, appending: 0, atOnce: 0 }
    const counting = {
      sealAll: (events: Parameters<typeof sealer.sealAll>[0]) => {
        counts.sealed++
        return sealer.sealAll(events)
      },
      append: async (...of: Parameters<typeof log.append>) => {
        counts.atOnce = Math.max(counts.atOnce, ++counts.appending)
        const appended = await log.append(...of)
        counts.appending--
        return appended
      },
    }
    const ports = {
      ...group.core.ports,
      sealer: Object.assign(Object.create(sealer), { sealAll: counting.sealAll }),
      log: Object.assign(Object.create(log), { append: counting.append, readStream: log.readStream.bind(log) }),
    }
    await doing(register('e1'))
    const batch = Array.from({ length: 50 }, () => note('e1'))
    const answers = await dispatch(batch, ports)
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(50)
    expect(counts).toEqual({ sealed: 1, appending: 0, atOnce: 50 })
  })
})

describe('a command that is held up once it is sealed', () => {
  /** Held up for so long the first time. */
  const recordedAfter = async (heldUpMs: number, meanwhile: () => Promise<void>) => {
    let nowMs = 0
    let isFirst = true
    const { sealer } = group.core.ports
    const sealAll: typeof sealer.sealAll = async (events) => {
      const sealed = await sealer.sealAll(events)
      if (!isFirst) return sealed
      isFirst = false
      await meanwhile()
      nowMs += heldUpMs
      return sealed
    }
    const ports = Object.assign(Object.create(group.core.ports), {
      steadyMs: () => nowMs,
      sealer: Object.assign(Object.create(sealer), { sealAll }),
    })
    const body = { customers: ['h1'], contacts: ['ilona', 'sture'], unit: 'fi', note: 'Both spoke.' }
    return values(await dispatch([sent({ category: 'touchpoint', command: 'record-note', body })], ports))
  }
  beforeEach(async () => {
    await doing(register('h1'))
    for (const id of ['ilona', 'sture'])
      await doing(sent({ category: 'contact', command: 'register', id, body: { name: id } }))
  })

  it('is sealed anew, and refused where whoever it names was erased meanwhile', async () => {
    const erasing = () => group.vault.destroy('contact:ilona')
    expect(await recordedAfter(keysLastMs, erasing)).toEqual(['person-erased'])
  })

  it('is recorded once where nobody was', async () => {
    const [stream = ''] = await recordedAfter(keysLastMs, async () => undefined)
    expect(await group.log.readStream(stream)).toHaveLength(1)
  })

  it('is recorded as it was sealed where it was not for long', async () => {
    const erasing = () => group.vault.destroy('contact:ilona')
    expect(await recordedAfter(keysLastMs - 1, erasing)).toEqual([expect.stringContaining('touchpoint-')])
  })
})
