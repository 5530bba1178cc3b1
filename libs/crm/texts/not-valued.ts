/** What a number leaves out, in words: how many of its amounts are not valued, and for which currencies no rate is known. */
import { type QueryContext, say, type Unvalued } from '#kernel'
import { noCurrency } from '../families/income.js'
import { languageOf } from './language-of.js'
import type { Texts } from './languages.js'

const noRate: Texts = {
  en: '{count:number} of {amounts:number} not valued: no rate for {currencies:list}',
  fi: '{count:number}/{amounts:number} ilman arvoa: ei kurssia valuutalle {currencies:list}',
  sv: '{count:number} av {amounts:number} inte värderade: ingen kurs för {currencies:list}',
  de: '{count:number} von {amounts:number} nicht bewertet: kein Kurs für {currencies:list}',
  nb: '{count:number} av {amounts:number} ikke verdsatt: ingen kurs for {currencies:list}',
}

const noAmount: Texts = {
  en: '{count:number} of {amounts:number} not valued: no amount stated',
  fi: '{count:number}/{amounts:number} ilman arvoa: summaa ei ole ilmoitettu',
  sv: '{count:number} av {amounts:number} inte värderade: inget belopp angivet',
  de: '{count:number} von {amounts:number} nicht bewertet: kein Betrag angegeben',
  nb: '{count:number} av {amounts:number} ikke verdsatt: ikke oppgitt beløp',
}

const neither: Texts = {
  en: '{count:number} of {amounts:number} not valued: no rate for {currencies:list}, or no amount stated',
  fi: '{count:number}/{amounts:number} ilman arvoa: ei kurssia valuutalle {currencies:list} tai summaa ei ole ilmoitettu',
  sv: '{count:number} av {amounts:number} inte värderade: ingen kurs för {currencies:list}, eller inget belopp angivet',
  de: '{count:number} von {amounts:number} nicht bewertet: kein Kurs für {currencies:list} oder kein Betrag angegeben',
  nb: '{count:number} av {amounts:number} ikke verdsatt: ingen kurs for {currencies:list}, eller ikke oppgitt beløp',
}

const single: Texts = {
  en: 'Not valued: no rate for {currency}',
  fi: 'Ilman arvoa: ei kurssia valuutalle {currency}',
  sv: 'Inte värderat: ingen kurs för {currency}',
  de: 'Nicht bewertet: kein Kurs für {currency}',
  nb: 'Ikke verdsatt: ingen kurs for {currency}',
}

interface LeftOut {
  /** Of how many. */
  amounts?: number
  unvalued?: readonly Unvalued[]
}

/** Absent where nothing is left out. */
export function leftOutSaid({ amounts, unvalued = [] }: LeftOut, ask: QueryContext<object>): string | undefined {
  if (unvalued.length === 0) return undefined
  const count = unvalued.reduce((sum, each) => sum + each.count, 0)
  const currencies = unvalued.map(({ currency }) => currency).filter((currency) => currency !== noCurrency)
  const texts = currencies.length === 0 ? noAmount : currencies.length === unvalued.length ? noRate : neither
  return say({ texts, values: { count, amounts, currencies } }, languageOf(ask))
}

/** Of one amount that cannot be valued. */
export const notValuedSaid = (currency: string, ask: QueryContext<object>): string =>
  say({ texts: single, values: { currency } }, languageOf(ask))
