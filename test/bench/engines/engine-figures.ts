/** What `npm run bench -- --engines` measures, in this order; a figure is left out where its engines cannot be had. */
import { hasKafka } from '../../engines/kafka-server.js'
import { hasMongodb } from '../../engines/mongodb-server.js'
import type { Condition } from '../../lanes/describe-when.js'
import type { Measured } from '../figure.js'
import { measureEventStore } from './eventstoredb.js'
import { mongodbCounts } from './mongodb/counts.js'
import { measureMongodbRates } from './mongodb/rates.js'
import { measureProcesses } from './processes/processes.js'
import { measureRelay } from './relay.js'

export interface EngineFigure {
  /** For `--only`. */
  name: string
  condition: Condition
  measure(): Promise<Measured[]>
}

const always: Condition = { holds: true, otherwise: '' }
const hasBoth: Condition = hasMongodb.holds ? hasKafka : hasMongodb

export const engineFigures: readonly EngineFigure[] = [
  // First, since it takes a log that holds nothing yet.
  { name: 'processes', condition: hasBoth, measure: measureProcesses },
  { name: 'eventstoredb', condition: always, measure: measureEventStore },
  { name: 'mongodb-rates', condition: hasMongodb, measure: measureMongodbRates },
  { name: 'mongodb-counts', condition: hasMongodb, measure: mongodbCounts },
  { name: 'relay', condition: hasKafka, measure: measureRelay },
]
