/** What of an event's texts stands open in the log, where no erasure reaches it: each with the reason why it may. */
import { describe, expect, it } from '@jest/globals'
import { type Field, fieldsOf, languages, type PayloadClass } from '#kernel'
import { storedCatalogue } from '../check/frozen-samples.js'

/** Formats whose values are out of a closed set, or say nothing but a time, a number or an id of ours. */
const closed: ReadonlySet<unknown> = new Set(
  ['day', 'month', 'instant', 'id', 'partition', 'key', 'currency', 'country', 'language', 'zone', 'decimal'].map(
    (name) => `k-${name}`,
  ),
)

/** Open texts of a payload, as dotted paths; lists are entered. */
const openTexts = (payload: PayloadClass): string[] => fieldsOf(payload).flatMap(openTextsIn)

function openTextsIn({ name, nested, sealedFor, schema, list }: Field): string[] {
  if (sealedFor) return []
  if (nested) return openTexts(nested).map((inner) => `${name}.${inner}`)
  const { type, format, enum: choices } = (list ? schema.items : schema) as Field['schema']
  return type === 'string' && choices === undefined && !closed.has(format) ? [name] : []
}

const organisation = 'the name of an organisation, by which everybody finds it'
const address = 'where an organisation is, and how it is reached'
const ofCatalogue = 'what the group calls what it sells, and its own houses; administrators write it'
const fieldNames = 'names of fields of ours'
const code = 'a code that another system gives'
const keyed = 'a keyed hash'
const ofMapping = 'as the mapping calls it, which is written once for a system'
const typeOrStream = 'the name of a type or a stream of ours'

const addressed = { street: address, postalCode: address, city: address, website: address, phone: address }
const named = { name: organisation }
const house = { name: ofCatalogue, brand: ofCatalogue }
const inLanguages = Object.fromEntries(languages.map((language) => [`names.${language}`, ofCatalogue]))
const undone = (list: string) => ({
  [`${list}.fields`]: fieldNames,
  [`${list}.stream`]: typeOrStream,
  [`${list}.type`]: typeOrStream,
})

const done = { 'done.stream': typeOrStream, 'done.events.type': typeOrStream }

/** Type → open text → why it may stand open. */
const reasons: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'group.founded': named,
  'group.ladder-set': { 'steps.name': ofCatalogue },
  'group.slice-switched': { slice: code },
  'subsidiary.opened': { ...named, 'holidays.name': 'the name of a day' },
  'subsidiary.changed': { ...named, 'holidays.name': 'the name of a day' },
  'unit.opened': house,
  'unit.renamed': house,
  'member.joined': { identity: 'by which the identity provider names whoever signs in' },
  'member.changed': { identity: 'by which the identity provider names whoever signs in' },
  'product.listed': { ...house, ...inLanguages, code, line: ofCatalogue },
  'product.changed': { ...house, ...inLanguages, line: ofCatalogue },
  'customer.registered': { ...named, ...addressed },
  'customer.profile-changed': { ...named, ...addressed, cleared: fieldNames },
  'customer.site-opened': { name: 'the name of a place of an organisation', street: address, city: address },
  'customer.linked': { record: code },
  'customer.contradicted': { field: fieldNames },
  'identifier.claimed': { value: 'a number in a public register of organisations' },
  'touchpoint.email': { message: code },
  'contact.changed': { cleared: fieldNames },
  'contact.post-changed': { cleared: fieldNames },
  'opportunity.changed': { cleared: fieldNames },
  'opportunity.lost': { to: organisation },
  'customerproject.changed': { cleared: fieldNames },
  'customerproject.decided': { to: organisation },
  'import.started': {
    'files.name': ofMapping,
    'files.fingerprint': keyed,
    mapping: keyed,
    only: ofMapping,
    source: ofMapping,
    units: 'ids of units',
  },
  'import.rows-left': { 'setAside.why': ofMapping, 'refused.why': 'a code of ours', 'warned.why': 'a code of ours' },
  'import.records-vanished': {
    'records.target': ofMapping,
    'records.stream': typeOrStream,
    'records.why': 'a code of ours',
  },
  'import.undo-chunk-done': { ...undone('retracted'), ...undone('restored'), ...undone('kept') },
  'command.directed': { stream: typeOrStream },
  'process.started': { process: typeOrStream },
  'process.step-stated': { place: fieldNames, stream: typeOrStream, command: typeOrStream, occurredAt: 'a time' },
  'process.finished': done,
  'process.stuck': { ...done, 'refused.code': 'a code of ours' },
  'process.refused': { code: 'a code of ours' },
  'access.opened': { page: 'the name of a page of ours', viewer: 'the id of a member' },
}

describe('an open text', () => {
  const found = storedCatalogue.all().map(({ type, payload }): [string, string[]] => [type, openTexts(payload)])

  it.each(found.filter(([, texts]) => texts.length > 0))('of %s has a reason', (type, texts) => {
    expect(texts.sort()).toEqual(Object.keys(reasons[type] ?? {}).sort())
  })

  it('has no reason left over', () => {
    const withTexts = new Set(found.flatMap(([type, texts]) => (texts.length > 0 ? [type] : [])))
    expect(Object.keys(reasons).filter((type) => !withTexts.has(type))).toEqual([])
  })
})
