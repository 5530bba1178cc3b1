/** What stages and kinds of products are called in every language; a missing name does not compile. */
import { defineVocabulary, type Texts, type Vocabulary } from '#kernel'
import { productKinds } from './catalogues.events.js'
import { fieldGroups, historySettings, type Stage } from './group.events.js'
import { functionNames, roleNames } from './member.words.js'
import { weekdays } from './unit.events.js'

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
  { set: 'function', words: functionNames },
  { set: 'role', words: roleNames },
  defineVocabulary('field-group', fieldGroups, {
    en: ['name', 'address', 'identifiers', 'sector', 'size', 'contact details'],
    fi: ['nimi', 'osoite', 'tunnisteet', 'toimiala', 'koko', 'yhteystiedot'],
    sv: ['namn', 'adress', 'identitetsnummer', 'bransch', 'storlek', 'kontaktuppgifter'],
    de: ['Name', 'Adresse', 'Kennungen', 'Branche', 'Größe', 'Kontaktdaten'],
    nb: ['navn', 'adresse', 'identifikatorer', 'bransje', 'størrelse', 'kontaktopplysninger'],
  }),
  defineVocabulary('history-setting', historySettings, {
    en: ['shared by all units', 'of each unit'],
    fi: ['kaikkien yksiköiden yhteinen', 'kunkin yksikön oma'],
    sv: ['gemensam för alla enheter', 'varje enhets egen'],
    de: ['allen Einheiten gemeinsam', 'jeder Einheit eigen'],
    nb: ['felles for alle enheter', 'hver enhets egen'],
  }),
  defineVocabulary('weekday', weekdays, {
    en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    fi: ['maanantai', 'tiistai', 'keskiviikko', 'torstai', 'perjantai', 'lauantai', 'sunnuntai'],
    sv: ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'],
    de: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
    nb: ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'],
  }),
  defineVocabulary('product-kind', productKinds, {
    en: ['product', 'service', 'spare part'],
    fi: ['tuote', 'palvelu', 'varaosa'],
    sv: ['produkt', 'tjänst', 'reservdel'],
    de: ['Produkt', 'Dienstleistung', 'Ersatzteil'],
    nb: ['produkt', 'tjeneste', 'reservedel'],
  }),
]
