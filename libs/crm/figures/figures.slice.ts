/** Figures: the catalogue of metrics, their numbers by any dimension and period, and the events behind each. */
import { defineSlice } from '#kernel'
import { figureEventsPage } from './figure-events-page.js'
import { figuresPage } from './figures-page.js'
import { metricsPage } from './metrics-page.js'

export const figuresSlice = defineSlice({
  name: 'figures',
  about:
    'One catalogue of metrics for the whole group: numbers that mean the same everywhere and open to their events.',
  pages: [metricsPage, figuresPage, figureEventsPage],
})
