/** Views fold families of facts without knowing who is in them. */
import { describe, expect, it } from '@jest/globals'
import { Integer, Label } from '../fields/decorators.js'
import type { AnyFact } from '../history/fact.js'
import { defineView, type Fold } from '../views/view.js'
import { defineEvents } from './define-events.js'
import { FactFamily } from './fact-family.js'

class Sold {
  @Integer({ min: 0, max: 100 }) price!: number
}
class Told {
  @Label() words!: string
}

const worth = new FactFamily<number | 'nothing'>('worth')
const seen = new FactFamily<true>('seen')
const events = defineEvents(
  'shop',
  {
    sold: {
      payload: Sold,
      version: 1,
      examples: [{ price: 1 }],
      families: [worth.of(({ price }: Sold) => (price === 0 ? undefined : price))],
    },
    refunded: { payload: Told, version: 1, examples: [{ words: 'Back.' }], families: [worth.of(() => 'nothing')] },
    told: { payload: Told, version: 1, examples: [{ words: 'Hello.' }] },
  },
  { families: [seen.of(() => true)] },
)

interface Takings {
  sum: number
  steps: string[]
}

const begun = (doc: Takings | undefined): Takings => doc ?? { sum: 0, steps: [] }

const takings = defineView<Takings>()({
  name: 'takings',
  version: 1,
  of: [],
  from: [events],
  on: { 'shop.told': (doc) => ({ ...begun(doc), steps: [...begun(doc).steps, 'told'] }) },
  families: [
    seen.foldedBy((doc: Takings | undefined) => ({ ...begun(doc), steps: [...begun(doc).steps, 'seen'] })),
    worth.foldedBy((doc: Takings | undefined, _, said) => (said === 'nothing' ? null : { ...begun(doc), sum: said })),
  ],
})

const folded = (type: string, data: object, doc?: Takings) =>
  (takings.foldFor(type) as Fold<object> | undefined)?.(doc, { type, data } as AnyFact as never)

describe('a view of families', () => {
  it('folds whatever is in them by what it says there, before what it folds of the type itself', () => {
    expect(folded('shop.sold', { price: 5 })).toEqual({ sum: 5, steps: ['seen'] })
    expect(folded('shop.told', { words: 'Hello.' })).toEqual({ sum: 0, steps: ['seen', 'told'] })
  })

  it('passes over what says nothing, and is left by what takes all back', () => {
    expect(folded('shop.sold', { price: 0 }, { sum: 5, steps: [] })).toEqual({ sum: 5, steps: ['seen'] })
    expect(folded('shop.refunded', { words: 'Back.' }, { sum: 5, steps: [] })).toBeUndefined()
  })

  it('has no fold for what is in none', () => {
    expect(takings.foldFor('kitchen.cooked')).toBeUndefined()
  })
})
