/** The same as a table: every mark of the picture is a row, the latest first. */
import { useMemo } from 'react'
import { type Column, Table } from '../../components/table/table.js'
import type { Cursor } from '../facts/seen.js'
import type { MarkLane, ScoreMark } from '../marks/marks.js'
import { type Said, type Saying, saidOf } from '../marks/said.js'
import { type Opening, positionOf } from '../picture/roving.js'
import styles from '../picture/score.module.css'

export interface ScoreTableProps extends Opening {
  lanes: readonly MarkLane[]
  saying: Saying
  /** Rows are what had happened, as far as it was known. */
  cursor: Cursor
}

interface Row {
  mark: ScoreMark
  said: Said
}

const whenKnown = ({ fact, touches = [] }: ScoreMark): number => (fact ?? touches[0])?.knownFrom ?? 0

export function ScoreTable({ lanes, saying, cursor, hrefOf, onOpen }: ScoreTableProps) {
  const { say } = saying
  const { asOf, knownAt } = cursor
  const rows = useMemo(
    () =>
      lanes
        .flat()
        .filter((mark) => mark.at <= asOf && whenKnown(mark) <= knownAt)
        .sort((a, b) => b.at - a.at)
        .map((mark): Row => ({ mark, said: saidOf(mark, saying) })),
    [lanes, saying, asOf, knownAt],
  )
  const columns: Column<Row>[] = [
    { id: 'when', head: say('when'), width: '110px', cell: ({ said }) => said.when },
    {
      id: 'what',
      head: say('what'),
      width: 'minmax(260px, 3fr)',
      cell: ({ mark, said }) => <What mark={mark} said={said} hrefOf={hrefOf} onOpen={onOpen} />,
    },
    { id: 'unit', head: say('unit'), cell: ({ said }) => said.unit },
    { id: 'who', head: say('who'), cell: ({ said }) => said.who },
    { id: 'recorded', head: say('writtenDown'), width: '180px', cell: ({ said }) => said.recorded },
  ]
  return (
    <div className={styles.table}>
      <Table label={say('score')} columns={columns} rows={rows} total={rows.length} keyOf={({ mark }) => mark.id} />
    </div>
  )
}

function What({ mark, said, hrefOf, onOpen }: Row & Opening) {
  const position = positionOf(mark)
  if (position === undefined) return said.what
  return (
    <a
      href={hrefOf(position)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onOpen(position)
      }}
    >
      {said.what}
    </a>
  )
}
