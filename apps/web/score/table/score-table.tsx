/** The same as a table: all that the picture shows, a row each, the latest first. */
import { useMemo } from 'react'
import type { Column } from '../../components/table/column.js'
import { Table } from '../../components/table/table.js'
import { useTexts } from '../../language/language.js'
import type { Timespan } from '../axis/axis.js'
import type { Fact, Touch } from '../facts/facts.js'
import { type Cursor, isKnown } from '../facts/seen.js'
import type { ScoreMark } from '../marks/marks.js'
import { type SaidMark, type Saying, saidOf } from '../marks/said.js'
import { type Opening, positionOf } from '../picture/roving.js'
import styles from '../picture/score.module.css'
import { toolTexts } from '../tool-texts.js'

export interface ScoreTableProps extends Opening {
  /** What the picture shows of time; all of it when absent. */
  window: Timespan | undefined
  /** One by one, where all are counted. */
  nearer: readonly Touch[] | undefined
  saying: Saying
  /** Rows are what had happened, as far as it was known. */
  cursor: Cursor
}

interface Row {
  mark: ScoreMark
  said: SaidMark
}

/** Without a place in the picture: a table has room for each. */
const rowMark = (of: { fact: Fact } | { touch: Touch }, n: number): ScoreMark =>
  'fact' in of
    ? { id: String(n), x: 0, y: 0, at: of.fact.at, fact: of.fact }
    : { id: String(n), x: 0, y: 0, at: of.touch.at, touches: [of.touch] }

/** What follows from others, and the end of a plan, is no row of its own. */
const isRow = ({ line, ends }: Fact): boolean => line !== 'status' && !(line === 'plan' && ends)

export function ScoreTable({ window, nearer, saying, cursor, hrefOf, onOpen }: ScoreTableProps) {
  const { say, facts } = saying
  const sayTool = useTexts(toolTexts)
  const { asOf, knownAt } = cursor
  const rows = useMemo(() => {
    const all = [
      ...facts.facts.filter(isRow).map((fact) => ({ fact, of: fact })),
      ...(nearer ?? facts.touches).map((touch) => ({ touch, of: touch })),
    ]
    return all
      .filter(({ of }) => of.at <= asOf && isKnown(of, knownAt))
      .filter(({ of }) => !window || (of.at >= window.from && of.at <= window.to))
      .sort((a, b) => b.of.at - a.of.at)
      .map((row, n): Row => {
        const mark = rowMark(row, n)
        return { mark, said: saidOf(mark, saying) }
      })
  }, [facts, nearer, window, saying, asOf, knownAt])
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
  // What is said of none takes no room.
  const shown = columns.filter(({ id, cell }) => id === 'what' || rows.some((row) => Boolean(cell(row))))
  return (
    <div className={styles.table}>
      <Table label={sayTool('asTable')} columns={shown} rows={rows} total={rows.length} keyOf={({ mark }) => mark.id} />
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
