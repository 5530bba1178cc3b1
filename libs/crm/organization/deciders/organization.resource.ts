/** What rights go by of the group itself: what is set for all, and who works here. */
import { defineResource, type Grants } from '#kernel'

const everybody: Grants = { member: 'all', manager: 'all', steward: 'all', group: 'all', auditor: 'all', admin: 'all' }

export const catalogue = defineResource({
  name: 'catalogue',
  label: { en: 'Catalogue', fi: 'Perustiedot', sv: 'Grunduppgifter', de: 'Stammdaten', nb: 'Grunndata' },
  about: 'What is set for the whole group: rules, companies, units, products, rates.',
  writes: { admin: 'all' },
  reads: everybody,
})

export const membership = defineResource({
  name: 'members',
  label: { en: 'Members', fi: 'Käyttäjät', sv: 'Medarbetare', de: 'Mitglieder', nb: 'Medarbeidere' },
  about: 'Who works here, for which unit, with which roles.',
  writes: { manager: 'own', admin: 'all' },
  reads: everybody,
})
