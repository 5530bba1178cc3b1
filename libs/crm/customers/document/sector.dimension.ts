/** Figures by the sector of the customer: all that is measured of it counts under the sector that it has. */
import { Codes, defineDimension } from '#kernel'
import { sectors } from '../customer.events.js'

export const bySector = defineDimension({
  name: 'sector',
  label: { en: 'Sector', fi: 'Toimiala', sv: 'Bransch', de: 'Branche', nb: 'Bransje' },
  asked: Codes(),
  choices: sectors,
  from: 'partition',
})
