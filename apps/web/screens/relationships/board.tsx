/** The relationships by stage, a lane for each. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Answer, question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { Board, BoardLane } from '../../components/board/board.js'
import { useLanePages } from '../../components/board/lane-pages.js'
import { Empty, Failed } from '../../components/notice.js'
import { capital } from '../../components/words.js'
import { useFormats, useTexts } from '../../language/language.js'
import { rankOf } from '../../look/stages.js'
import type { RelationshipsAddress, Stage } from './address.js'
import { RelationshipCard } from './card.js'
import styles from './relationships.module.css'
import { relationshipsTexts } from './texts.js'

type BoardAnswer = Answer<'/api/v1/boards/relationships'>

export interface RelationshipBoardProps {
  address: RelationshipsAddress
  /** Of the address, and the unit. */
  filter: string | undefined
  hasUnit: boolean
  /** ms */
  now: number
}

const cardsAtOnce = 12
const cardsOfOne = 50

export function RelationshipBoard({ address: { stage }, filter, hasUnit, now }: RelationshipBoardProps) {
  const say = useTexts(relationshipsTexts)
  const query = { filter, stage, limit: stage ? cardsOfOne : cardsAtOnce }
  const { data: all } = useQuery(question('/api/v1/relationships', { query: { limit: 1, filter } }))
  return (
    <Answered of={question('/api/v1/boards/relationships', { query })}>
      {({ columns, currency }) => {
        const shown = columns.filter((column) => stage === undefined || column.stage === stage)
        if (shown.every(({ total }) => total === 0)) return <Empty>{say(filter ? 'noneFound' : 'none')}</Empty>
        return (
          <Board label={say('board')}>
            {shown.map((column) => (
              <StageLane
                key={`${column.stage} ${filter}`}
                column={column}
                target={all?.stages.find((each) => each.stage === column.stage)?.target}
                about={{
                  currency,
                  hasUnit,
                  now,
                  query: { ...query, stage: column.stage },
                  isAlone: stage !== undefined,
                }}
              />
            ))}
          </Board>
        )
      }}
    </Answered>
  )
}

interface StageLaneProps {
  column: BoardAnswer['columns'][number]
  target: number | undefined
  about: {
    currency: string | undefined
    hasUnit: boolean
    now: number
    query: { filter: string | undefined; stage: Stage; limit: number }
    isAlone: boolean
  }
}

function StageLane({ column, target, about: { currency, hasUnit, now, query, isAlone } }: StageLaneProps) {
  const say = useTexts(relationshipsTexts)
  const formats = useFormats()
  const { rows, more, error } = useLanePages('/api/v1/boards/relationships', query, column)
  const { stage, name, total, boughtGroupMinor, boughtUnvalued } = column
  const bought = currency !== undefined && boughtGroupMinor > 0 && (
    <p title={say('boughtAbout')}>{say('bought', { amount: formats.shortMoney(boughtGroupMinor, currency) })}</p>
  )
  const totals = (
    <>
      {bought || <p>{say('nothingBought')}</p>}
      {boughtUnvalued > 0 && <p className={styles.caution}>{say('unvalued', { count: boughtUnvalued })}</p>}
    </>
  )
  return (
    <BoardLane
      title={
        <Link to="." search={(before) => ({ ...before, stage })}>
          {capital(name)}
        </Link>
      }
      count={target === undefined ? formats.number(total) : say('ofTarget', { count: total, target })}
      rank={rankOf(stage)}
      totals={totals}
      wide={isAlone}
      more={more && { ...more, label: say('more', { count: total - rows.length }) }}
    >
      {rows.map((row) => (
        <RelationshipCard key={row.id} of={row} about={{ currency, hasUnit, now }} />
      ))}
      {error && (
        <li>
          <Failed error={error} />
        </li>
      )}
    </BoardLane>
  )
}
