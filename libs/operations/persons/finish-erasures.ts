/**
 * Completes erasures: those that a crash interrupted, and those that a restored backup no longer
 * knows. Run at every start, before anything is answered.
 */
import type { ReadStore, Viewer } from '#kernel'
import { type ErasedPerson, erasePerson } from './erase-person.js'
import type { Erasing } from './erasing.js'

const system: Viewer = { member: 'system:privacy', grants: [] }
const prefix = 'contact:'

/** Where erased contacts stand and where their plaintext would. */
export interface ErasureTables {
  /** Documents of contacts, with a column `erased`. */
  contacts: string
  /** Tables that hold plaintext keyed by `subjects`. */
  plaintext: readonly string[]
}

/** @returns the erasures that had to be done again */
export async function finishErasures(tables: ErasureTables, e: Erasing): Promise<ErasedPerson[]> {
  await e.projected(await e.log.head())
  const done: ErasedPerson[] = []
  const inVault = e.vault
    .erasedSubjects()
    .flatMap((subject) => (subject.startsWith(prefix) ? [subject.slice(prefix.length)] : []))
  const inLog = await erasedInLog(tables, e.store)
  for (const contact of new Set([...inVault, ...inLog])) {
    if (!(await isUnfinished(contact, tables, e))) continue
    done.push(await erasePerson(contact, { by: system, grounds: 'other' }, e))
  }
  return done
}

async function erasedInLog({ contacts }: ErasureTables, store: ReadStore): Promise<string[]> {
  const found: string[] = []
  for await (const rows of store.scan(contacts, { where: { column: 'erased', eq: true } }))
    found.push(...rows.map(({ key }) => key))
  return found
}

async function isUnfinished(contact: string, tables: ErasureTables, { store, vault }: Erasing): Promise<boolean> {
  const row = await store.get(tables.contacts, contact)
  if (!row) return false
  if (row.columns.erased !== true || !vault.isErased(`contact:${contact}`)) return true
  const where = { column: 'subjects', has: `${prefix}${contact}` }
  for (const table of tables.plaintext) {
    for await (const rows of store.scan(table, { where })) {
      const isLeft = rows.some(({ columns }) =>
        (columns.subjects as string[]).some((id) => !id.includes(':') && vault.bytesOf(id) === null),
      )
      if (isLeft) return true
    }
  }
  return false
}
