/** What rights go by where stewards decide for the whole group. */
import { defineResource } from '#kernel'

export const stewardship = defineResource({
  name: 'stewardship',
  label: { en: 'Stewardship', fi: 'Rekisterin hoito', sv: 'Registervård', de: 'Registerpflege', nb: 'Registeransvar' },
  about: 'What stewards decide for the whole group: merging, what is withheld, what is released.',
  writes: { steward: 'all' },
  reads: { steward: 'all', auditor: 'all' },
})
