/** Countries by their names, to choose from: those where the group sells first, then all others. */
import type { Formats } from '../../language/formats.js'

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
/** What the browser can name besides countries: unions, islands of others, and codes for trials. */
const noCountries = ['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']

/** Of the two letters that name something, those that stand for no other two: a country that is no more stands for its heir. */
const codes = (isNamed: (code: string) => boolean): string[] =>
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !noCountries.includes(code) && isNamed(code) && new Intl.Locale(`und-${code}`).region === code)

/** @param own ISO 3166 codes */
export function countriesBy(
  { country, compare }: Pick<Formats, 'country' | 'compare'>,
  own: readonly (string | undefined)[],
): { code: string; word: string }[] {
  const named = codes((code) => country(code) !== code)
    .map((code) => ({ code, word: country(code) }))
    .sort((a, b) => compare(a.word, b.word))
  const isOwn = ({ code }: { code: string }) => own.includes(code)
  return [...named.filter(isOwn), ...named.filter((each) => !isOwn(each))]
}
