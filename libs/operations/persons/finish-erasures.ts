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
  /** Tables that hold plaintext, with its `subjects` and `keys`. */
  plaintext: readonly string[]
}

/** @returns the erasures that had to be done again */
export async function finishErasures(tables: ErasureTables, e: Erasing): Promise<ErasedPerson[]> {
  await e.projected(await e.log.head())
  const done: ErasedPerson[] = []
  const inVault = (await e.vault.erasedSubjects()).flatMap((subject) =>
    subject.startsWith(prefix) ? [subject.slice(prefix.length)] : [],
  )
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

async function isUnfinished(
  contact: string,
  tables: ErasureTables,
  { store, clear, vault }: Erasing,
): Promise<boolean> {
  const row = await store.get(tables.contacts, contact)
  if (!row) return false
  const subject = `contact:${contact}` as const
  if (row.columns.erased !== true || !(await vault.erasedOf([subject])).has(subject)) return true
  const where = { column: 'subjects', has: `${prefix}${contact}` }
  for (const table of tables.plaintext) {
    for await (const rows of clear.scan(table, { where })) {
      const ids = rows.flatMap(({ columns }) => columns.keys as string[])
      const keys = await vault.fetch(ids)
      if (ids.some((id) => keys.bytesOf(id) === null)) return true
    }
  }
  return false
}
