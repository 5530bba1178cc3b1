/** What is told of input that does not fit has a size, and no name of a field reaches a prototype. */
import { describe, expect, it } from '@jest/globals'
import { Label, Nested, Optional } from './decorators.js'
import { InvalidInput, mostProblemsTold } from './invalid-input.js'
import { parse } from './parse.js'

class Inner {
  @Label() name!: string
}
class Nothing {}
class Outer {
  @Label() name!: string
  @Optional() @Nested(Inner) inner?: Inner
}

function problemsIn(input: object): readonly { path: string; code: string }[] {
  try {
    parse(Outer, input)
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems
    throw error
  }
  return []
}

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, at]))

describe('input that does not fit', () => {
  it.each([
    ['at the top', { name: 'x', ...many(6000) }],
    ['further in', { name: 'x', inner: { name: 'y', ...many(6000) } }],
  ])('is told with its first problems, however many fields are unknown %s', (_, input) => {
    const problems = problemsIn(input)
    expect(problems).toHaveLength(mostProblemsTold)
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['unknown-field']))
  })

  it('is told where no field is known at all', () => {
    expect(() => parse(Nothing, { a: 1 })).toThrow('a is not a field of this request')
  })

  it('is told without all of a name that has no end', () => {
    const [problem] = problemsIn({ name: 'x', ['n'.repeat(100_000)]: 1 })
    expect(problem?.path.length).toBeLessThan(1000)
  })

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('has no field called %s', (name) => {
    const atTop = JSON.parse(`{"name":"x","${name}":{"name":"y"}}`)
    const within = JSON.parse(`{"name":"x","inner":{"name":"y","${name}":1}}`)
    expect(problemsIn(atTop)).toMatchObject([{ path: name, code: 'unknown-field' }])
    expect(problemsIn(within)).toMatchObject([{ path: `inner.${name}`, code: 'unknown-field' }])
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })
})
