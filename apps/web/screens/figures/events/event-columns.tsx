/** The columns of the events behind a number. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Answer } from '../../../api/questions.js'
import { PersonalValue } from '../../../components/name.js'
import type { Column } from '../../../components/table/table.js'
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
    { id: 'day', head: say('countsOn'), width: '104px', cell: ({ day }) => formats.day(day) },
    { id: 'what', head: say('what'), width: 'minmax(200px, 2fr)', cell: (row) => <What of={row} /> },
    {
      id: 'customer',
      head: say('customer'),
      width: 'minmax(180px, 1.8fr)',
      cell: ({ customer, customerName }) =>
        customer && (
          <Link to="/customers/$id" params={{ id: customer }}>
            {customerName ?? customer}
          </Link>
        ),
    },
    { id: 'unit', head: say('unit'), width: 'minmax(120px, 1.2fr)', cell: ({ unit, unitName }) => unitName ?? unit },
    {
      id: 'member',
      head: say('member'),
      width: 'minmax(120px, 1.2fr)',
      cell: ({ memberName, actorName }) => <PersonalValue of={memberName ?? actorName} />,
    },
    { id: 'adds', head: say('adds'), numeric: true, width: '110px', cell: adds },
    {
      id: 'known',
      head: say('knownSince'),
      numeric: true,
      width: '112px',
      cell: ({ known }) => <span className={styles.quiet}>{formats.day(known)}</span>,
    },
  ]
}

/** What it is about, by its name where it has one; a deal opens. */
function What({ of: { type, record, recordName, kindName } }: { of: Contribution }) {
  const kind = kindName ?? type
  if (!type.startsWith('opportunity.')) return kind
  return (
    <>
      <Link to="/opportunities/$id" params={{ id: record }} className={styles.deal}>
        {recordName ? <PersonalValue of={recordName} /> : record}
      </Link>{' '}
      <span className={styles.quiet}>{kind}</span>
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
