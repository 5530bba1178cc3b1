/**
 * Completes erasures: those that a crash interrupted, and those that a restored backup no longer
 * knows. Run at every start, before anything is answered.
 */
import type { Viewer } from '#kernel'
import { isSaidDestroyed } from './destroyed-keys.js'
import { type ErasedPerson, erasePerson } from './erase-person.js'
import type { Erasing } from './erasing.js'

const system: Viewer = { member: 'system:privacy', grants: [] }
const prefix = 'contact:'

/**
 * @param contacts table of the documents of contacts, with a column `erased`
 * @returns the erasures that had to be done again
 */
export async function finishErasures(contacts: string, e: Erasing): Promise<ErasedPerson[]> {
  await e.projected(await e.log.head())
  const done: ErasedPerson[] = []
  const inVault = (await e.vault.erasedSubjects()).flatMap((subject) =>
    subject.startsWith(prefix) ? [subject.slice(prefix.length)] : [],
  )
  const inLog = await erasedInLog(contacts, e)
  for (const contact of new Set([...inVault, ...inLog])) {
    if (!(await isUnfinished(contact, contacts, e))) continue
    done.push(await erasePerson(contact, { by: system, grounds: 'other' }, e))
  }
  return done
}

async function erasedInLog(contacts: string, { store }: Erasing): Promise<string[]> {
  const found: string[] = []
  for await (const rows of store.scan(contacts, { where: { column: 'erased', eq: true } }))
    found.push(...rows.map(({ key }) => key))
  return found
}

async function isUnfinished(contact: string, contacts: string, e: Erasing): Promise<boolean> {
  const row = await e.store.get(contacts, contact)
  if (!row) return false
  const subject = `contact:${contact}` as const
  if (row.columns.erased !== true || !(await e.vault.erasedOf([subject])).has(subject)) return true
  // Erasures of the first version were complete without it.
  const own = await e.log.readStream(`contact-${contact}`)
  const isFollowed = own.some(({ type, metadata }) => type === 'contact.erased' && metadata.schemaVersion > 1)
  return isFollowed && !(await isSaidDestroyed(`contact-${contact}`, subject, e))
}
