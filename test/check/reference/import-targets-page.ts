/** All that an import may make, and the fields of each: what a mapping names as `target` and under `fields`. */
import type { FieldKind, TargetCatalogue, TargetField } from '#imports'
import { code, generatedNote, table } from './markdown.js'

export function importTargetsPage(catalogue: TargetCatalogue): string {
  const targets = Object.entries(catalogue)
  return [
    generatedNote,
    '# Import targets',
    'What a [mapping](../how-to/import.md) may make of rows. A field with a dot is written so (`address.city: Town`). A reference is the key of the record it names, as the mapping makes it there.',
    table(
      ['target', 'needs'],
      targets.map(([name, { fields }]) => [`[${name}](#${name})`, neededIn(fields)]),
    ),
    ...targets.flatMap(([name, { fields }]) => [
      `## ${name}`,
      table(
        ['field', 'is', 'needed'],
        Object.entries(fields).map(([field, kind]) => [code(field), kindText(kind), kind.required ? 'yes' : '']),
      ),
    ]),
    '',
  ].join('\n\n')
}

const neededIn = (fields: Readonly<Record<string, TargetField>>): string =>
  Object.entries(fields)
    .filter(([, { required }]) => required)
    .map(([name]) => code(name))
    .join(', ')

function kindText(kind: FieldKind): string {
  switch (kind.kind) {
    case 'text':
      return `text${upTo(kind.max)}`
    case 'label':
      return `${kind.form?.name ?? 'one line'}${upTo(kind.max)}`
    case 'integer':
      return `a whole number${rangeOf(kind)}`
    case 'decimal':
      return kind.digits === undefined ? 'a number' : `a number with at most ${kind.digits} decimals`
    case 'money':
      return 'an amount of money'
    case 'day':
      return 'a day'
    case 'instant':
      return 'a day with a time of day'
    case 'choice':
      return `one of ${kind.choices.map(code).join(', ')}`
    case 'reference':
      return `a reference to [${kind.target}](#${kind.target})`
    case 'list':
      return `a list; each: ${kindText(kind.of)}`
  }
}

const upTo = (max: number | undefined): string => (max === undefined ? '' : `, at most ${max} characters`)

function rangeOf({ min, max }: { min?: number; max?: number }): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`
  if (min !== undefined) return `, at least ${min}`
  return max === undefined ? '' : `, at most ${max}`
}
