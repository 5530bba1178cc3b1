/** What growth is measured against: ten thousand events with their read models, made once for a run. Whoever writes takes a copy. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type DataSet, dataSetIn } from '../data-set/data-set.js'
import type { Context } from '../figure.js'
import { deriveReadModels } from './rebuild.js'

const smallEvents = 10_000

export async function smallDataSet({ scratch }: Context): Promise<DataSet> {
  const folder = join(scratch, 'small')
  const isMade = existsSync(folder)
  const small = await dataSetIn(folder, smallEvents)
  if (!isMade) await deriveReadModels(small)
  return small
}
