/** The catalogue of events as a page: every stored type with its fields, what of it is sealed, and an example. */
import {
  commandEvents,
  type EventDefinition,
  type Field,
  fieldsOf,
  type Json,
  type PayloadClass,
  processEvents,
  type Slice,
} from '#kernel'
import { code, generatedNote, table } from './markdown.js'

export function eventsPage(slices: readonly Slice[]): string {
  const withEvents = slices.filter((slice) => slice.events.length > 0)
  return [
    generatedNote,
    '# Events',
    'Everything that can be recorded. A stored type never changes its meaning; optional additions keep the version, anything else raises it. Sealed fields stand encrypted in the log: *writing* with the key of whom it is about, *contact* and *member* with that person’s own, *import* with the key of the import’s files.',
    ...withEvents.flatMap((slice) => [
      `## ${slice.name}`,
      slice.about,
      ...slice.events.flatMap((family) => family.definitions.map(section)),
    ]),
    '## Commands',
    'What is written down of commands themselves: where one goes whose body decides that, and what belongs together though it is recorded on several streams.',
    ...[commandEvents, processEvents].flatMap((family) => family.definitions.map(section)),
    '',
  ].join('\n\n')
}

function section({ type, version, payload, examples, texts, touchpoint, families = [] }: EventDefinition): string {
  const marks = [
    `Version ${version}`,
    ...(touchpoint ? [`on the timeline as *${touchpoint.kind}*`] : []),
    ...(families.length > 0 ? [`of the families ${families.map(({ family }) => `*${family.name}*`).join(', ')}`] : []),
  ]
  const rows = rowsOf(payload, '')
  return [
    `### ${type}`,
    ...(texts
      ? [
          `${texts.en} (${Object.entries(texts)
            .flatMap(([language, text]) => (language === 'en' ? [] : `${language} ${text}`))
            .join(', ')}).`,
        ]
      : []),
    `${marks.join(' · ')}.`,
    rows.length === 0 ? 'It has no fields.' : table(['field', 'type', 'required', 'sealed'], rows),
    `\`\`\`json\n${JSON.stringify(examples[0], null, 2)}\n\`\`\``,
  ].join('\n\n')
}

/** One row per field; those of nested values under a dotted name. */
function rowsOf(payload: PayloadClass, prefix: string): string[][] {
  return fieldsOf(payload).flatMap((field) => {
    const name = `${prefix}${field.name}${field.list && field.nested ? '[]' : ''}`
    const own = [code(name), typeOf(field), field.optional ? '' : 'yes', field.sealedFor ?? '']
    return field.nested ? [own, ...rowsOf(field.nested, `${name}.`)] : [own]
  })
}

function typeOf(field: Field): string {
  const { schema, refersTo, list, nested } = field
  if (nested) return list ? 'list' : 'object'
  const inner = list ? (schema.items as { [key: string]: Json }) : schema
  const named = refersTo ? `id of a ${refersTo}` : (choicesOf(inner) ?? formatOf(inner))
  return list ? `list of: ${named}` : named
}

const choicesOf = (schema: { [key: string]: Json }): string | undefined =>
  Array.isArray(schema.enum) ? schema.enum.map((each) => code(String(each))).join(', ') : undefined

function formatOf({ type, format, minimum, maximum, maxLength }: { [key: string]: Json }): string {
  const name = typeof format === 'string' ? format.slice('k-'.length) : String(type)
  if (maxLength !== undefined) return `${name}, at most ${maxLength} characters`
  return minimum === undefined ? name : `${name}, ${minimum} to ${maximum}`
}
