/** What stages and kinds of products are called in every language; a missing name does not compile. */
import { defineVocabulary, type Texts, type Vocabulary } from '#kernel'
import { productKinds } from './catalogues.events.js'
import type { Stage } from './group.events.js'
import { functionNames, roleNames } from './member.words.js'

export const stageNames: Readonly<Record<Stage, Texts>> = {
  identified: { en: 'identified', fi: 'tunnistettu', sv: 'identifierad', de: 'erkannt', nb: 'identifisert' },
  exploratory: { en: 'exploratory', fi: 'tutustuva', sv: 'utforskande', de: 'erkundend', nb: 'utforskende' },
  basic: { en: 'basic', fi: 'perustaso', sv: 'grundnivå', de: 'Grundstufe', nb: 'grunnivå' },
  cooperative: {
    en: 'cooperative',
    fi: 'tiivis yhteistyö',
    sv: 'nära samarbete',
    de: 'enge Zusammenarbeit',
    nb: 'tett samarbeid',
  },
  interdependent: {
    en: 'interdependent',
    fi: 'keskinäinen riippuvuus',
    sv: 'ömsesidigt beroende',
    de: 'gegenseitige Abhängigkeit',
    nb: 'gjensidig avhengighet',
  },
  integrated: { en: 'integrated', fi: 'integroitunut', sv: 'integrerad', de: 'integriert', nb: 'integrert' },
  ended: { en: 'ended', fi: 'päättynyt', sv: 'avslutad', de: 'beendet', nb: 'avsluttet' },
}

export const organizationWords: readonly Vocabulary[] = [
  { set: 'stage', words: stageNames },
  { set: 'function', words: functionNames },
  { set: 'role', words: roleNames },
  defineVocabulary('product-kind', productKinds, {
    en: ['product', 'service', 'spare part'],
    fi: ['tuote', 'palvelu', 'varaosa'],
    sv: ['produkt', 'tjänst', 'reservdel'],
    de: ['Produkt', 'Dienstleistung', 'Ersatzteil'],
    nb: ['produkt', 'tjeneste', 'reservedel'],
  }),
]
