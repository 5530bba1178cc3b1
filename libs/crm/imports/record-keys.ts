/**
 * The forms in which people write down the id that a record has in its source. Salesforce writes one id in two: 15 characters
 * whose case tells records apart, and 18, of which the last three say which of the others are capitals.
 */

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'
const shortLength = 15
const group = 5

const isShort = (key: string): boolean => /^[A-Za-z0-9]{15}$/.test(key)
const isLong = (key: string): boolean => /^[A-Za-z0-9]{15}[A-Za-z0-5]{3}$/.test(key)

/** The three characters that stand behind the fifteen. */
function ending(short: string): string {
  const bitsOf = (part: string) =>
    [...part].reduce((bits, letter, at) => bits + (/[A-Z]/.test(letter) ? 1 << at : 0), 0)
  return [0, group, 2 * group].map((at) => alphabet[bitsOf(short.slice(at, at + group))]).join('')
}

/** The fifteen characters in the case that the ending tells; undefined where it cannot be one. */
function shortOf(long: string): string | undefined {
  const bits = [...long.slice(shortLength).toUpperCase()].map((letter) => alphabet.indexOf(letter))
  const letters = [...long.slice(0, shortLength)].map((letter, at) => {
    const isCapital = ((bits[Math.floor(at / group)] ?? 0) >> (at % group)) & 1
    return isCapital ? letter.toUpperCase() : letter.toLowerCase()
  })
  const short = letters.join('')
  return ending(short) === long.slice(shortLength).toUpperCase() ? short : undefined
}

/** What a key may be in its source, when it is typed so. */
export function formsOf(key: string): string[] {
  const short = isShort(key) ? key : isLong(key) ? shortOf(key) : undefined
  const forms = [
    key,
    ...(short === undefined ? [] : [short, short + ending(short)]),
    key.toUpperCase(),
    key.toLowerCase(),
  ]
  return [...new Set(forms)]
}
