/** What `npm run bench -- --engines` measures: each adapter of an engine beside the bare client of that engine. */
import type { Measured } from '../figure.js'
import { measureEventStore } from './eventstoredb.js'

export interface EngineFigure {
  name: string
  measure(): Promise<Measured[]>
}

export const engineFigures: readonly EngineFigure[] = [{ name: 'eventstoredb', measure: measureEventStore }]
