/** The picture itself, in layers: the ground, what came later as a ghost, what nobody knew, and what was told. */
import { useId, useMemo } from 'react'
import { capital } from '../../components/words.js'
import type { Timespan } from '../axis/axis.js'
import { changeOf } from '../facts/changed.js'
import type { Seeing } from '../facts/seen.js'
import { lostPlace } from '../geometry/stages.js'
import type { PictureTexts } from '../geometry/words.js'
import type { ScoreMark } from '../marks/marks.js'
import { memberName, type Saying, stageWord } from '../marks/said.js'
import type { ScorePicture } from '../moving/use-picture.js'
import { GroundPicture, RowNames } from './ground.js'
import { CursorLines, LaterLines } from './handles.js'
import { LayerPicture } from './layer.js'
import styles from './score.module.css'
import { TickPicture } from './ticks.js'
import { PictureWords } from './words.js'

export interface ScoreCanvasProps extends Seeing {
  picture: ScorePicture
  saying: Saying
  period: Timespan | undefined
  /** Both moments are compared: what changed between them is pointed out. */
  isCompared: boolean
  width: number
}

/** Below the rows, for what stands under a line. */
export const footHeight = 18

export function ScoreCanvas({ picture, cursor, later: until, saying, period, isCompared, width }: ScoreCanvasProps) {
  const { axis, rows, measures, told, later, blind, ticks, isPast } = picture
  const id = useId()
  const texts = usePictureTexts(saying, picture)
  const top = measures.head - 12
  const cut = axis.x(cursor.asOf)
  const { facts } = saying
  const begins = axis.x(Math.max(axis.from, facts.begins))
  return (
    <svg
      className={styles.picture}
      width={width}
      height={rows.height + footHeight}
      viewBox={`0 0 ${width} ${rows.height + footHeight}`}
      role="img"
      aria-label={saying.say('about')}
    >
      <clipPath id={`${id}later`}>
        <rect x={cut} y={0} width={Math.max(0, width - cut + 200)} height={rows.height} />
      </clipPath>
      <clipPath id={`${id}earlier`}>
        <rect x={0} y={0} width={cut} height={rows.height} />
      </clipPath>
      <GroundPicture axis={axis} rows={rows} measures={measures} now={facts.now} writtenSince={facts.writtenSince} />
      {isPast && (
        <g className={styles.ghost} clipPath={`url(#${id}later)`}>
          <LayerPicture layer={later} rows={rows} measures={measures} />
        </g>
      )}
      {blind && (
        <g className={styles.blind} clipPath={`url(#${id}earlier)`}>
          <LayerPicture layer={blind} rows={rows} measures={measures} />
        </g>
      )}
      <LayerPicture layer={told} rows={rows} measures={measures} />
      <TickPicture lanes={ticks} rows={rows} from={begins} to={Math.min(cut, axis.x(facts.now))} />
      {period && <PeriodArea period={period} picture={picture} top={top} />}
      {isCompared && <LaterLines axis={axis} cursor={cursor} later={until} top={top} height={rows.height} />}
      <CursorLines {...{ axis, cursor, top }} now={facts.now} height={rows.height} hasBand={!isCompared} />
      <RowNames
        axis={axis}
        rows={rows}
        measures={measures}
        under={underNames(picture, saying)}
        lost={lostUnderNames(picture, texts)}
      />
      <PictureWords picture={picture} texts={texts} cut={cut} />
      {isCompared && <PointedOut picture={picture} cursor={cursor} later={until} />}
    </svg>
  )
}

const ring = { fact: 6.5, touch: 2.6 }

/** Rings around what changed, by what became of it. */
function PointedOut({ picture: { lanes }, cursor, later }: Seeing & { picture: ScorePicture }) {
  const changeOfMark = ({ fact, touches = [] }: ScoreMark) => {
    const changes = (fact ? [fact] : touches).map((of) => changeOf(of, cursor, later))
    return changes.find((change) => change !== undefined)
  }
  return (
    <g className={styles.pointedOut}>
      {lanes.flatMap((lane) =>
        lane.flatMap((mark) => {
          const change = changeOfMark(mark)
          const { id, fact, x, y } = mark
          return change
            ? [<circle key={id} className={styles[change]} cx={x} cy={y} r={fact ? ring.fact : ring.touch} />]
            : []
        }),
      )}
    </g>
  )
}

function PeriodArea({
  period,
  picture: { axis, rows },
  top,
}: {
  period: Timespan
  picture: ScorePicture
  top: number
}) {
  const [from, to] = [axis.x(period.from), axis.x(period.to)]
  return (
    <g>
      <rect className={styles.period} x={from} width={Math.max(0, to - from)} y={top} height={rows.height - top} />
      {[from, to].map((x, n) => (
        <line key={n === 0 ? 'from' : 'to'} className={styles.periodEdge} x1={x} x2={x} y1={top} y2={rows.height} />
      ))}
    </g>
  )
}

function usePictureTexts(saying: Saying, { axis, measures: { isCompact } }: ScorePicture): PictureTexts {
  const { say, formats } = saying
  return useMemo(() => {
    const month = (ms: number) => formats.shortMonth(new Date(ms).toISOString())
    return {
      left: axis.left,
      right: axis.right,
      isCompact,
      passive: say('passive'),
      lost: (from) => say('lost', { month: month(from) }),
      name: ({ fact }) => capital(stageWord(fact.says.stage, saying)),
      since: ({ fact }) => (Number.isFinite(fact.at) ? say('since', { month: month(fact.at) }) : ''),
      target: ({ fact, rank }) => {
        const by = typeof fact.says.by === 'string' ? formats.shortMonth(fact.says.by) : ''
        const until = by === '' ? '' : say('by', { month: by })
        return { whole: rank < 0 ? until : `${capital(stageWord(fact.says.stage, saying))} ${until}`, short: until }
      },
    }
  }, [saying, axis, isCompact, say, formats])
}

/** Who leads, as of the cursor; in a narrow picture how it stands before that. */
function underNames({ told, measures: { isCompact } }: ScorePicture, saying: Saying): Map<string, string[]> {
  const { say, formats } = saying
  return new Map(
    [...told.units].map(([id, { owner, isKeyAccount, steps }]) => {
      const last = steps.findLast(({ isLast }) => isLast)
      const since = last && Number.isFinite(last.fact.at) ? new Date(last.fact.at).toISOString() : undefined
      const stage = last ? capital(stageWord(last.fact.says.stage, saying)) : ''
      const stands = since ? `${stage} ${say('since', { month: formats.shortMonth(since) })}` : stage
      const lines = [
        isCompact ? stands : '',
        !isCompact && owner !== undefined ? memberName(owner, saying) : '',
        isKeyAccount ? say('keyAccount') : '',
      ]
      return [id, lines.filter((line) => line !== '')]
    }),
  )
}

/** Under the name where the picture has no room for it. */
const lostUnderNames = ({ told }: ScorePicture, texts: PictureTexts): Map<string, string> =>
  new Map(
    [...told.units].flatMap(([id, { lostFrom, steps }]) => {
      if (lostFrom === undefined) return []
      const word = texts.lost(lostFrom)
      return texts.isCompact || !lostPlace(steps, word, texts) ? [[id, word] as const] : []
    }),
  )
