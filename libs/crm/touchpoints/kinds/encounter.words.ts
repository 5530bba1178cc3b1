/** What the codes of encounters are called in every language. */
import { defineVocabulary, type Vocabulary } from '#kernel'
import { channels, directions, feelings, starters } from '../encounter.events.js'
import { callResults } from './phone-call.kind.js'

export const encounterWords: readonly Vocabulary[] = [
  defineVocabulary('direction', directions, {
    en: ['outbound', 'inbound', 'mutual'],
    fi: ['meiltä asiakkaalle', 'asiakkaalta meille', 'molempiin suuntiin'],
    sv: ['från oss', 'till oss', 'ömsesidig'],
    de: ['von uns', 'an uns', 'beiderseitig'],
    nb: ['fra oss', 'til oss', 'gjensidig'],
  }),
  defineVocabulary('started-by', starters, {
    en: ['we, unasked', 'we, asked', 'they'],
    fi: ['me, pyytämättä', 'me, pyydettynä', 'asiakas'],
    sv: ['vi, på eget initiativ', 'vi, på begäran', 'kunden'],
    de: ['wir, unaufgefordert', 'wir, auf Anfrage', 'der Kunde'],
    nb: ['vi, uoppfordret', 'vi, på forespørsel', 'kunden'],
  }),
  defineVocabulary('channel', channels, {
    en: ['in person', 'phone', 'video', 'email', 'chat', 'letter', 'web', 'other'],
    fi: ['kasvokkain', 'puhelin', 'video', 'sähköposti', 'chat', 'kirje', 'verkko', 'muu'],
    sv: ['på plats', 'telefon', 'video', 'e-post', 'chatt', 'brev', 'webb', 'annat'],
    de: ['persönlich', 'Telefon', 'Video', 'E-Mail', 'Chat', 'Brief', 'Web', 'Sonstiges'],
    nb: ['ansikt til ansikt', 'telefon', 'video', 'e-post', 'chat', 'brev', 'nett', 'annet'],
  }),
  defineVocabulary('feeling', feelings, {
    en: ['bad', 'poor', 'neutral', 'good', 'excellent'],
    fi: ['huono', 'heikko', 'neutraali', 'hyvä', 'erinomainen'],
    sv: ['dålig', 'svag', 'neutral', 'bra', 'utmärkt'],
    de: ['schlecht', 'mäßig', 'neutral', 'gut', 'hervorragend'],
    nb: ['dårlig', 'svak', 'nøytral', 'god', 'utmerket'],
  }),
  defineVocabulary('call-result', callResults, {
    en: ['reached', 'not reached', 'to call back'],
    fi: ['tavoitettu', 'ei tavoitettu', 'soitetaan uudelleen'],
    sv: ['anträffad', 'ej anträffad', 'ska ringa upp'],
    de: ['erreicht', 'nicht erreicht', 'Rückruf vereinbart'],
    nb: ['fikk tak i', 'fikk ikke tak i', 'skal ringe tilbake'],
  }),
]
