/** What a number leaves out, in words: how many of its amounts are not valued, and for which currencies no rate is known. */
import { type Figure, type QueryContext, say, type Texts } from '#kernel'
import { languageOf } from '../texts/language-of.js'

const texts: Texts = {
  en: '{count:number} of {amounts:number} not valued: no rate for {currencies:list}',
  fi: '{count:number}/{amounts:number} ilman arvoa: ei kurssia valuutalle {currencies:list}',
  sv: '{count:number} av {amounts:number} inte värderade: ingen kurs för {currencies:list}',
  de: '{count:number} von {amounts:number} nicht bewertet: kein Kurs für {currencies:list}',
  nb: '{count:number} av {amounts:number} ikke verdsatt: ingen kurs for {currencies:list}',
}

/** Absent where nothing is left out. */
export function leftOutSaid(
  { amounts, unvalued }: Pick<Figure, 'amounts' | 'unvalued'>,
  ask: QueryContext<object>,
): string | undefined {
  if (!unvalued || unvalued.length === 0) return undefined
  const count = unvalued.reduce((sum, each) => sum + each.count, 0)
  const values = { count, amounts, currencies: unvalued.map(({ currency }) => currency) }
  return say({ texts, values }, languageOf(ask))
}
