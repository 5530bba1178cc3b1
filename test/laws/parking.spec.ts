/** What cannot be folded stops its customer alone, and leaves no trace once it was mended and tried again. */
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import fc from 'fast-check'
import { happenings } from './generated.js'
import { failingAt, lawful } from './law-views.js'
import { logOf, Projected } from './projected.js'

jest.setTimeout(60_000)

const opened: Projected[] = []
const closeAll = async () => {
  for (const projected of opened.splice(0)) await projected.close()
}
afterEach(closeAll)

const over = async (log: Parameters<typeof Projected.over>[0]) => {
  const projected = await Projected.over(log)
  opened.push(projected)
  return projected
}

describe('a partition that was parked', () => {
  it('stands as if nothing had been, once its fold was mended and it is tried again', async () => {
    const broken = fc.constantFrom('touchpoint.note', 'relationship.stage-changed', 'touchpoint.moved', 'merge.made')
    await fc.assert(
      fc
        .asyncProperty(happenings(30), broken, fc.integer({ min: 1, max: 9 }), async (happened, type, size) => {
          const { log, events } = await logOf(happened)
          const sound = await over(log)
          await sound.projector.catchUp()
          const stopped = await over(log)
          await stopped.restart(failingAt(type))
          for (let at = 0; at < events.length; at += size) await stopped.projector.project(events.slice(at, at + size))
          await stopped.restart(lawful)
          for (const { partition } of stopped.projector.parking.list()) {
            if (stopped.projector.parking.has(partition)) expect(await stopped.projector.retry(partition)).toBe(true)
          }
          await stopped.restart()
          expect(await stopped.state()).toEqual(await sound.state())
        })
        .afterEach(closeAll),
      { numRuns: Number(process.env.LAWS ?? 10) },
    )
  })

  it('stays parked with its reason while it cannot be folded', async () => {
    const { log } = await logOf([
      { what: 'register', n: [3, 0, 0, 0, 0, 0] },
      { what: 'touch', n: [3, 0, 0, 0, 0, 0] },
      { what: 'register', n: [3, 1, 0, 0, 0, 0] },
    ])
    const projected = await over(log)
    await projected.restart(failingAt('touchpoint.note'))
    await projected.projector.catchUp()
    expect(await projected.projector.retry('customer:c0')).toBe(false)
    expect(projected.projector.parking.list()).toEqual([
      expect.objectContaining({
        partition: 'customer:c0',
        type: 'touchpoint.note',
        reason: 'a fold of touchpoint.note is broken',
      }),
    ])
    expect(Object.keys(await projected.documents())).toContain('customers c1')
  })

  it('is that of the customer that stands for it, when the event cannot even be read', async () => {
    const { log } = await logOf([
      { what: 'register', n: [3, 0, 0, 0, 0, 0] },
      { what: 'register', n: [3, 1, 0, 0, 0, 0] },
      { what: 'merge', n: [3, 1, 0, 0, 0, 0] },
    ])
    const [first] = await log.readStream('customer-c1')
    if (!first) throw new Error('the log has no customer')
    await log.append('touchpoint-odd', 'no-stream', [{ ...first, id: 'odd', type: 'touchpoint.unheard-of' }])
    const projected = await over(log)
    await projected.projector.catchUp()
    expect(projected.projector.parking.list()).toEqual([
      expect.objectContaining({ partition: 'customer:c0', type: 'touchpoint.unheard-of' }),
    ])
    expect(await projected.projector.retry('customer:c0')).toBe(false)
    expect(await log.head()).toBe(await projected.projector.catchUp())
  })

  it('is none when the event is a reference: then projection stops and says where', async () => {
    const { log } = await logOf([{ what: 'register', n: [3, 0, 0, 0, 0, 0] }])
    const [first] = await log.readStream('customer-c0')
    if (!first) throw new Error('the log has no customer')
    await log.append('unit-odd', 'no-stream', [{ ...first, id: 'odd', type: 'unit.unheard-of' }])
    const projected = await over(log)
    await expect(projected.projector.catchUp()).rejects.toThrow('unit.unheard-of at position 2')
  })
})
