/** Norwegian posts, in the forms that notes use. */
import { type Noun, nouns } from '../../grammar.js'

export const role = (rows: string[]): readonly Noun[] => nouns(['bare', 'def'], rows)
