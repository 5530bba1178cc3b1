/** German posts, with the prepositions that contract with their article. */
import { type Noun, nouns } from '../../grammar.js'

/** "von dem" and "bei dem" contract, "von der" and "bei der" do not. */
export const role = (rows: string[]): readonly Noun[] =>
  nouns(['nom', 'acc', 'dat'], rows).map(({ dat = '', ...forms }) => ({
    ...forms,
    dat,
    von: dat.replace(/^dem /, 'vom ').replace(/^der /, 'von der '),
    bei: dat.replace(/^dem /, 'beim ').replace(/^der /, 'bei der '),
  }))
