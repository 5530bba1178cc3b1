/** The grammar fills slots, bends nouns, prefers tagged lists and refuses what it cannot write. */
import { describe, expect, it } from '@jest/globals'
import { seededRandom } from '../random.js'
import { type Grammar, nouns, write } from './grammar.js'

const grammar: Grammar = {
  room: nouns(['nom', 'gen'], ['kylmähuone|kylmähuoneen', 'pakastehuone|pakastehuoneen']),
  'room@ship': nouns(['nom', 'gen'], ['muonakylmiö|muonakylmiön']),
  opening: ['{room.nom} on uusi.'],
  note: ['{opening} {room.gen} ovi on auki. avaimia on {20..30/10}.'],
  circle: ['{circle}'],
  broken: ['{missing}'],
  plain: ['{room}'],
  form: ['{room.ine}'],
}
const written = (list: string, tags: string[] = []) => write({ grammar, random: seededRandom(1), tags }, list)

describe('grammar', () => {
  it('keeps one noun through a text, in its forms, and begins sentences with a capital', () => {
    const [first, second] = written('note').split(' on uusi. ')
    expect(second).toMatch(new RegExp(`^${first}en ovi on auki\\. Avaimia on [23]0\\.$`))
  })

  it('prefers the list of the first tag that has one', () => {
    expect(written('opening', ['winter', 'ship'])).toBe('Muonakylmiö on uusi.')
  })

  it('writes a part only under its tag, or only without it', () => {
    const parts: Grammar = { line: ['(sites) all of them', '(!sites) this one'] }
    const line = (tags: string[]) => write({ grammar: parts, random: seededRandom(1), tags }, 'line')
    expect([line(['sites']), line([])]).toEqual(['All of them', 'This one'])
  })

  it.each([
    ['circle', 'refers to itself'],
    ['broken', 'no list "missing"'],
    ['plain', 'is a list of nouns'],
    ['form', 'have no form "ine"'],
  ])('refuses the list %s', (list, message) => {
    expect(() => written(list)).toThrow(message)
  })

  it('refuses a noun row with a form missing', () => {
    expect(() => nouns(['nom', 'gen'], ['leipomo'])).toThrow('"leipomo" needs 2 forms: nom, gen')
  })
})
