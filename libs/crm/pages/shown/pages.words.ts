/** What the codes of what pages say of records are called in every language. */
import { defineVocabulary, precisions, type Vocabulary } from '#kernel'

export const mergeStatuses = ['standing', 'void', 'taken-back'] as const
export const correctionModes = ['restate', 'retract'] as const
export const customerLikeness = ['said', 'identifier', 'name', 'phone', 'city', 'website'] as const
export const contactLikeness = ['mail', 'name', 'phone', 'customer'] as const
export const differenceKinds = ['stage', 'status', 'key-account'] as const

/** Of what is begun over several records. */
const processStates = ['running', 'stuck', 'finished', 'given-up'] as const

export const pageWords: readonly Vocabulary[] = [
  defineVocabulary('process-state', processStates, {
    en: ['under way', 'stuck', 'done', 'given up'],
    fi: ['käynnissä', 'pysähtynyt', 'valmis', 'jätetty kesken'],
    sv: ['pågår', 'avstannad', 'klar', 'avbruten'],
    de: ['läuft', 'steht still', 'fertig', 'aufgegeben'],
    nb: ['pågår', 'står stille', 'ferdig', 'avbrutt'],
  }),
  defineVocabulary('merge-status', mergeStatuses, {
    en: ['holds', 'void', 'taken back'],
    fi: ['voimassa', 'mitätön', 'peruttu'],
    sv: ['gäller', 'ogiltig', 'tillbakatagen'],
    de: ['gilt', 'nichtig', 'zurückgenommen'],
    nb: ['gjelder', 'ugyldig', 'tatt tilbake'],
  }),
  defineVocabulary('correction', correctionModes, {
    en: ['restated', 'taken back'],
    fi: ['oikaistu', 'peruttu'],
    sv: ['rättat', 'tillbakataget'],
    de: ['berichtigt', 'zurückgenommen'],
    nb: ['rettet', 'tatt tilbake'],
  }),
  defineVocabulary('customer-likeness', customerLikeness, {
    en: ['somebody said so', 'identifier', 'name', 'telephone', 'town', 'website'],
    fi: ['joku sanoi niin', 'tunniste', 'nimi', 'puhelin', 'kaupunki', 'verkkosivu'],
    sv: ['någon sade så', 'identitetsnummer', 'namn', 'telefon', 'ort', 'webbplats'],
    de: ['jemand hat es gesagt', 'Kennung', 'Name', 'Telefon', 'Ort', 'Website'],
    nb: ['noen sa det', 'identifikator', 'navn', 'telefon', 'sted', 'nettsted'],
  }),
  defineVocabulary('contact-likeness', contactLikeness, {
    en: ['mail address', 'name', 'telephone', 'customer'],
    fi: ['sähköposti', 'nimi', 'puhelin', 'asiakas'],
    sv: ['e-postadress', 'namn', 'telefon', 'kund'],
    de: ['Mailadresse', 'Name', 'Telefon', 'Kunde'],
    nb: ['e-postadresse', 'navn', 'telefon', 'kunde'],
  }),
  defineVocabulary('difference', differenceKinds, {
    en: ['stage', 'status', 'key account'],
    fi: ['vaihe', 'tila', 'avainasiakas'],
    sv: ['stadium', 'status', 'nyckelkund'],
    de: ['Stufe', 'Status', 'Schlüsselkunde'],
    nb: ['trinn', 'status', 'nøkkelkunde'],
  }),
  defineVocabulary('precision', precisions, {
    en: ['to the minute', 'to the day', 'to the month', 'before everything else'],
    fi: ['minuutilleen', 'päivän tarkkuudella', 'kuukauden tarkkuudella', 'ennen kaikkea muuta'],
    sv: ['på minuten', 'på dagen', 'på månaden', 'före allt annat'],
    de: ['auf die Minute', 'auf den Tag', 'auf den Monat', 'vor allem anderen'],
    nb: ['på minuttet', 'på dagen', 'på måneden', 'før alt annet'],
  }),
]
