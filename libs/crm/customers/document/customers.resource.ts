/** What rights go by of customers: what happens with them, and the register of who they are. */
import { defineResource } from '#kernel'

export const customerHistory = defineResource({
  name: 'history',
  label: {
    en: 'History of customers',
    fi: 'Asiakkaiden historia',
    sv: 'Kundernas historia',
    de: 'Geschichte der Kunden',
    nb: 'Kundenes historie',
  },
  about: 'What happens between a unit and its customers: encounters, relationships, deals, promises, projects.',
  writes: { member: 'own', manager: 'own', integration: 'own' },
})

export const customerRegister = defineResource({
  name: 'register',
  label: {
    en: 'Register of customers',
    fi: 'Asiakasrekisteri',
    sv: 'Kundregister',
    de: 'Kundenregister',
    nb: 'Kunderegister',
  },
  about: 'Who customers are: names, identifiers, sites, profile, hierarchy.',
  writes: { member: 'own', manager: 'own', steward: 'all' },
})
