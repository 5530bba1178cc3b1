/** Who may write and read what, as slices grant it to roles: one row for each resource. */
import { type Grants, type Resource, roles } from '#kernel'
import { code, generatedNote, table } from './markdown.js'

const cellsOf = (grants: Grants): string[] => roles.map((role) => grants[role] ?? '')

export function accessPage(resources: readonly Resource[]): string {
  const inOrder = [...resources].sort((a, b) => (a.name < b.name ? -1 : 1))
  const byGroup = inOrder.flatMap(({ name, reads }) => (reads ? [[code(name), ...cellsOf(reads)]] : []))
  return [
    generatedNote,
    '# Access',
    'What each role may do, by resources: a slice declares those that are its own, and each kind of record is one of them. *own* is for the units that the role was granted for, *all* for every unit; a record without a unit is own to every unit that deals with its customers. Roles are granted with `POST /api/v1/members/{id}/roles`; `GET /api/v1/me` says what one may write.',
    table(
      ['resource', 'called', 'what belongs to it'],
      inOrder.map(({ name, label, about }) => [code(name), label.en, about]),
    ),
    '## Who writes',
    table(
      ['', ...roles],
      inOrder.map(({ name, writes }) => [code(name), ...cellsOf(writes)]),
    ),
    '## Who reads',
    'What is filed with customers or contacts is read by all who read their history: members and managers that of their own units, or of all where the group shares it; stewards, group management and auditors all of it. Of what is filed with nobody, events are read by:',
    table(['', ...roles], byGroup),
    '',
  ].join('\n\n')
}
