/** What is put together is what is asked, and comes back as it was from the address. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { allOf, type Condition, filterIn, filterText, isOffered, type Offered, ofUnit, quoted } from './grammar.js'

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

describe('what is offered', () => {
  const fields: Offered[] = [
    { id: 'city', operators: ['eq', 'starts'] },
    { id: 'stage', operators: ['ge'] },
  ]
  const city: Condition = { field: 'city', operator: 'eq', value: 'Turku' }

  it('are the fields with their operators', () => {
    expect(isOffered([[city], [{ field: 'stage', operator: 'ge', value: 'basic' }]], fields)).toBe(true)
    expect(isOffered([], fields)).toBe(true)
  })

  it.each<Condition>([
    { field: 'employees', operator: 'eq', value: '5' },
    { field: 'stage', operator: 'eq', value: 'basic' },
  ])('is not all where one condition is not: $field $operator', (condition) => {
    expect(isOffered([[city], [city, condition]], fields)).toBe(false)
  })
})

describe('all of some filters', () => {
  it('hold each, whatever it is made of', () => {
    expect(allOf('unit eq se', undefined, false, '', 'a eq 1 or b eq 2')).toBe('(unit eq se) and (a eq 1 or b eq 2)')
    expect(allOf('unit eq se', "name eq 'a) or (b' and (a eq 1)")).toBe(
      "(unit eq se) and (name eq 'a) or (b' and (a eq 1))",
    )
    expect(allOf('unit eq se', "name eq 'L''viv'")).toBe("(unit eq se) and (name eq 'L''viv')")
  })

  it('are one or none where only that is said', () => {
    expect(allOf(undefined, 'a eq 1')).toBe('a eq 1')
    expect(allOf('', ' ', undefined)).toBeUndefined()
  })

  it.each(['a eq 1) or (b eq 2', 'a eq 1)', '(a eq 1', "a eq 'b", "a eq '(' ) or ( b eq ')'"])(
    'are that one alone which does not close: %s',
    (written) => {
      expect(allOf('unit eq se', written, 'status eq open')).toBe(written)
    },
  )

  it('take a value as one, whatever it is made of', () => {
    expect(allOf(`unit eq ${quoted('se or unit ne se')}`, 'a eq 1')).toBe("(unit eq 'se or unit ne se') and (a eq 1)")
    expect(quoted("a') or (b")).toBe("'a'') or (b'")
  })
})

describe('the condition of a unit', () => {
  it('is of that unit, whatever the address writes', () => {
    expect(ofUnit('se-stockholm')).toBe('unit eq se-stockholm')
    expect(ofUnit("se' or name ne 'x")).toBe("unit eq 'se'' or name ne ''x'")
    expect(ofUnit(undefined)).toBeUndefined()
  })
})
