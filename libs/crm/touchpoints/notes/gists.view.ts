/** What notes say in one sentence, for readers of other languages. */
import { defineView, type Guarded } from '#kernel'
import { touchpointEvents } from '../touchpoint.events.js'

interface GistDocument {
  id: string
  customer: string
  unit?: string
  gist: Guarded<string>
  language: string
}

export const gistsView = defineView<GistDocument>()({
  name: 'gists',
  version: 1,
  of: [],
  from: [touchpointEvents],
  on: {
    'touchpoint.gist-added': (_, { entity, customer, unit, data }) => ({
      id: entity,
      customer,
      unit,
      gist: data.gist,
      language: data.language,
    }),
  },
  columns: { customer: 'id', unit: 'id' },
  indexes: [['customer'], ['unit']],
})
