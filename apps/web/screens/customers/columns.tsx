/** The columns that the list of customers can have, and which of them it has unless told. */
import { Link } from '@tanstack/react-router'
import type { Answer } from '../../api/questions.js'
import { PersonalValue } from '../../components/name.js'
import { StageName, StatusName } from '../../components/stage-name.js'
import type { Column } from '../../components/table/column.js'
import { type Words, widthOf } from '../../components/words.js'
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
  isPhone: boolean
}

/** px */
const phoneScoreWidth = 96

/** A column, and whether it says something of one unit only. */
type CustomerColumn = Column<CustomerRow> & { ofUnit?: true; ofGroup?: true }

export const columnsUnlessTold = ['name', 'stage', 'score', 'status', 'units', 'owner', 'open', 'lastTouch']

export function customerColumns(reading: Reading): CustomerColumn[] {
  const columns = [...standingColumns(reading), ...profileColumns(reading), ...latestColumns(reading)]
  return columns.filter(({ ofUnit, ofGroup }) => (reading.hasUnit ? !ofGroup : !ofUnit))
}

function standingColumns({ say, words, formats, now, isPhone }: Reading): CustomerColumn[] {
  return [
    {
      id: 'name',
      head: say('name'),
      sort: 'name',
      width: 'minmax(240px, 3fr)',
      phone: 'first',
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
      width: widthOf(say('stage'), words.in('stage')),
      phone: 'second',
      cell: ({ stage, here }) => <StageName of={here?.stage ?? stage} />,
    },
    {
      id: 'score',
      head: say('score'),
      width: '200px',
      cell: ({ spark }) => spark && <SmallScore of={spark} now={now} {...(isPhone && { width: phoneScoreWidth })} />,
    },
    {
      id: 'status',
      head: say('status'),
      width: widthOf(say('status'), words.in('status')),
      ofUnit: true,
      cell: ({ here }) => here && <StatusName of={here.status} />,
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
      phone: 'hidden',
      ofUnit: true,
      cell: ({ here }) => <PersonalValue of={here?.owner?.name} />,
    },
  ]
}

function profileColumns({ say, words, formats }: Reading): CustomerColumn[] {
  return [
    {
      id: 'sector',
      head: say('sector'),
      sort: 'sector',
      width: 'minmax(110px, 1fr)',
      cell: ({ sector }) => sector && words.of('sector', sector),
    },
    {
      id: 'country',
      head: say('country'),
      sort: 'country',
      width: 'minmax(80px, 0.6fr)',
      cell: ({ country }) => country && formats.country(country),
    },
    { id: 'city', head: say('city'), sort: 'city', cell: ({ city }) => city },
    {
      id: 'employees',
      head: say('employees'),
      sort: 'employees',
      numeric: true,
      width: '100px',
      cell: ({ employees }) => employees !== undefined && formats.number(employees),
    },
  ]
}

function latestColumns({ say, formats, currency }: Reading): CustomerColumn[] {
  return [
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
      phone: 'end',
      cell: ({ here, ...group }) => {
        const { lastTouch, lastTouchOn } = here ?? group
        if (lastTouch === undefined) return null
        return <span className={styles.quiet}>{formats.shortDay(lastTouchOn ?? lastTouch)}</span>
      },
    },
  ]
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
