/** Who is told to be highest and lowest. */
import { describe, expect, it } from '@jest/globals'
import { spreadOf } from './spread.js'

const whole = (value: number) => String(Math.round(value))
const of = (...values: number[]) => values.map((value, at) => ({ name: 'abcdef'[at] ?? '', value }))

describe('the spread', () => {
  it('names one at each end', () =>
    expect(spreadOf(of(2, 10, 5), whole)).toEqual({
      highest: { names: ['b'], value: '10' },
      lowest: { names: ['a'], value: '2' },
    }))

  it('names all who tie, by what is shown of them', () =>
    expect(spreadOf(of(0, 10.1, 0.2, 9.9), whole)).toEqual({
      highest: { names: ['b', 'd'], value: '10' },
      lowest: { names: ['c', 'a'], value: '0' },
    }))

  it('leaves an end out that more than three share', () =>
    expect(spreadOf(of(0, 0, 7, 0, 0), whole)).toEqual({ highest: { names: ['c'], value: '7' } }))

  it('is nothing of one, of none, or of those who are all alike', () => {
    expect(spreadOf(of(3, 3.2), whole)).toEqual({})
    expect(spreadOf(of(3), whole)).toEqual({})
    expect(spreadOf([], whole)).toEqual({})
  })
})
