/** References answer for any moment: as of then, as known then, corrections and late facts included. */

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { defineEvents } from '../events/define-events.js'
import { BEYOND, storedPosition } from '../events/position.js'
import type { Correction, EventMetadata, StoredEvent } from '../events/stored-event.js'
import { Label } from '../fields/decorators.js'
import { history } from '../history/history.js'
import { defineReference, ReferenceHolder } from './reference.js'

class RoleTold {
  @Label() role!: string
}
const events = defineEvents('post', {
  granted: { payload: RoleTold, version: 1, examples: [{ role: 'guard' }] },
  withdrawn: { payload: RoleTold, version: 1, examples: [{ role: 'guard' }] },
})

const initial: readonly string[] = []
const on = {
  'post.granted': (state: readonly string[], { data }: { data: RoleTold }) => [...state, data.role],
  'post.withdrawn': (state: readonly string[], { data }: { data: RoleTold }) => state.filter((r) => r !== data.role),
}
const held = defineReference<readonly string[]>()({ name: 'held', of: [events], initial, on })
const ever = defineReference<readonly string[]>()({ name: 'ever', of: [events], timeless: true, initial, on })

interface Saying {
  type?: 'post.granted' | 'post.withdrawn'
  role?: string
  day: number
  corrects?: Correction
}

const told = (position: number, { type = 'post.granted', role = '', day, corrects }: Saying): StoredEvent => {
  const at = `2026-02-0${day}T08:00:00.000Z`
  const metadata: EventMetadata = {
    schemaVersion: 1,
    occurredAt: at,
    occurredPrecision: 'instant',
    effectiveAt: at,
    recordedAt: at,
    actor: 'adam',
    customers: [],
    contacts: [],
    commandId: 'k',
    fingerprint: 'f',
    ...(corrects ? { corrects } : {}),
  }
  return {
    id: `e${position}`,
    type,
    data: { role },
    metadata,
    stream: 'post-p',
    revision: position - 1,
    position: storedPosition(position),
  }
}

const holderOf = (...list: StoredEvent[]): ReferenceHolder => {
  const holder = new ReferenceHolder([held, ever])
  for (const event of list) holder.take(event)
  return holder
}
const endOf = (day: number) => `2026-02-0${day}T23:00:00.000Z`

describe('a reference', () => {
  it('answers as of a moment and as known at a position', () => {
    const holder = holderOf(
      told(10, { role: 'guard', day: 5 }),
      told(20, { role: 'cook', day: 3 }),
      told(30, { type: 'post.withdrawn', role: 'guard', day: 7 }),
    )
    const at = (asOf?: string, knownAt = BEYOND as number) =>
      holder.at({ asOf, knownAt: storedPosition(knownAt) }).get(held)
    expect(at()).toEqual(['cook'])
    expect(at(endOf(6))).toEqual(['cook', 'guard'])
    expect(at(endOf(4))).toEqual(['cook'])
    expect(at(endOf(4), 19)).toEqual([])
    expect(at(undefined, 29)).toEqual(['cook', 'guard'])
    expect(at(endOf(2))).toEqual([])
  })

  it('forgets what was retracted, from the moment that was known', () => {
    const holder = holderOf(
      told(10, { role: 'guard', day: 5 }),
      told(20, { day: 5, corrects: { eventId: 'e10', mode: 'retract' } }),
    )
    expect(holder.at({ asOf: endOf(6) }).get(held)).toEqual([])
    expect(holder.at({ asOf: endOf(6), knownAt: storedPosition(19) }).get(held)).toEqual(['guard'])
  })

  it('moves with a restated moment, and does not answer from before it was asked again', () => {
    const holder = holderOf(told(10, { role: 'guard', day: 5 }))
    expect(holder.at({ asOf: endOf(4) }).get(held)).toEqual([])
    holder.take(told(20, { role: 'guard', day: 2, corrects: { eventId: 'e10', mode: 'restate' } }))
    expect(holder.at({ asOf: endOf(4) }).get(held)).toEqual(['guard'])
    expect(holder.at({ asOf: endOf(4), knownAt: storedPosition(10) }).get(held)).toEqual([])
  })

  it('that is timeless depends on what is known alone', () => {
    const holder = holderOf(told(10, { role: 'guard', day: 5 }))
    expect(holder.at({ asOf: endOf(1) }).get(ever)).toEqual(['guard'])
    expect(holder.at({ asOf: endOf(1), knownAt: storedPosition(9) }).get(ever)).toEqual([])
  })

  it('is, in whatever order it is asked, what a fold of all that was known is', () => {
    const step = fc.record({ day: fc.integer({ min: 1, max: 9 }), corrects: fc.option(fc.nat(30)), late: fc.boolean() })
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 30 }),
        fc.array(fc.nat(30).map(storedPosition), { maxLength: 40 }),
        (steps, asked) => {
          const events = steps.map(({ day, corrects, late }, i) => {
            const first = corrects === null || corrects >= i ? undefined : `e${corrects + 1}`
            const mode = late ? ('retract' as const) : ('restate' as const)
            const at = late ? day : Math.max(day, Math.min(9, i))
            return told(i + 1, { role: `r${i}`, day: at, ...(first && { corrects: { eventId: first, mode } }) })
          })
          const holder = holderOf(...events)
          for (const knownAt of asked) {
            const facts = history(events.filter(({ position }) => position <= knownAt))
            const folded = facts.reduce((state, fact) => held.fold(state, fact), held.initial)
            expect(holder.at({ knownAt }).get(held)).toEqual(folded)
          }
        },
      ),
    )
  })

  it('takes each event once, in order, and only those it folds', () => {
    const holder = holderOf(told(10, { role: 'guard', day: 5 }))
    expect(holder.take(told(10, { role: 'guard', day: 5 }))).toBe(false)
    expect(holder.take({ ...told(30, { day: 5 }), type: 'post.painted' })).toBe(false)
    expect([holder.position, holder.upTo]).toEqual([10, 30])
    holder.passed(storedPosition(40))
    expect(holder.take(told(35, { role: 'guard', day: 5 }))).toBe(false)
    expect([holder.position, holder.upTo]).toEqual([10, 40])
    expect(holder.at().get(held)).toEqual(['guard'])
  })

  it('that nobody registered is an error', () => {
    expect(() => new ReferenceHolder([held]).at().get(ever)).toThrow('ever is not registered')
  })
})
