/** The columns of a table of deals. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Answer, question } from '../../../api/questions.js'
import { PersonalValue } from '../../../components/name.js'
import type { Column } from '../../../components/table/column.js'
import { useWords, type Words } from '../../../components/words.js'
import type { Formats } from '../../../language/formats.js'
import { useFormats, useTexts } from '../../../language/language.js'
import type { Say } from '../../../language/texts.js'
import styles from '../opportunities.module.css'
import { type OpportunitiesText, opportunitiesTexts } from '../texts.js'
import { MoveSaid } from './move-said.js'

type Deal = Answer<'/api/v1/opportunities'>['rows'][number]

export interface DealsShown {
  hasUnit: boolean
  /** ISO day since which what moved is said. */
  since: string
  /** ISO day. */
  today: string
  /** Whether it is asked what moved, and a phone says that before when they close. */
  isMoved?: boolean
}

interface Reading extends DealsShown {
  say: Say<OpportunitiesText>
  words: Words
  formats: Formats
  currency: string | undefined
}

export function useDealColumns(shown: DealsShown): Column<Deal>[] {
  const { data: group } = useQuery(question('/api/v1/group'))
  const reading: Reading = {
    ...shown,
    say: useTexts(opportunitiesTexts),
    words: useWords(),
    formats: useFormats(),
    currency: group?.currency,
  }
  return [...whatColumns(reading), ...worthColumns(reading), ...whenColumns(reading)]
}

function whatColumns({ say, words, hasUnit }: Reading): Column<Deal>[] {
  const unit: Column<Deal> = {
    id: 'unit',
    head: say('unit'),
    sort: 'unit',
    width: 'minmax(100px, 1fr)',
    phone: 'hidden',
    cell: (deal) => deal.unit.name ?? deal.unit.id,
  }
  return [
    {
      id: 'name',
      head: say('deal'),
      sort: 'name',
      width: 'minmax(170px, 1.7fr)',
      cell: ({ id, name }) => (
        <Link to="/opportunities/$id" params={{ id }} className={styles.deal}>
          <PersonalValue of={name} />
        </Link>
      ),
    },
    {
      id: 'customer',
      head: say('customer'),
      sort: 'customer',
      width: 'minmax(150px, 1.5fr)',
      phone: 'second',
      cell: ({ customer }) => (
        <Link to="/customers/$id" params={{ id: customer.id }}>
          {customer.name ?? customer.id}
        </Link>
      ),
    },
    ...(hasUnit ? [] : [unit]),
    {
      id: 'stage',
      head: say('stage'),
      sort: 'stage',
      width: '104px',
      phone: 'second',
      cell: ({ status, stage }) =>
        status === 'open' ? words.of('opportunity-stage', stage) : words.of('opportunity-status', status),
    },
  ]
}

function worthColumns({ say, formats, currency }: Reading): Column<Deal>[] {
  const unsaid = (value: Deal['value']) => (
    <span className={styles.caution}>{say(value ? 'notValued' : 'noAmount')}</span>
  )
  return [
    {
      id: 'value',
      head: say('worth'),
      sort: 'groupMinor',
      numeric: true,
      width: '92px',
      phone: 'end',
      cell: ({ value }) =>
        currency && value?.groupMinor !== undefined ? formats.money(value.groupMinor, currency) : unsaid(value),
    },
    {
      id: 'stated',
      head: say('stated'),
      numeric: true,
      width: '96px',
      phone: 'hidden',
      cell: ({ value }) =>
        value &&
        value.currency !== currency && (
          <span className={styles.quiet}>{formats.money(value.amountMinor, value.currency)}</span>
        ),
    },
    {
      id: 'probability',
      head: say('odds'),
      sort: 'probability',
      numeric: true,
      width: '74px',
      phone: 'hidden',
      cell: ({ status, probability }) =>
        status === 'open' && probability !== undefined && formats.share(probability / 100),
    },
    {
      id: 'weighted',
      head: say('weightedHead'),
      sort: 'weightedMinor',
      numeric: true,
      width: '84px',
      phone: 'hidden',
      cell: ({ status, weightedMinor }) =>
        status === 'open' && currency && weightedMinor !== undefined && formats.money(weightedMinor, currency),
    },
  ]
}

function whenColumns({ say, formats, since, today, isMoved = false }: Reading): Column<Deal>[] {
  const isLate = ({ closesOn = today, status }: Deal) => status === 'open' && closesOn < today
  return [
    {
      id: 'closesOn',
      head: say('closesHead'),
      sort: 'closesOn',
      numeric: true,
      width: '96px',
      phone: isMoved ? 'hidden' : 'second',
      cell: (deal) =>
        deal.closesOn && <span className={isLate(deal) ? styles.alarm : ''}>{formats.day(deal.closesOn)}</span>,
    },
    {
      id: 'moved',
      head: say('movedHead'),
      sort: 'movedAt',
      width: 'minmax(130px, 1.3fr)',
      phone: isMoved ? 'second' : 'hidden',
      cell: (deal) => (
        <>
          <span className={styles.quiet}>{deal.movedAtOn && formats.shortDay(deal.movedAtOn)}</span>{' '}
          <MoveSaid of={deal} since={since} />
        </>
      ),
    },
    {
      id: 'owner',
      head: say('owner'),
      sort: 'owner',
      width: 'minmax(100px, 1fr)',
      phone: 'hidden',
      cell: ({ owner }) => <PersonalValue of={owner?.name} />,
    },
  ]
}
