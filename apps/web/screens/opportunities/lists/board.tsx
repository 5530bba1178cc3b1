/** The open opportunities by stage, a lane for each. */
import { type Answer, question } from '../../../api/questions.js'
import { Answered } from '../../../components/answered.js'
import { Board, BoardLane, LanesNamed } from '../../../components/board/board.js'
import { useLanePages } from '../../../components/board/lane-pages.js'
import { Empty, Failed } from '../../../components/notice.js'
import { capital, useWords } from '../../../components/words.js'
import { useFormats, useTexts } from '../../../language/language.js'
import type { OpportunitiesAddress } from '../address.js'
import { LeftOut } from '../head.js'
import styles from '../opportunities.module.css'
import { opportunitiesTexts } from '../texts.js'
import { totalsOf } from '../totals.js'
import { DealCard } from './card.js'

type DealColumn = Answer<'/api/v1/boards/opportunities'>['columns'][number]

export interface DealBoardProps {
  profile: OpportunitiesAddress['profile']
  filter: string | undefined
  hasUnit: boolean
  /** ISO day since which what moved is marked. */
  since: string
  /** ISO day. */
  today: string
}

const cardsAtOnce = 20

export function DealBoard({ profile, filter, ...shown }: DealBoardProps) {
  const say = useTexts(opportunitiesTexts)
  const query = { filter, profile, limit: cardsAtOnce }
  return (
    <Answered of={question('/api/v1/boards/opportunities', { query })}>
      {({ columns, currency }) => {
        if (columns.every(({ total }) => total === 0)) return <Empty>{say(filter ? 'noneFound' : 'none')}</Empty>
        return (
          <Board label={say('board')} narrow>
            {profile === undefined && <KindsNamed />}
            {(profile === undefined ? inLanes(columns) : columns).map((column) => (
              <DealLane
                key={`${column.stage} ${profile} ${filter}`}
                column={column}
                query={{ ...query, stage: column.stage }}
                shown={{ ...shown, currency }}
              />
            ))}
          </Board>
        )
      }}
    </Answered>
  )
}

type Stage = DealColumn['stage']

/** Where both kinds of sale go the same way, where each goes its own, and where they meet again. */
const lanes: readonly (readonly [profile: DealBoardProps['profile'], ...stages: Stage[]])[] = [
  [undefined, 'prospecting', 'engaging'],
  ['product-sale', 'needs-agreed', 'offered'],
  ['project-sale', 'specified', 'tendering', 'shortlisted'],
  [undefined, 'negotiating'],
]
const stagesInLanes = lanes.flatMap(([, ...stages]) => stages)

const inLanes = (columns: readonly DealColumn[]): DealColumn[] =>
  columns.toSorted((a, b) => stagesInLanes.indexOf(a.stage) - stagesInLanes.indexOf(b.stage))

/** Over the lanes that only one kind of sale goes through. */
function KindsNamed() {
  const words = useWords()
  return lanes.map(([profile, ...stages]) => {
    const [first = 'prospecting'] = stages
    if (!profile) return null
    return (
      <LanesNamed key={profile} first={stagesInLanes.indexOf(first) + 1} count={stages.length}>
        {capital(words.of('profile', profile))}
      </LanesNamed>
    )
  })
}

interface DealLaneProps {
  column: DealColumn
  query: Pick<DealBoardProps, 'profile' | 'filter'> & { stage: DealColumn['stage']; limit: number }
  shown: Pick<DealBoardProps, 'hasUnit' | 'since' | 'today'> & { currency: string | undefined }
}

function DealLane({ column, query, shown }: DealLaneProps) {
  const say = useTexts(opportunitiesTexts)
  const formats = useFormats()
  const words = useWords()
  const { rows, more, error } = useLanePages('/api/v1/boards/opportunities', query, column)
  const { currency } = shown
  const foreign = column.stated.filter((each) => each.currency !== currency)
  const totals = (
    <>
      {currency !== undefined && column.total > 0 && (
        <>
          <p className={styles.total}>{formats.money(column.groupMinor, currency)}</p>
          <p>{say('weighted', { amount: formats.money(column.weightedMinor, currency) })}</p>
        </>
      )}
      {foreign.length > 0 && (
        <p>
          {say('ofWhich', {
            amounts: formats.list(foreign.map((each) => formats.money(each.amountMinor, each.currency))),
          })}
        </p>
      )}
      <LeftOut of={totalsOf([column])} />
    </>
  )
  return (
    <BoardLane
      title={capital(words.of('opportunity-stage', column.stage))}
      count={formats.number(column.total)}
      totals={totals}
      more={more && { ...more, label: say('more', { count: column.total - rows.length }) }}
    >
      {rows.map((row) => (
        <DealCard key={row.id} of={row} shown={shown} />
      ))}
      {error && (
        <li>
          <Failed error={error} />
        </li>
      )}
    </BoardLane>
  )
}
