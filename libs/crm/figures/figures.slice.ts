/** Figures: the catalogue of metrics, their numbers by any dimension and period, and the events behind each. */
import { defineSlice, type Slice } from '#kernel'
import { figureEventsQueryBy } from './figure-events.query.js'
import { figuresQueryBy, manyFiguresQueryBy } from './figures.query.js'
import { figureWords } from './figures.words.js'
import { figureDimensionsOf } from './metric-shown.js'
import { metricsQueryBy } from './metrics.query.js'

/** @param slices all others, by whose dimensions figures may be asked */
export function figuresOver(slices: readonly Slice[]): Slice {
  const declared = figureDimensionsOf(slices.flatMap(({ dimensions }) => dimensions))
  return defineSlice({
    name: 'figures',
    about:
      'One catalogue of metrics for the whole group: numbers that mean the same everywhere and open to their events.',
    vocabulary: figureWords,
    queries: [
      metricsQueryBy(declared, slices),
      figuresQueryBy(declared),
      manyFiguresQueryBy(declared),
      figureEventsQueryBy(declared),
    ],
  })
}
