/** One folding and one splitting for whatever is searched, over the alphabets that people here read. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { plainLetters, spelledLetters } from './letters.js'
import { e164 } from './phone-numbers.js'
import { askedWords, saysWords, termsOf } from './terms.js'

const finds = (asked: string, text: string) => saysWords(text, askedWords(asked))

/** Letters of the five languages, Greek, Turkish, Polish and Northern Sámi, as they stand and with what people type for them. */
const typed: Readonly<Record<string, string>> = {
  ...{
    å: 'a',
    ä: 'a',
    ö: 'o',
    ø: 'o',
    æ: 'ae',
    ü: 'u',
    ß: 'ss',
    é: 'e',
    à: 'a',
    ñ: 'n',
    ç: 'c',
    õ: 'o',
    š: 's',
    ž: 'z',
  },
  ...{ ά: 'α', έ: 'ε', ί: 'ι', ό: 'ο', ύ: 'υ', ϋ: 'υ', ώ: 'ω', ς: 'σ', ğ: 'g', ı: 'i', İ: 'i', ş: 's' },
  ...{ ą: 'a', ć: 'c', ę: 'e', ł: 'l', ń: 'n', ś: 's', ź: 'z', ż: 'z', đ: 'd', ŋ: 'n', ŧ: 't', č: 'c' },
  ...Object.fromEntries([...'abcdefghijklmnopqrstuvwxyzαβγδεζ0123456789'].map((letter) => [letter, letter])),
}
const spelled: Readonly<Record<string, string>> = { å: 'aa', ä: 'ae', ö: 'oe', ø: 'oe', ü: 'ue' }

const word = fc.array(fc.constantFrom(...Object.keys(typed)), { minLength: 1, maxLength: 14 })
const signs = fc.array(fc.constantFrom(...'冷凍庫業務用厨房機器レストラン한국어ร้านอาหาร'), {
  minLength: 1,
  maxLength: 9,
})
const written = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.normalize('NFD'),
  (text: string) => `(${text}),`,
)
const between = fc.constantFrom(' ', ', ', '\n', '/', ' – ')

const typings = [
  '050 555 0142',
  '+358505550142',
  '00358 50 5550142',
  '(050) 555-0142',
  '+358 (0)50 555 0142',
  '0505550142',
]

describe('a telephone number', () => {
  it.each(typings)('is found however it is typed: %s', (asked) => {
    for (const text of typings) expect([text, finds(asked, `Soita numeroon ${text}, kiitos.`)]).toEqual([text, true])
    expect(finds(asked, 'Soita numeroon 050 555 0143.')).toBe(false)
  })

  it('is found while it is being typed, and leaves other digits as they are', () => {
    expect(finds('+358 50 55', 'p. 050 5550142')).toBe(true)
    expect(finds('10249', 'Tilaus 10249')).toBe(true)
    expect(finds('1024900', 'Tilaus 1024900')).toBe(true)
    expect(finds('2026 3', 'vuonna 2026, 3 kertaa')).toBe(true)
  })

  it('has one form with the country where it is, else stays as it was typed', () => {
    expect(typings.map((typed) => e164(typed, 'FI'))).toEqual(typings.map(() => '+358505550142'))
    expect([e164('22 33 44 55', 'NO'), e164('06 1234 5678', 'IT')]).toEqual(['+4722334455', '+390612345678'])
    expect([e164('050 555 0142'), e164('123', 'FI'), e164('ext. 4', 'FI')]).toEqual(['050 555 0142', '123', 'ext. 4'])
  })
})

describe('what a text is found by', () => {
  it.each([
    ['ψυγειο strasse sorlandet isik kjoleskap lodz', 'ψυγείο, Straße, Sørlandet, ışık, kjøleskap, Łódź'],
    ['ΨΥΓΕΊΟ STRASSE SØRLANDET', 'ψυγείο, Straße, Sørlandet'],
    ['prove', 'Prøve'],
    ['haeusler soerland', 'Häusler auf Sørlandet'],
    ['häusler sørland', 'Haeusler auf Soerlandet'],
    ['aalesund', 'Ålesund'],
    ['küche', 'Großküche'],
    ['kueche', 'GROSSKÜCHE'],
    ['kaappi kone', 'kylmäkaappi ja jääpalakone'],
    ['kaap', 'kylmäkaapeissa'],
    ['冷凍', '業務用の冷凍庫'],
    ['冷凍庫 ฟรี', '業務用冷凍庫 ตู้เย็นฟรี'],
    ['庫', '冷凍庫'],
    ['grosskuche', 'Groß\u00adküche'],
    ['full', 'ＦＵＬＬ'],
    ['שלום', 'שָׁלוֹם'],
  ])('%j finds %j', (asked, text) => expect(finds(asked, text)).toBe(true))

  it.each([
    ['kap', 'kjøleskap'],
    ['aappi', 'kaappi'],
    ['maa', 'Matti'],
    ['ää', 'öää'],
    ['かき', 'がき'],
    ['凍冷', '冷凍庫'],
    ['hotel bar', 'hotel'],
    ['&', 'a & b'],
    ['', 'a'],
  ])('%j does not find %j', (asked, text) => expect(finds(asked, text)).toBe(false))

  it('is each of its words as people type it without its letters, spelled out, or begun', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), written, between, (words, write, by) => {
        const text = words.map((letters) => write(letters.join(''))).join(by)
        for (const letters of words) {
          const plain = letters.map((letter) => typed[letter] ?? letter)
          const out = letters.map((letter) => spelled[letter] ?? typed[letter] ?? letter)
          for (const asked of [letters, plain, out])
            expect([asked.join(''), finds(asked.join(''), text)]).toEqual([asked.join(''), true])
          expect(finds(letters.slice(0, 1 + letters.length / 2).join(''), text)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is the later part of a compound of any alphabet', () => {
    const part = fc.array(fc.constantFrom(...Object.keys(typed).filter((each) => /\p{L}/u.test(each))), {
      minLength: 4,
      maxLength: 9,
    })
    fc.assert(
      fc.property(part, part, (start, end) => {
        const compound = [...start, ...end].join('')
        expect(finds(end.join(''), compound)).toBe(true)
        expect(finds(end.map((letter) => typed[letter]).join(''), compound)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('is any stretch of writing without spaces', () => {
    fc.assert(
      fc.property(signs, signs, signs, (before, asked, after) => {
        expect(finds(asked.join(''), [...before, ...asked, ...after].join(''))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('stays the same when it is folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const fold of [plainLetters, spelledLetters]) expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  it('is bounded for whatever is no word', () => {
    expect(termsOf('x'.repeat(60_000))).toEqual(['x'.repeat(64)])
    expect(termsOf('ä'.repeat(40)).join('').length).toBeLessThan(5000)
  })
})
