/** Which set of the vocabulary each field of an event is out of, for the web application: events of further slices are read by it as well. */
import { type Field, fieldsOf, type PayloadClass, type Registry } from '#kernel'
import { setFor } from '#queries/shown/words.js'

const banner = '/** Written by `npm run generate` from the definitions of events. */\n'
const about =
  '/** Sets of the vocabulary by field: `<type> <field>`, `<category> <field>` where all events of a category agree, `<field>` where all do. */\n'

interface Occurrence {
  type: string
  category: string
  field: string
  /** Undefined where it is no code of a set. */
  set: string | undefined
  /** Whether it is an id of something, which is no word. */
  isId: boolean
}

/** @returns the text of a module, the same whatever order slices stand in */
export function fieldWords(registry: Registry): string {
  const all = registry.catalogue.all().flatMap(({ type, payload }) => {
    const category = type.slice(0, type.indexOf('.'))
    return occurrencesIn(payload as PayloadClass, { type, category, registry })
  })
  const keys = [...Map.groupBy(all, ({ field }) => field).values()].flatMap(keysOf)
  const lines = keys.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, set]) => `  '${key}': '${set}',\n`)
  return `${banner}${about}export const setsOfFields: Readonly<Record<string, string>> = {\n${lines.join('')}}\n`
}

function occurrencesIn(
  payload: PayloadClass,
  of: Pick<Occurrence, 'type' | 'category'> & { registry: Registry },
): Occurrence[] {
  const { type, category, registry } = of
  return fieldsOf(payload).flatMap((field): Occurrence[] => [
    { type, category, field: field.name, set: setFor(field, registry), isId: isIdIn(field) },
    ...(field.nested ? occurrencesIn(field.nested, of) : []),
  ])
}

const isIdIn = ({ refersTo }: Field): boolean => refersTo !== undefined

/** Of one field the fewest keys that tell its sets apart. */
function keysOf(all: readonly Occurrence[]): [string, string][] {
  const shared = agreed(all)
  if (shared !== undefined) return [[all[0]?.field ?? '', shared]]
  return [...Map.groupBy(all, ({ category }) => category).values()].flatMap((own): [string, string][] => {
    const { category, field } = own[0] as Occurrence
    const set = agreed(own)
    if (set !== undefined) return [[`${category} ${field}`, set]]
    return own.flatMap((one): [string, string][] => (one.set === undefined ? [] : [[`${one.type} ${field}`, one.set]]))
  })
}

/** The one set of them; of several categories only where each has it, of one also beside what is plainly no word. */
function agreed(all: readonly Occurrence[]): string | undefined {
  const [set, ...others] = new Set(all.flatMap((one) => one.set ?? []))
  const unset = all.filter((one) => one.set === undefined)
  const isOfOne = new Set(all.map(({ category }) => category)).size === 1
  const isTold = others.length > 0 || unset.some(({ isId }) => isId || !isOfOne)
  return isTold ? undefined : set
}
