/** Figures agree in number with what they count. */
import { describe, expect, it } from '@jest/globals'
import type { Language } from '../../../language/languages.js'
import { speaker } from '../../../language/texts.js'
import { figuresTexts } from './texts.js'

describe('days', () => {
  it.each<[Language, string, string, string]>([
    ['en', '1 day', '2 days', '1,5 days'],
    ['fi', '1 pv', '2 pv', '1,5 pv'],
    ['sv', '1 dag', '2 dagar', '1,5 dagar'],
    ['de', '1 Tag', '2 Tage', '1,5 Tage'],
    ['nb', '1 dag', '2 dager', '1,5 dager'],
  ])('are one or more in %s', (language, one, two, half) => {
    const say = speaker(figuresTexts, language)
    expect(say('days', { n: 1, count: '1' })).toBe(one)
    expect(say('days', { n: 2, count: '2' })).toBe(two)
    expect(say('days', { n: 1.5, count: '1,5' })).toBe(half)
  })
})

describe('cases in Finnish', () => {
  it('are one or more', () => {
    const say = speaker(figuresTexts, 'fi')
    expect(say('ofCount', { n: 1, count: '1' })).toBe('1 tapaus')
    expect(say('ofCount', { n: 3, count: '3' })).toBe('3 tapausta')
  })
})
