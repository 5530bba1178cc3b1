/**
 * How the locales we write in order their letters, as far as it differs from a to z. Any other
 * locale gets `root`. The orders are those of CLDR; sort-key.spec.ts compares them with Intl.
 */
export interface Alphabet {
  /** Letters of their own, in order. */
  letters: string
  /** What sorts as other letters do, and apart from them only when all else is the same. */
  alike: Readonly<Record<string, string>>
}

const latin = 'abcdefghijklmnopqrstuvwxyz'
const root = { æ: 'ae', œ: 'oe', ß: 'ss', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i' }

const finnish: Alphabet = { letters: `${latin}åäö`, alike: { ...root, ü: 'y', æ: 'ä', ø: 'ö' } }
const norwegian: Alphabet = { letters: `${latin}æøå`, alike: { ...root, ü: 'y', ä: 'æ', ö: 'ø', aa: 'å' } }
const estonian: Alphabet = { letters: 'abcdefghijklmnopqrsšzžtuvwõäöüxy', alike: root }

export const rootAlphabet: Alphabet = { letters: latin, alike: root }

/** By language subtag. */
export const alphabets: Readonly<Record<string, Alphabet>> = {
  fi: finnish,
  sv: finnish,
  nb: norwegian,
  nn: norwegian,
  no: norwegian,
  da: norwegian,
  et: estonian,
}
