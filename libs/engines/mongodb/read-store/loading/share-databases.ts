/** Databases of their own into which the shares of a rebuild are folded, beside the read models that take them in. */
import type { Part, SharePlaces } from '#kernel'
import type { MongoConnection } from '../../mongo-connection.js'
import { storedParts } from '../contributions.js'
import type { MongoCatalogue } from '../tables/catalogue.js'
import { absorbRows } from './rows.js'

/** The read models that take them in. */
export interface Absorbing {
  connection: MongoConnection
  place: string
  catalogue: MongoCatalogue
  append(parts: readonly Part[]): Promise<void>
}

/** @param tables those that both have */
export function shareDatabasesOf(into: Absorbing, tables: readonly string[]): SharePlaces {
  const { connection, place, catalogue } = into
  const placeOf = (index: number) => `${place}-share${index}`
  return {
    placeOf,
    absorb: async (index) => {
      const share = connection.db(placeOf(index))
      for (const name of tables) await absorbRows(catalogue, name, share.collection(name))
      for await (const parts of storedParts(share)) await into.append(parts)
    },
    remove: async (index) => {
      await connection.db(placeOf(index)).dropDatabase()
    },
  }
}
