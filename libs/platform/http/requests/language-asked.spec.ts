/** Which language is asked for. */
import { expect, it } from '@jest/globals'
import { languageAsked } from './language-asked.js'

it.each([
  [undefined, undefined],
  ['fi', 'fi'],
  ['sv-FI, fi;q=0.8', 'sv'],
  ['en;q=0.3, de-DE;q=0.9, *;q=0.1', 'de'],
  ['nb;q=0, sv;q=0.5', 'sv'],
  ['*', undefined],
  ['!!', undefined],
])('of %s it is %s', (header, language) =>
  expect(languageAsked({ headers: { ...(header && { 'accept-language': header }) } })).toBe(language),
)

it('is what the query says before what the header says', () =>
  expect(languageAsked({ query: { language: 'nb' }, headers: { 'accept-language': 'fi' } })).toBe('nb'))
