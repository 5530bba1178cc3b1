/** The figures of the bench, in the order of its table. */
import type { Figure } from '../figure.js'
import { duplicates } from './duplicates.js'
import { growth } from './growth.js'
import { importing } from './importing.js'
import { pages } from './pages.js'
import { corrected, readingFigure } from './reading.js'
import { rebuild } from './rebuild.js'
import { visible } from './visible.js'
import { writing } from './writing.js'

export const figures: readonly Figure[] = [
  writing,
  importing,
  rebuild,
  pages,
  visible,
  readingFigure,
  corrected,
  growth,
  duplicates,
]
