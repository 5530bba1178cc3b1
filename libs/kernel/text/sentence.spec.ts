/** How sentences are made of texts and values, in the language of whoever reads them. */
import { describe, expect, it } from '@jest/globals'
import { DomainError, defineRefusals } from '../deciders/refusal.js'
import { problemSentence, sentenceOf } from '../fields/invalid-input.js'
import { languages } from './languages.js'
import { said, say } from './sentence.js'

const five = (text: string) => ({ en: text, fi: text, sv: text, de: text, nb: text })

describe('a sentence', () => {
  it('has its values as people write them in its language', () => {
    const sentence = { texts: five('{day:day} {month:day} {count:number} {name}'), values }
    expect(languages.map((language) => say(sentence, language).replaceAll(/[\u00a0\u202f]/g, ' '))).toEqual([
      '3 March 2026 March 2026 1,234,567.5 Isdom',
      '3. maaliskuuta 2026 maaliskuu 2026 1 234 567,5 Isdom',
      '3 mars 2026 mars 2026 1 234 567,5 Isdom',
      '3. März 2026 März 2026 1.234.567,5 Isdom',
      '3. mars 2026 mars 2026 1 234 567,5 Isdom',
    ])
  })
  const values = { day: '2026-03-03', month: '2026-03', count: 1_234_567.5, name: 'Isdom' }

  it('says a sentence within, and several one after another', () => {
    const [one, two] = [{ texts: { ...five('one'), fi: 'yksi' } }, { texts: { ...five('two'), fi: 'kaksi' } }]
    expect(say({ texts: five('{a} {b}'), values: { a: one, b: [one, two] } }, 'fi')).toBe('yksi yksi; kaksi')
  })

  it('is said wherever it stands in what is told', () => {
    const sentence = { texts: { ...five('Yes.'), nb: 'Ja.' } }
    expect(said({ rows: [{ code: 'x', sentence }], at: null, plain: 'x' }, 'nb')).toEqual({
      rows: [{ code: 'x', sentence: 'Ja.' }],
      at: null,
      plain: 'x',
    })
  })

  it('tells limits as numbers or days', () => {
    const sentence = problemSentence({ path: 'employees', code: 'too-large', limit: '1000000' })
    expect(say(sentence, 'de')).toBe('employees liegt über 1.000.000')
    expect(sentenceOf({ path: 'to', code: 'too-early', limit: '2026-03-03' }, 'sv')).toBe('to ligger före 3 mars 2026')
    expect(sentenceOf({ path: '', code: 'not-an-object' }, 'fi')).toBe('sisältö ei ole olio, jolla on kenttiä')
  })
})

describe('a refusal', () => {
  const refuse = defineRefusals({
    'too-many': ['rule', { ...five('{count:number} are too many.'), fi: '{count:number} on liikaa.' }],
  })

  it('carries its texts and its values, and is logged in English', () => {
    const error = caught(() => refuse('too-many', { count: 1200 }))
    expect([error.message, say(error, 'fi').replace('\u00a0', ' ')]).toEqual([
      '1,200 are too many.',
      '1 200 on liikaa.',
    ])
  })

  it('needs the same places in every language', () => {
    expect(() => defineRefusals({ x: ['rule', { ...five('{a}'), de: '{b}' }] })).toThrow('x: the places in de')
    expect(() => defineRefusals({ x: ['rule', five('{a:colour}')] })).toThrow('colour is no way to write a value')
  })
})

function caught(work: () => unknown): DomainError {
  try {
    work()
  } catch (error) {
    if (error instanceof DomainError) return error
  }
  throw new Error('nothing was refused')
}
