/** Who works for the group, where and with which roles. */
import { PersonalValue } from '../../../components/name.js'
import styles from '../audit.module.css'
import { Quiet } from './cells.js'
import { defineList } from './list-definition.js'

export const members = defineList<'/api/v1/members'>({
  path: '/api/v1/members',
  usual: 'id',
  keyOf: ({ id }) => id,
  columns: ({ say, words, formats }) => [
    {
      id: 'name',
      head: say('name'),
      sort: 'name',
      width: 'minmax(180px, 2fr)',
      cell: ({ id, name }) => (
        <>
          <span className={styles.name}>
            <PersonalValue of={name} />
          </span>{' '}
          <Quiet>{id}</Quiet>
        </>
      ),
    },
    {
      id: 'function',
      head: say('function'),
      sort: 'function',
      width: 'minmax(110px, 1fr)',
      phone: 'second',
      cell: ({ function: of }) => words.of('function', of),
    },
    { id: 'unit', head: say('unit'), sort: 'unit', width: 'minmax(140px, 1fr)', cell: ({ unit }) => unit.name },
    {
      id: 'roles',
      head: say('roles'),
      width: 'minmax(140px, 1fr)',
      cell: ({ roles }) => formats.list(roles.map((role) => words.of('role', role))),
    },
    { id: 'leads', head: say('leads'), width: '100px', phone: 'named', cell: ({ leads }) => leads && say('yes') },
    { id: 'left', head: say('left'), width: '110px', phone: 'named', cell: ({ left }) => left && say('yes') },
  ],
  fields: ({ say, words, units }) => {
    const flag = [
      { code: 'true', word: say('yes') },
      { code: 'false', word: say('no') },
    ]
    return [
      { id: 'name', label: say('name'), operators: ['starts', 'eq', 'ne'] },
      { id: 'roles', label: say('roles'), operators: ['has'], values: words.in('role') },
      { id: 'function', label: say('function'), operators: ['eq', 'ne'], values: words.in('function') },
      { id: 'unit', label: say('unit'), operators: ['eq', 'ne'], values: units },
      { id: 'leads', label: say('leads'), operators: ['eq'], values: flag },
      { id: 'left', label: say('left'), operators: ['eq'], values: flag },
    ]
  },
})
