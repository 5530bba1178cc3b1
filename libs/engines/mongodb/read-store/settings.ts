/** What a database of read models says of itself, and the collections that it always has. */
import type { Collection, Db } from 'mongodb'
import { ReadStoreRefused } from '#kernel'
import { prepareContributions } from './contributions.js'
import { filingCollections, indexEvents } from './filings/kept-events.js'
import { prepareProgress } from './writing/progress.js'
import { prepareWriters } from './writing/writer.js'

/** Changes with the stored form: databases of another format are derived anew. */
export const mongoFormat = 4

interface Settings {
  _id: 'settings'
  format: number
  locale: string
  identity: string | null
}

interface Expected {
  readOnly?: boolean
  locale?: string
  identity?: string
}

/** Made first, so that it tells what a database is for from then on. */
const firstMade = '~tables'

/** Made before a transaction writes to them, which makes none. */
const collections = [
  firstMade,
  '~writers',
  '~claims',
  '~checkpoints',
  '~progress',
  '~contributions',
  '~counters',
  ...filingCollections,
]

/**
 * Makes what is missing of it.
 * @throws ReadStoreRefused when it is of another format, locale or group, or there is none to read
 */
export async function prepareStore(db: Db, expected: Expected): Promise<{ locale: string }> {
  const settings: Collection<Settings> = db.collection('~settings')
  const found = await settings.findOne({ _id: 'settings' })
  if (found) return required(found, db.databaseName, expected)
  if (expected.readOnly) throw new ReadStoreRefused(`there are no read models in the database ${db.databaseName}.`)
  for (const name of collections) await made(db, name)
  await prepareContributions(db)
  await prepareProgress(db)
  await prepareWriters(db)
  await indexEvents(db)
  const { locale = 'en', identity = null } = expected
  // Last, so that it is there where all the others are; of two that make it, either says it.
  const said = { format: mongoFormat, locale, identity }
  await settings.updateOne({ _id: 'settings' }, { $setOnInsert: said }, { upsert: true })
  return required(
    { _id: 'settings', ...said, ...(await settings.findOne({ _id: 'settings' })) },
    db.databaseName,
    expected,
  )
}

/**
 * Whether a database holds read models, perhaps half made, or nothing at all.
 * @param kept read models of whose group they are to be
 */
export async function isOfReadModels(db: Db, kept: Db | undefined): Promise<boolean> {
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name)
  if (names.length === 0) return true
  if (!names.includes(firstMade)) return false
  const [found, ours] = [await settingsIn(db), kept && (await settingsIn(kept))]
  return !found || !ours || found.identity === ours.identity
}

const settingsIn = (db: Db): Promise<Settings | null> =>
  db.collection<Settings>('~settings').findOne({ _id: 'settings' })

function required(found: Settings, name: string, { locale, identity }: Expected): { locale: string } {
  if (found.format !== mongoFormat)
    throw new ReadStoreRefused(`the database ${name} holds read models of another version: derive them anew.`)
  if (locale !== undefined && locale !== found.locale)
    throw new ReadStoreRefused(`the database ${name} is sorted for ${found.locale}, not ${locale}: derive it anew.`)
  if (identity !== undefined && found.identity !== null && identity !== found.identity)
    throw new ReadStoreRefused(`the database ${name} holds the read models of another group.`)
  return { locale: found.locale }
}

const namespaceExists = 48

async function made(db: Db, name: string): Promise<void> {
  try {
    await db.createCollection(name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === namespaceExists)) throw error
  }
}
