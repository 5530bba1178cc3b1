/** What levels, roles in buying and consents are called in every language; a missing name does not compile. */
import { defineVocabulary, type Texts, type Vocabulary } from '#kernel'
import { type BuyingRole, consentChannels, consentPurposes, type Level } from '../contact.events.js'

export const levelNames: Readonly<Record<Level, Texts>> = {
  strategic: {
    en: 'strategic',
    fi: 'strateginen taso',
    sv: 'strategisk nivå',
    de: 'strategisch',
    nb: 'strategisk nivå',
  },
  operational: {
    en: 'operational',
    fi: 'operatiivinen taso',
    sv: 'operativ nivå',
    de: 'operativ',
    nb: 'operativt nivå',
  },
}

export const buyingRoleNames: Readonly<Record<BuyingRole, Texts>> = {
  'decision-maker': {
    en: 'decision maker',
    fi: 'päättäjä',
    sv: 'beslutsfattare',
    de: 'Entscheidung',
    nb: 'beslutningstaker',
  },
  influencer: { en: 'influencer', fi: 'vaikuttaja', sv: 'påverkare', de: 'Einfluss', nb: 'påvirker' },
  user: { en: 'user', fi: 'käyttäjä', sv: 'användare', de: 'Anwendung', nb: 'bruker' },
  buyer: { en: 'buyer', fi: 'ostaja', sv: 'inköpare', de: 'Einkauf', nb: 'innkjøper' },
  gatekeeper: { en: 'gatekeeper', fi: 'portinvartija', sv: 'grindvakt', de: 'Vorzimmer', nb: 'portvokter' },
  champion: { en: 'champion', fi: 'puolestapuhuja', sv: 'förespråkare', de: 'Fürsprache', nb: 'forkjemper' },
}

export const contactWords: readonly Vocabulary[] = [
  { set: 'level', words: levelNames },
  { set: 'buying-role', words: buyingRoleNames },
  defineVocabulary('consent-purpose', consentPurposes, {
    en: ['newsletter', 'campaigns', 'surveys', 'events', 'personal contact'],
    fi: ['uutiskirje', 'kampanjat', 'kyselyt', 'tapahtumat', 'henkilökohtainen yhteydenotto'],
    sv: ['nyhetsbrev', 'kampanjer', 'enkäter', 'evenemang', 'personlig kontakt'],
    de: ['Newsletter', 'Kampagnen', 'Umfragen', 'Veranstaltungen', 'persönlicher Kontakt'],
    nb: ['nyhetsbrev', 'kampanjer', 'undersøkelser', 'arrangementer', 'personlig kontakt'],
  }),
  defineVocabulary('consent-channel', consentChannels, {
    en: ['email', 'phone', 'text message', 'letter', 'any'],
    fi: ['sähköposti', 'puhelin', 'tekstiviesti', 'kirje', 'mikä tahansa'],
    sv: ['e-post', 'telefon', 'sms', 'brev', 'vilken som helst'],
    de: ['E-Mail', 'Telefon', 'SMS', 'Brief', 'beliebig'],
    nb: ['e-post', 'telefon', 'SMS', 'brev', 'hvilken som helst'],
  }),
]
