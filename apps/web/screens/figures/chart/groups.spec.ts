/** Figures grouped by a dimension and by periods, and put in order. */
import { describe, expect, it } from '@jest/globals'
import { groupsOf, sorted, toldKey } from './groups.js'

const q1 = { name: '2026-Q1', from: '2026-01-01', to: '2026-03-31' }
const q2 = { name: '2026-Q2', from: '2026-04-01', to: '2026-06-30' }
const nameOf = (code: string | undefined) => code ?? 'not stated'
const names = (groups: readonly { name: string }[]) => groups.map(({ name }) => name)
const compare = (a: string, b: string) => (a < b ? -1 : 1)

describe('figures by a dimension', () => {
  it('stand in a group for each of its values, a cell for each period', () => {
    const figures = [
      { country: 'FI', period: q1, value: 1 },
      { country: 'FI', period: q2, value: 2 },
      { country: 'SE', period: q1, value: 3 },
    ]
    expect(groupsOf(figures, { by: 'country', nameOf })).toEqual([
      {
        code: 'FI',
        name: 'FI',
        cells: [
          { period: q1, value: 1 },
          { period: q2, value: 2 },
        ],
      },
      { code: 'SE', name: 'SE', cells: [{ period: q1, value: 3 }] },
    ])
  })

  it('keep apart what is not stated', () => {
    expect(groupsOf([{ value: 1 }], { by: 'country', nameOf })).toEqual([{ name: 'not stated', cells: [{ value: 1 }] }])
  })

  it('carry what was told first of the same value and period', () => {
    const told = new Map([[toldKey('FI', q1), 7]])
    const figures = [
      { country: 'FI', period: q1, value: 1 },
      { country: 'FI', period: q2, value: 2 },
    ]
    const [group] = groupsOf(figures, { by: 'country', nameOf, told })
    expect(group?.cells.map((cell) => cell.told)).toEqual([7, undefined])
  })
})

describe('the order of groups', () => {
  const group = (name: string, ...values: (number | undefined)[]) => ({
    code: name,
    name,
    cells: values.map((value) => (value === undefined ? {} : { value })),
  })

  it('is by the number, the greatest first and none last', () => {
    expect(names(sorted([group('a', undefined), group('b', 1), group('c', 2)], [], compare))).toEqual(['c', 'b', 'a'])
  })

  it('is by name where each has several', () => {
    expect(names(sorted([group('b', 5, 6), group('a', 1, 2)], [], compare))).toEqual(['a', 'b'])
  })

  it('is that of the words where they have one', () => {
    expect(names(sorted([group('deep', 9), group('new', 1), group('x', 5)], ['new', 'deep'], compare))).toEqual([
      'new',
      'deep',
      'x',
    ])
  })
})
