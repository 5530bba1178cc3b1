/** What rights go by of contacts. */
import { defineResource } from '#kernel'

export const contactsResource = defineResource({
  name: 'contacts',
  label: { en: 'Contacts', fi: 'Yhteyshenkilöt', sv: 'Kontaktpersoner', de: 'Kontaktpersonen', nb: 'Kontaktpersoner' },
  about: 'Persons at customers: names and addresses, posts, buying roles, consents.',
  writes: { member: 'own', manager: 'own', steward: 'all', integration: 'own' },
})
