/** The columns of the events behind a number. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Answer } from '../../../api/questions.js'
import { PersonalValue } from '../../../components/name.js'
import type { Column } from '../../../components/table/column.js'
import { useFormats, useTexts } from '../../../language/language.js'
import type { Metric } from '../address.js'
import { useSaid } from '../words/said.js'
import { figuresTexts } from '../words/texts.js'
import styles from './figure-events.module.css'
import { figureEventsTexts } from './texts.js'

type Contribution = Answer<'/api/v1/figures/{metric}/events'>['events'][number]

export function useEventColumns(metric: Metric | undefined): Column<Contribution>[] {
  const say = useTexts(figureEventsTexts)
  const formats = useFormats()
  const { adds } = useAdds(metric)
  return [
    { id: 'day', head: say('countsOn'), width: '104px', phone: 'second', cell: ({ day }) => formats.day(day) },
    { id: 'what', head: say('what'), width: 'minmax(150px, 1.9fr)', phone: 'first', cell: (row) => <What of={row} /> },
    {
      id: 'customer',
      head: say('customer'),
      width: 'minmax(160px, 1.6fr)',
      cell: ({ customer }) =>
        customer && (
          <Link to="/customers/$id" params={{ id: customer.id }}>
            {customer.name ?? customer.id}
          </Link>
        ),
    },
    {
      id: 'unit',
      head: say('unit'),
      width: 'minmax(110px, 1.1fr)',
      phone: 'hidden',
      cell: ({ unit }) => unit?.name ?? unit?.id,
    },
    {
      id: 'member',
      head: say('member'),
      width: 'minmax(120px, 1.2fr)',
      phone: 'second',
      cell: ({ member, actor }) => <PersonalValue of={member?.name ?? actor.name} />,
    },
    { id: 'adds', head: say('adds'), numeric: true, width: '110px', phone: 'end', cell: adds },
    {
      id: 'known',
      head: say('knownSince'),
      numeric: true,
      width: '112px',
      phone: 'hidden',
      cell: ({ known }) => <span className={styles.quiet}>{formats.day(known)}</span>,
    },
  ]
}

/** What it is about, by its name where it has one, and what happened: a deal opens, and so does the event. */
function What({ of: { type, record, kindName, customer, position } }: { of: Contribution }) {
  const kind = kindName ?? type
  const isDeal = type.startsWith('opportunity.')
  const event = customer ? (
    <Link
      to="/customers/$id"
      params={{ id: customer.id }}
      search={{ event: position }}
      className={isDeal ? styles.quiet : styles.deal}
    >
      {kind}
    </Link>
  ) : (
    kind
  )
  if (!isDeal) return event
  return (
    <>
      <Link to="/opportunities/$id" params={{ id: record.id }} className={styles.deal}>
        {record.name ? <PersonalValue of={record.name} /> : record.id}
      </Link>{' '}
      {event}
    </>
  )
}

/** What a contribution adds: an amount, a part of a whole, how long it took, or one. */
function useAdds(metric: Metric | undefined) {
  const say = useTexts(figuresTexts)
  const formats = useFormats()
  const said = useSaid()
  const adds = ({ value, whole, length, amount }: Contribution): ReactNode => {
    if (!metric) return null
    if (amount && value === undefined) return formats.money(amount.amountMinor, amount.currency)
    if (metric.kind === 'ratio')
      return say('partOf', { part: formats.number(value ?? 0), whole: formats.number(whole) })
    if (metric.kind === 'duration') return said(metric).value(length)
    return metric.unit === 'percent' ? formats.number(value ?? 0) : said(metric).value(value)
  }
  return { adds }
}
