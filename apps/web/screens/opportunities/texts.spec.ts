/** What is said of some deals agrees with how many they are. */
import { describe, expect, it } from '@jest/globals'
import type { Language } from '../../language/languages.js'
import { speaker } from '../../language/texts.js'
import { opportunitiesTexts } from './texts.js'

describe('deals without an amount', () => {
  it.each<[Language, string, string]>([
    ['en', '1 has no amount yet and counts nothing.', '2 have no amount yet and count nothing.'],
    ['fi', '1 kaupalla ei ole vielä summaa, eikä se sisälly.', '2 kaupalla ei ole vielä summaa, eivätkä ne sisälly.'],
    ['de', '1 hat noch keinen Betrag und zählt nicht mit.', '2 haben noch keinen Betrag und zählen nicht mit.'],
  ])('are one or more in %s', (language, one, two) => {
    const say = speaker(opportunitiesTexts, language)
    expect(say('withoutAmount', { count: 1 })).toBe(one)
    expect(say('withoutAmount', { count: 2 })).toBe(two)
  })
})

describe('what open deals are worth in Swedish', () => {
  const say = speaker(opportunitiesTexts, 'sv')

  it('is of one or more', () => {
    const values = { value: '5 kr', weighted: '2 kr' }
    expect(say('openWorth', { count: 1, ...values })).toBe(
      'En öppen affär är värd 5 kr; viktad efter sannolikhet 2 kr.',
    )
    expect(say('openWorth', { count: 2, ...values })).toBe(
      '2 öppna affärer är värda 5 kr; viktade efter sannolikhet 2 kr.',
    )
  })

  it('leaves out one or more', () => {
    expect(say('unvalued', { count: 1, currencies: 'NOK' })).toBe('1 är utelämnad: ingen kurs för NOK.')
    expect(say('unvalued', { count: 2, currencies: 'NOK' })).toBe('2 är utelämnade: ingen kurs för NOK.')
  })
})
