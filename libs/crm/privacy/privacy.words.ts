/** What the codes of withheld writing and of the access log are called in every language. */
import { accessKinds, defineVocabulary, type Vocabulary } from '#kernel'
import { erasureGrounds } from '../contacts/contact.events.js'
import { lookedAtWords } from './looked-at.words.js'
import { releaseGrounds } from './privacy.events.js'

export const withheldStatuses = ['withheld', 'released', 'redacted'] as const

export const privacyWords: readonly Vocabulary[] = [
  lookedAtWords,
  defineVocabulary('withheld-status', withheldStatuses, {
    en: ['withheld', 'released', 'restated'],
    fi: ['piilotettu', 'julkaistu', 'kirjoitettu uudelleen'],
    sv: ['undanhållen', 'frisläppt', 'omskriven'],
    de: ['zurückgehalten', 'freigegeben', 'neu gefasst'],
    nb: ['holdt tilbake', 'frigitt', 'omskrevet'],
  }),
  defineVocabulary('access-kind', accessKinds, {
    en: ['read', 'took out', 'erased'],
    fi: ['luki', 'vei ulos', 'poisti'],
    sv: ['läste', 'tog ut', 'raderade'],
    de: ['hat gelesen', 'hat ausgegeben', 'hat gelöscht'],
    nb: ['leste', 'tok ut', 'slettet'],
  }),
  defineVocabulary('erasure-grounds', erasureGrounds, {
    en: ['they asked', 'consent withdrawn', 'kept long enough', 'no grounds to keep it', 'other'],
    fi: ['pyysi itse', 'suostumus peruttu', 'säilytysaika täynnä', 'ei perustetta säilyttää', 'muu'],
    sv: ['begärde det', 'samtycket återkallat', 'sparad länge nog', 'ingen grund att spara', 'annat'],
    de: [
      'selbst verlangt',
      'Einwilligung widerrufen',
      'lange genug aufbewahrt',
      'kein Grund zur Aufbewahrung',
      'anderes',
    ],
    nb: ['ba om det', 'samtykket trukket tilbake', 'lagret lenge nok', 'ikke grunnlag for å lagre', 'annet'],
  }),
  defineVocabulary('release-grounds', releaseGrounds, {
    en: ['not about them', 'needed as evidence', 'other'],
    fi: ['ei koske häntä', 'tarvitaan näyttönä', 'muu'],
    sv: ['gäller inte personen', 'behövs som bevis', 'annat'],
    de: ['betrifft sie nicht', 'als Beleg gebraucht', 'anderes'],
    nb: ['gjelder ikke personen', 'trengs som bevis', 'annet'],
  }),
]
