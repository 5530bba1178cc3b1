/** Codes that stand for something there is. */
import { expect, it } from '@jest/globals'
import { isCountry, isCurrency, isLanguage, isZone } from './formats.js'

it.each([
  [isCurrency, ['EUR', 'SEK', 'ISK', 'KWD'], ['XYZ', 'eur', 'EURO', '']],
  [isCountry, ['FI', 'GB', 'XK', 'AX'], ['UK', 'EU', 'ZZ', 'QQ', 'fi', '']],
  [isLanguage, ['fi', 'nb', 'en'], ['xx', 'FI', 'fin', '']],
  [isZone, ['Europe/Helsinki', 'Europe/Kyiv', 'Asia/Kolkata', 'UTC'], ['Mars/Olympus', '+02:00', '']],
])('%p knows its own', (knows, own, others) => {
  expect(own.filter(knows)).toEqual(own)
  expect(others.filter(knows)).toEqual([])
})
