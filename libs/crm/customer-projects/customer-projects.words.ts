/** What the codes of customers’ projects are called in every language. */
import { defineVocabulary, type Vocabulary } from '#kernel'
import { customerProjectKinds, outcomes } from './customer-project.events.js'
import { customerProjectStatuses } from './customer-projects.view.js'

export const customerProjectWords: readonly Vocabulary[] = [
  defineVocabulary('customer-project-kind', customerProjectKinds, {
    en: ['renovation', 'new building', 'new ship', 'tender', 'other'],
    fi: ['peruskorjaus', 'uudisrakennus', 'uudislaiva', 'tarjouskilpailu', 'muu'],
    sv: ['renovering', 'nybygge', 'fartygsbygge', 'upphandling', 'annat'],
    de: ['Renovierung', 'Neubau', 'Schiffsneubau', 'Ausschreibung', 'Sonstiges'],
    nb: ['oppussing', 'nybygg', 'nytt skip', 'anbud', 'annet'],
  }),
  defineVocabulary('customer-project-outcome', outcomes, {
    en: ['ours', 'a rival’s', 'nobody’s'],
    fi: ['meille', 'kilpailijalle', 'ei kenellekään'],
    sv: ['vår', 'en konkurrents', 'ingens'],
    de: ['unser', 'eines Mitbewerbers', 'niemandes'],
    nb: ['vår', 'en konkurrents', 'ingens'],
  }),
  defineVocabulary('customer-project-status', customerProjectStatuses, {
    en: ['open', 'decided', 'dropped'],
    fi: ['avoin', 'ratkennut', 'rauennut'],
    sv: ['öppet', 'avgjort', 'nedlagt'],
    de: ['offen', 'entschieden', 'aufgegeben'],
    nb: ['åpent', 'avgjort', 'lagt ned'],
  }),
]
