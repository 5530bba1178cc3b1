/** What each field of an event stands for, for the web application: a set of the vocabulary, or a record. Events of further slices are read by it as well. */
import { type Field, fieldsOf, type PayloadClass, type Registry } from '#kernel'
import { setFor } from '#queries/shown/words.js'

const banner = '/** Written by `npm run generate` from the definitions of events. */\n'
const keyed =
  'by field: `<type> <field>`, `<category> <field>` where all events of a category agree, `<field>` where all do. */\n'
const aboutSets = `/** Sets of the vocabulary ${keyed}`
const aboutRecords = `/** Categories of the records that are named, which lead to their own history, ${keyed}`

/** Their names stand beside an event. */
const named = ['customer', 'contact', 'member', 'unit', 'subsidiary', 'product']

interface Occurrence {
  type: string
  category: string
  field: string
  /** Set or category; undefined where it is none. */
  is: string | undefined
  /** Whether it is plainly something else. */
  isOther: boolean
}

type Meaning = (field: Field) => Pick<Occurrence, 'is' | 'isOther'>

/** @returns the text of a module, the same whatever order slices stand in */
export function fieldWords(registry: Registry): string {
  const categories = new Set(registry.catalogue.all().map(({ type }) => categoryOf(type)))
  const ofSet: Meaning = (field) => ({ is: setFor(field, registry), isOther: field.refersTo !== undefined })
  const ofRecord: Meaning = ({ refersTo = '' }) => {
    const category = refersTo.replaceAll('-', '')
    const isRecord = categories.has(category) && !named.includes(refersTo)
    return { is: isRecord ? category : undefined, isOther: !isRecord }
  }
  const sets = recordOf('setsOfFields', keysIn(registry, ofSet))
  return [banner, aboutSets, sets, '\n', aboutRecords, recordOf('recordsOfFields', keysIn(registry, ofRecord))].join('')
}

const categoryOf = (type: string): string => type.slice(0, type.indexOf('.'))

function recordOf(name: string, keys: readonly [string, string][]): string {
  const lines = keys.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, is]) => `  '${key}': '${is}',\n`)
  return `export const ${name}: Readonly<Record<string, string>> = {\n${lines.join('')}}\n`
}

function keysIn(registry: Registry, meaning: Meaning): [string, string][] {
  const all = registry.catalogue
    .all()
    .flatMap(({ type, payload }) =>
      occurrencesIn(payload as PayloadClass, { type, category: categoryOf(type) }, meaning),
    )
  return [...Map.groupBy(all, ({ field }) => field).values()].flatMap(keysOf)
}

function occurrencesIn(
  payload: PayloadClass,
  of: Pick<Occurrence, 'type' | 'category'>,
  meaning: Meaning,
): Occurrence[] {
  return fieldsOf(payload).flatMap((field): Occurrence[] => [
    { ...of, field: field.name, ...meaning(field) },
    ...(field.nested ? occurrencesIn(field.nested, of, meaning) : []),
  ])
}

/** Of one field the fewest keys that tell apart what it is. */
function keysOf(all: readonly Occurrence[]): [string, string][] {
  const shared = agreed(all)
  if (shared !== undefined) return [[all[0]?.field ?? '', shared]]
  return [...Map.groupBy(all, ({ category }) => category).values()].flatMap((own): [string, string][] => {
    const { category, field } = own[0] as Occurrence
    const set = agreed(own)
    if (set !== undefined) return [[`${category} ${field}`, set]]
    return own.flatMap((one): [string, string][] => (one.is === undefined ? [] : [[`${one.type} ${field}`, one.is]]))
  })
}

/** The one thing that all of them are; of several categories only where each is, of one also beside what may be it. */
function agreed(all: readonly Occurrence[]): string | undefined {
  const [set, ...others] = new Set(all.flatMap((one) => one.is ?? []))
  const unset = all.filter((one) => one.is === undefined)
  const isOfOne = new Set(all.map(({ category }) => category)).size === 1
  const isTold = others.length > 0 || unset.some(({ isOther }) => isOther || !isOfOne)
  return isTold ? undefined : set
}
