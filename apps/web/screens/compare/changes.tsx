/** The list of what changed, what weighs most first: each with its event, when it happened, and when it was written down. */
import { Link } from '@tanstack/react-router'
import { Empty } from '../../components/notice.js'
import type { Column } from '../../components/table/column.js'
import { useRowLinks } from '../../components/table/row-links.js'
import { Table } from '../../components/table/table.js'
import { EventLink } from '../../history/event-link.js'
import { useTexts } from '../../language/language.js'
import type { Moment } from '../../past/moment.js'
import type { Changed } from '../../score/facts/changed.js'
import { dayAt } from '../../score/facts/days.js'
import { weekMs } from '../../score/facts/facts.js'
import { type SaidMark, type Saying, saidOf } from '../../score/marks/said.js'
import { positionOf } from '../../score/picture/roving.js'
import { scoreTexts } from '../../score/texts.js'
import type { CustomerAddress } from '../customer/address.js'
import styles from './compare.module.css'
import { compareTexts } from './texts.js'

export interface ChangeListProps {
  /** Of the customer. */
  id: string
  changed: readonly Changed[]
  saying: Saying
  /** The later of both moments. */
  after: Moment
}

/** As the marks of the picture are. */
const markOf = ({ fact, touch, at }: Changed) => ({
  id: `${(fact ?? touch)?.position} ${fact?.slot ?? touch?.unit}`,
  x: 0,
  y: 0,
  at,
  ...(fact ? { fact } : { touches: touch ? [touch] : [] }),
})

/** Of a week, what the timeline has of it. */
function searchOf(row: Changed): CustomerAddress {
  const unit = row.touch?.unit
  const days = Number.isFinite(row.at) && { from: dayAt(row.at), to: dayAt(row.at + weekMs - 1) }
  return { ...days, ...(unit !== undefined && { unit }) }
}

const keyOf = (changed: Changed): string => `${markOf(changed).id} ${changed.at} ${changed.touch?.by ?? ''}`

/** Lines of the score, what they weigh for the relationship. */
const weights = ['stage', 'status', 'target', 'promise', 'income', 'key-account', 'owner', 'project', 'post']

/** Encounters, and those that are planned, come last. */
function weightOf({ fact }: Changed): number {
  const place = fact ? weights.indexOf(fact.line) : -1
  return place < 0 ? weights.length : place
}

interface Row {
  of: Changed
  said: SaidMark
}

export function ChangeList({ id, changed, saying, after }: ChangeListProps) {
  const say = useTexts(compareTexts)
  const sayScore = useTexts(scoreTexts)
  const table = useRowLinks()
  const count = (of: Changed['change']) =>
    changed.filter(({ change }) => change === of).reduce((sum, { touch }) => sum + (touch?.count ?? 1), 0)
  // Of the same weight the latest stands first, as it came.
  const rows = changed
    .toSorted((a, b) => weightOf(a) - weightOf(b))
    .map((of): Row => ({ of, said: saidOf(markOf(of), saying) }))
  const columns: Column<Row>[] = [
    { id: 'when', head: sayScore('when'), width: '110px', cell: ({ said }) => said.when },
    {
      id: 'what',
      head: sayScore('what'),
      width: 'minmax(220px, 3fr)',
      cell: (row) => <What {...row} {...{ id, after }} />,
    },
    {
      id: 'how',
      head: say('how'),
      width: '150px',
      cell: ({ of: { change } }) => <span className={styles[change]}>{say(change)}</span>,
    },
    {
      id: 'unit',
      head: sayScore('unit'),
      width: 'minmax(120px, 1.4fr)',
      cell: ({ said: { unit, who } }) => [unit, who].filter((part) => part !== undefined).join(' · '),
    },
  ]
  // What is said of none takes no room.
  const shown = columns.filter(({ id: name, cell }) => name === 'what' || rows.some((row) => Boolean(cell(row))))
  return (
    <div className={styles.changes}>
      <h2>{say('changes')}</h2>
      {changed.length === 0 ? (
        <Empty>{say('none')}</Empty>
      ) : (
        <>
          <p className={styles.summary}>
            {say('summary', { happened: count('happened'), light: count('light'), otherwise: count('otherwise') })}
          </p>
          <div ref={table}>
            <Table
              label={say('changes')}
              columns={shown}
              rows={rows}
              total={rows.length}
              keyOf={({ of }) => keyOf(of)}
            />
          </div>
        </>
      )}
    </div>
  )
}

/** Leads to its event over the comparison; of a week to what the timeline has of it. */
function What({ id, after, of, said }: Row & Pick<ChangeListProps, 'id' | 'after'>) {
  const event = positionOf(markOf(of))
  return (
    <>
      {event === undefined ? (
        <Link to="/customers/$id" params={{ id }} search={{ ...after, ...searchOf(of) }}>
          {said.what}
        </Link>
      ) : (
        <EventLink to={event}>{said.what}</EventLink>
      )}
      {said.recorded && <span className={styles.recorded}>{said.recorded}</span>}
    </>
  )
}
