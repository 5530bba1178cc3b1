/** The countries that can be chosen from, in languages of the group. */
import { describe, expect, it } from '@jest/globals'
import { formatsOf } from '../../language/formats.js'
import { countriesBy } from './countries.js'

describe('the countries to choose from', () => {
  it('are those of the group first, then all others, by the alphabet of the reader', () => {
    const words = countriesBy(formatsOf('fi'), ['SE', 'FI', undefined]).map(({ word }) => word)
    expect(words.slice(0, 3)).toEqual(['Ruotsi', 'Suomi', 'Afganistan'])
    expect(words.indexOf('Tanska')).toBeGreaterThan(words.indexOf('Saksa'))
  })

  it('are each there once, and nothing else is', () => {
    const all = countriesBy(formatsOf('en'), [])
    const codes = all.map(({ code }) => code)
    expect(new Set(all.map(({ word }) => word)).size).toBe(all.length)
    expect(codes).toEqual(expect.arrayContaining(['DK', 'GB', 'MM', 'RS', 'XK']))
    for (const none of ['EU', 'UK', 'BU', 'YU', 'SU', 'ZZ']) expect(codes).not.toContain(none)
    expect(all.length).toBeGreaterThan(240)
  })
})
