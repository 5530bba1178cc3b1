/** The list of what changed: each with its event, when it happened, and when it was written down. */

import { Link } from '@tanstack/react-router'
import { Empty } from '../../components/notice.js'
import { useRowLinks } from '../../components/table/row-links.js'
import { type Column, Table } from '../../components/table/table.js'
import { useTexts } from '../../language/language.js'
import type { Changed } from '../../score/facts/changed.js'
import { dayAt } from '../../score/facts/days.js'
import { weekMs } from '../../score/facts/facts.js'
import { type Saying, saidOf } from '../../score/marks/said.js'
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
}

/** As the marks of the picture are. */
const markOf = ({ fact, touch, at }: Changed) => ({
  id: `${(fact ?? touch)?.position} ${fact?.slot ?? touch?.unit}`,
  x: 0,
  y: 0,
  at,
  ...(fact ? { fact } : { touches: touch ? [touch] : [] }),
})

/** Its event; of a week, what the timeline has of it. */
function searchOf(row: Changed): CustomerAddress {
  const event = positionOf(markOf(row))
  if (event !== undefined) return { event }
  const unit = row.touch?.unit
  const days = Number.isFinite(row.at) && { from: dayAt(row.at), to: dayAt(row.at + weekMs - 1) }
  return { ...days, ...(unit !== undefined && { unit }) }
}

const keyOf = (changed: Changed): string => `${markOf(changed).id} ${changed.at} ${changed.touch?.by ?? ''}`

export function ChangeList({ id, changed, saying }: ChangeListProps) {
  const say = useTexts(compareTexts)
  const sayScore = useTexts(scoreTexts)
  const table = useRowLinks()
  const count = (of: Changed['change']) =>
    changed.filter(({ change }) => change === of).reduce((sum, { touch }) => sum + (touch?.count ?? 1), 0)
  const said = (row: Changed) => saidOf(markOf(row), saying)
  const columns: Column<Changed>[] = [
    { id: 'when', head: sayScore('when'), width: '96px', cell: (row) => said(row).when },
    {
      id: 'what',
      head: sayScore('what'),
      width: 'minmax(220px, 3fr)',
      cell: (row) => (
        <Link to="/customers/$id" params={{ id }} search={searchOf(row)}>
          {said(row).what}
        </Link>
      ),
    },
    {
      id: 'how',
      head: say('how'),
      width: '150px',
      cell: ({ change }) => <span className={styles[change]}>{say(change)}</span>,
    },
    { id: 'unit', head: sayScore('unit'), cell: (row) => said(row).unit },
    { id: 'who', head: sayScore('who'), cell: (row) => said(row).who },
    { id: 'recorded', head: sayScore('writtenDown'), width: '180px', cell: (row) => said(row).recorded },
  ]
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
            <Table label={say('changes')} columns={columns} rows={changed} total={changed.length} keyOf={keyOf} />
          </div>
        </>
      )}
    </div>
  )
}
