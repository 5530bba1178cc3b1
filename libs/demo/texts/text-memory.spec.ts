/** What a customer has been told comes in turn, and is known to be stale for years. */
import { describe, expect, it } from '@jest/globals'
import { seededRandom } from '../random.js'
import { write } from './grammar.js'
import { TextMemory } from './text-memory.js'

const grammar = { line: ['One.', 'Two.', 'Three.'] }

describe('what has been told', () => {
  it('comes in turn', () => {
    const told = new TextMemory()
    const three = () =>
      Array.from({ length: 3 }, () => write({ grammar, random: seededRandom(3), tags: [], told }, 'line'))
    expect(three().toSorted()).toEqual(['One.', 'Three.', 'Two.'])
    expect(three().toSorted()).toEqual(['One.', 'Three.', 'Two.'])
  })

  it('does not count what was tried and taken back', () => {
    const told = new TextMemory()
    told.count('One.')
    told.settle()
    told.count('Two.')
    expect(told.undo()).toEqual(['Two.'])
    expect(told.next(grammar.line)).toEqual(['Two.', 'Three.'])
  })

  it('is stale by the sentence for three years, before and after', () => {
    const told = new TextMemory()
    told.tell('It ices up. Somebody comes.', '2024-06-01')
    expect(told.staleIn('It ices up. Nobody comes.', '2027-05-01')).toBe(1)
    expect(told.staleIn('It ices up. Somebody comes.', '2021-07-01')).toBe(2)
    expect(told.staleIn('It ices up.', '2027-07-01')).toBe(0)
    expect([told.has('It ices up. Somebody comes.'), told.has('It ices up.')]).toEqual([true, false])
  })
})
