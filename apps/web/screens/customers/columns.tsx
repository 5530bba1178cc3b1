/** The columns that the list of customers can have, and which of them it has unless told. */
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/questions.js'
import { PersonalValue } from '../../components/name.js'
import { StageName } from '../../components/stage-name.js'
import type { Column } from '../../components/table/table.js'
import type { Words } from '../../components/words.js'
import type { Formats } from '../../language/formats.js'
import type { Say } from '../../language/texts.js'
import { SmallScore } from '../../score/small/small-score.js'
import styles from './customers.module.css'
import type { CustomersText } from './texts.js'

export type CustomerRow = Answer<'/api/v1/customers'>['rows'][number]

export interface Reading {
  say: Say<CustomersText>
  words: Words
  formats: Formats
  /** Of the group. */
  currency: string
  now: number
  /** Whether one unit is looked at, so that rows say how they stand there. */
  hasUnit: boolean
}

/** A column, and whether it says something of one unit only. */
type CustomerColumn = Column<CustomerRow> & { ofUnit?: true; ofGroup?: true }

/** In the order in which they stand: on a phone the picture comes first. */
export const columnsOnPhone = ['name', 'score', 'stage', 'status', 'lastTouch']

export const columnsUnlessTold = ['name', 'stage', 'score', 'status', 'units', 'owner', 'open', 'lastTouch']

export function customerColumns({ say, words, formats, currency, now, hasUnit }: Reading): CustomerColumn[] {
  const columns: CustomerColumn[] = [
    {
      id: 'name',
      head: say('name'),
      sort: 'name',
      width: 'minmax(min(240px, 42vw), 3fr)',
      cell: ({ id, name, city }) => (
        <>
          <Link to="/customers/$id" params={{ id }} className={styles.name}>
            {name ?? id}
          </Link>{' '}
          <span className={styles.quiet}>{city}</span>
        </>
      ),
    },
    {
      id: 'stage',
      head: say('stage'),
      sort: 'stage',
      width: '140px',
      cell: ({ stage, here }) => <StageName of={here?.stage ?? stage} />,
    },
    {
      id: 'score',
      head: say('score'),
      width: '200px',
      cell: ({ spark }) => spark && <SmallScore of={spark} now={now} />,
    },
    {
      id: 'status',
      head: say('status'),
      width: '110px',
      ofUnit: true,
      cell: ({ here }) =>
        here && (
          <span className={here.status === 'passive' ? styles.caution : ''}>{words.of('status', here.status)}</span>
        ),
    },
    {
      id: 'units',
      head: say('units'),
      width: 'minmax(120px, 1.2fr)',
      ofGroup: true,
      cell: ({ units }) => formats.list(units.map(({ id, name }) => name ?? id)),
    },
    {
      id: 'owner',
      head: say('owner'),
      sort: 'owner',
      width: 'minmax(120px, 1fr)',
      ofUnit: true,
      cell: ({ here }) => <PersonalValue of={here?.owner?.name} />,
    },
    {
      id: 'sector',
      head: say('sector'),
      sort: 'sector',
      width: 'minmax(110px, 1fr)',
      cell: ({ sector }) => sector && words.of('sector', sector),
    },
    { id: 'country', head: say('country'), sort: 'country', width: '72px', cell: ({ country }) => country },
    { id: 'city', head: say('city'), sort: 'city', cell: ({ city }) => city },
    {
      id: 'employees',
      head: say('employees'),
      sort: 'employees',
      numeric: true,
      width: '100px',
      cell: ({ employees }) => employees !== undefined && formats.number(employees),
    },
    {
      id: 'open',
      head: say('open'),
      sort: 'openGroupMinor',
      numeric: true,
      width: '130px',
      cell: ({ openGroupMinor, openUnvalued }) => (
        <>
          {openGroupMinor !== undefined && openGroupMinor > 0 && formats.money(openGroupMinor, currency)}
          {openUnvalued && <NotValued of={openUnvalued} say={say} />}
        </>
      ),
    },
    {
      id: 'lastTouch',
      head: say('lastTouch'),
      sort: 'lastTouch',
      numeric: true,
      width: '110px',
      cell: ({ here, ...group }) => {
        const { lastTouch, lastTouchOn } = here ?? group
        if (lastTouch === undefined) return null
        return <span className={styles.quiet}>{formats.shortDay(lastTouchOn ?? lastTouch)}</span>
      },
    },
  ]
  return columns.filter(({ ofUnit, ofGroup }) => (hasUnit ? !ofGroup : !ofUnit))
}

interface NotValuedProps {
  of: readonly { currency: string; count: number }[]
  say: Say<CustomersText>
}

function NotValued({ of, say }: NotValuedProps) {
  const count = of.reduce((sum, each) => sum + each.count, 0)
  const currencies = of.map(({ currency }) => currency).join(', ')
  return (
    <span className={styles.caution} title={say('unvalued', { count, currencies })}>
      {' '}
      +{count} {currencies}
    </span>
  )
}
