/** Figures: the catalogue of metrics, their numbers by any dimension and period, and the events behind each. */
import { defineSlice } from '#kernel'
import { figureEventsPage } from './figure-events.query.js'
import { figuresPage, manyFiguresPage } from './figures.query.js'
import { metricsPage } from './metrics.query.js'

export const figuresSlice = defineSlice({
  name: 'figures',
  about:
    'One catalogue of metrics for the whole group: numbers that mean the same everywhere and open to their events.',
  queries: [metricsPage, figuresPage, manyFiguresPage, figureEventsPage],
})
