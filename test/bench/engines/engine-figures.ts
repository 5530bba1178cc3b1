/** What `npm run bench -- --engines` measures: one line for each engine, left out where the engine cannot be had. */
import { hasMongodb } from '../../engines/mongodb-server.js'
import type { Condition } from '../../lanes/describe-when.js'
import type { Measured } from '../figure.js'
import { measureEventStore } from './eventstoredb.js'
import { mongodbCounts } from './mongodb-counts.js'

export const engineFigures: readonly { name: string; condition: Condition; measure(): Promise<Measured[]> }[] = [
  { name: 'eventstoredb', condition: { holds: true, otherwise: '' }, measure: measureEventStore },
  { name: 'mongodb-counts', condition: hasMongodb, measure: mongodbCounts },
]
