/** The list of imports. */
import { Link } from '@tanstack/react-router'
import type { Say } from '../../../language/texts.js'
import styles from '../audit.module.css'
import { MemberCell } from '../lists/cells.js'
import { type AuditList, defineList } from '../lists/list-definition.js'
import type { ImportText } from '../texts/import-texts.js'

const states = ['running', 'stalled', 'completed', 'undoing', 'undone'] as const
const counts = ['recorded', 'changed', 'unchanged', 'setAside', 'refused'] as const

export const importList = (say: Say<ImportText>): AuditList<'/api/v1/imports'> =>
  defineList({
    path: '/api/v1/imports',
    usual: '-startedAt',
    keyOf: ({ id }) => id,
    columns: ({ formats }) => [
      {
        id: 'source',
        head: say('source'),
        sort: 'source',
        width: 'minmax(160px, 2fr)',
        cell: ({ id, source }) => (
          <Link to="/audit/imports/$id" params={{ id }} className={styles.name}>
            {source}
          </Link>
        ),
      },
      {
        id: 'state',
        head: say('state'),
        sort: 'state',
        width: '120px',
        phone: 'end',
        cell: ({ state }) => <span className={state === 'stalled' ? styles.alarm : ''}>{say(state)}</span>,
      },
      {
        id: 'by',
        head: say('by'),
        width: 'minmax(150px, 1fr)',
        phone: 'second',
        cell: ({ by }) => <MemberCell of={by} />,
      },
      {
        id: 'startedAt',
        head: say('startedAt'),
        sort: 'startedAt',
        width: '150px',
        phone: 'second',
        cell: ({ startedAt }) => formats.moment(startedAt),
      },
      {
        id: 'total',
        head: say('total'),
        sort: 'total',
        numeric: true,
        width: '90px',
        cell: ({ total }) => formats.number(total),
      },
      ...counts.map((of) => ({
        id: of,
        head: say(of),
        numeric: true,
        width: '100px',
        phone: 'hidden' as const,
        cell: ({ counts: counted }: { counts: Record<(typeof counts)[number], number> }) =>
          counted[of] > 0 && formats.number(counted[of]),
      })),
    ],
    fields: () => [
      { id: 'source', label: say('source'), operators: ['starts', 'eq', 'ne'] },
      {
        id: 'state',
        label: say('state'),
        operators: ['eq', 'ne'],
        values: states.map((code) => ({ code, word: say(code) })),
      },
      { id: 'startedAt', label: say('startedAt'), operators: ['ge', 'le'], type: 'date' },
      { id: 'total', label: say('total'), operators: ['ge', 'le'], type: 'number' },
    ],
  })
