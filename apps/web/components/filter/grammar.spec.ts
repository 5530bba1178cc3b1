/** What is put together is what is asked, and comes back as it was from the address. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Condition, filterIn, filterText } from './grammar.js'

const condition = fc.oneof(
  fc.record({
    field: fc.constantFrom('name', 'city', 'stage', 'here.owner'),
    operator: fc.constantFrom('eq', 'ne', 'ge', 'le', 'starts', 'has'),
    value: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((text) => text.trim().replaceAll(/[\n\r]/g, ' '))
      .filter((text) => text !== ''),
  }),
  fc.record({
    field: fc.constantFrom('city', 'employees'),
    operator: fc.constantFrom('empty', 'filled'),
    value: fc.constant(''),
  }),
) as fc.Arbitrary<Condition>

describe('a filter', () => {
  it('is read as it was written', () => {
    const filters = fc.array(fc.array(condition, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterIn(filterText(filter))).toEqual(filter)
      }),
    )
  })

  it('writes the grammar of the lists', () => {
    const filter = [
      [
        { field: 'city', operator: 'eq', value: "L'viv Oblast" },
        { field: 'employees', operator: 'filled', value: '' },
      ],
      [{ field: 'stage', operator: 'ge', value: 'basic' }],
    ] satisfies Condition[][]
    expect(filterText(filter)).toBe("(city eq 'L''viv Oblast' and not employees is empty) or (stage ge basic)")
  })

  it('leaves out what says too little', () => {
    expect(filterText([[{ field: 'city', operator: 'eq', value: ' ' }], []])).toBe('')
  })

  it.each(['stage in (basic, integrated)', 'not (a eq b)', 'a eq', 'a eq b or', 'a eq b)', "a eq 'b", '((a eq b))'])(
    'leaves to its text what it cannot show: %s',
    (text) => {
      expect(filterIn(text)).toBeUndefined()
    },
  )
})
