/** Every list as a page: which fields its filter may ask about and how, and by which it is sorted. */
import { type ListShape, operatorsOf, type Query, type Registry } from '#kernel'
import { code, generatedNote, table } from './markdown.js'

export function listsPage({ queries }: Registry): string {
  const lists = [...queries.values()].filter(({ lists: own }) => own !== undefined)
  return [
    generatedNote,
    '# Lists',
    'What the lists of the API may be asked, all in one grammar ([how](../how-to/use-the-api.md#lists)): `filter` combines conditions on fields by `and`, `or`, `not` and brackets, `sort` names fields by comma, with `-` in front to begin with the greatest. A list answers `rows`, and `next` where there are more.',
    ...lists.sort((a, b) => (a.route < b.route ? -1 : 1)).flatMap(listedBy),
    '',
  ].join('\n\n')
}

function listedBy({ route, about, lists = [] }: Query): string[] {
  return [`## GET ${route}`, about, ...lists.flatMap((shape) => shapeShown(shape))]
}

function shapeShown({ askedWith, fields, sorts, usual }: ListShape): string[] {
  const rows = Object.entries(fields).map(([name, field]) => [
    code(name),
    field.type,
    operatorsOf(field).map(code).join(' '),
    (field.choices ?? []).join(', '),
  ])
  const sorted = `Sorted by ${Object.keys(sorts).map(code).join(', ')}; by ${code(usual)} unless asked otherwise.`
  return [
    ...(askedWith === undefined ? [] : [`With ${code(askedWith)}:`]),
    table(['field', 'type', 'asked with', 'one of'], rows),
    sorted,
  ]
}
