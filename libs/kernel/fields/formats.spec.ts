/** What passes for a value of a format. */
import { describe, expect, it } from '@jest/globals'
import { formats, isCountry, isCurrency, isLanguage, isMail, isPartition, isZone } from './formats.js'

it.each(Object.entries(formats))('nothing at all is no %s', (_, fits) => expect(fits('')).toBe(false))

/** Codes that stand for something there is. */
it.each([
  [isCurrency, ['EUR', 'SEK', 'ISK', 'KWD'], ['XYZ', 'eur', 'EURO', '']],
  [isCountry, ['FI', 'GB', 'XK', 'AX'], ['UK', 'EU', 'ZZ', 'QQ', 'fi', '']],
  [isLanguage, ['fi', 'nb', 'en'], ['xx', 'FI', 'fin', '']],
  [isZone, ['Europe/Helsinki', 'Europe/Kyiv', 'Asia/Kolkata', 'UTC'], ['Mars/Olympus', '+02:00', '']],
])('%p knows its own', (knows, own, others) => {
  expect(own.filter(knows)).toEqual(own)
  expect(others.filter(knows)).toEqual([])
})

describe('a mail address', () => {
  it.each(['ilona@merituuli.example', 'köket+fi@isdøm.example', "o'neil@a.b.example", 'mailto:ilona@a.example'])(
    'is %j',
    (text) => expect(isMail(text)).toBe(true),
  )
  it.each([
    'ilona',
    'ilona@merituuli',
    'ilona@ merituuli.example',
    'ilona@@merituuli.example',
    'mailto:@merituuli.example',
    'javascript:ilona@merituuli.example',
    'ilo\u0000na@merituuli.example',
    'ilo\ud800na@merituuli.example',
    'ilo\u202ena@merituuli.example',
    `${'i'.repeat(250)}@a.example`,
  ])('is not %j', (text) => expect(isMail(text)).toBe(false))
})

describe('the key of a partition', () => {
  it.each(['customer:c7k2m9q4x1z8w3v5', 'contact:p3n8', 'touchpoint:t.1', 'import:407qbzwpgtd0954y'])('is %j', (text) =>
    expect(isPartition(text)).toBe(true),
  )
  it.each(['c7k2', 'customer:', 'member:aino', 'contact:P3', 'contact:p3 '])('is not %j', (text) =>
    expect(isPartition(text)).toBe(false),
  )
})
