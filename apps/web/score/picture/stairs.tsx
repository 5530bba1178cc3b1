/** Draws the stages of a unit as a staircase, with the target ahead. */
import type { TargetMark, UnitLayer } from '../geometry/picture.js'
import { hatchPath, lostPlace, type StairStep, type StepWords, stepLabels, textWidth } from '../geometry/stages.js'
import styles from './score.module.css'

export interface StairTexts extends StepWords {
  /** Nothing stands left of it; px. */
  left: number
  right: number
  passive: string
  lost(from: number): string
  target(target: TargetMark): { whole: string; short: string }
  /** Names stand above the row instead. */
  isCompact: boolean
}

export interface StairsProps {
  layer: UnitLayer
  base: number
  texts: StairTexts | undefined
  textsFrom: number
}

const stageClasses = ['stage0', 'stage1', 'stage2', 'stage3', 'stage4', 'stage5']

export function Stairs({ layer: { steps, target, lostFrom }, base, texts, textsFrom }: StairsProps) {
  return (
    <g>
      {steps.map((step) => (
        <Step key={step.fact.position + step.x} step={step} base={base} />
      ))}
      {target && <Target of={target} />}
      {texts && !texts.isCompact && <StairWords layer={{ steps, target }} base={base} texts={texts} from={textsFrom} />}
      {texts && !texts.isCompact && lostFrom !== undefined && <LostWord steps={steps} from={lostFrom} texts={texts} />}
    </g>
  )
}

function Step({ step: { rank, x, width, y, edge, passive }, base }: { step: StairStep; base: number }) {
  const hatched = passive.map((stretch) => hatchPath(stretch, { y, base })).join('')
  return (
    <g>
      {rank >= 0 && <rect className={styles[stageClasses[rank] ?? '']} x={x} width={width} y={y} height={base - y} />}
      {hatched !== '' && <path className={styles.hatch} d={hatched} />}
      <line className={rank < 0 ? styles.ended : styles.line} x1={x} x2={x + width} y1={y} y2={y} />
      {edge && <line className={edge.falls ? styles.fall : styles.line} x1={x} x2={x} y1={edge.from} y2={y} />}
    </g>
  )
}

const Target = ({ of: { from, to, isBeyond } }: { of: TargetMark }) => (
  <g className={styles.target}>
    <path d={`M${from.x},${from.y}L${to.x},${to.y}`} />
    {!isBeyond && <circle cx={to.x} cy={to.y} r={2.8} />}
  </g>
)

interface StairWordsProps {
  layer: Pick<UnitLayer, 'steps'> & { target: TargetMark | undefined }
  base: number
  texts: StairTexts
  from: number
}

/** px that the word needs. */
const leastPassive = { width: 60, height: 12 }

function StairWords({ layer: { steps, target }, base, texts, from }: StairWordsProps) {
  const labels = stepLabels(steps, texts, texts.left)
  const passive = steps
    .filter(({ y }) => base - y >= leastPassive.height)
    .flatMap((step) => step.passive)
    .filter(({ x, width }) => width > leastPassive.width && x >= from)
  return (
    <g>
      {labels
        .filter(({ step }) => step.x >= from)
        .map(({ step, name, since, x, y, anchor }) => (
          <text key={step.fact.position + step.x} className={styles.step} x={x} y={y} textAnchor={anchor}>
            {name}
            {since && (
              <tspan className={styles.under} dx={6}>
                {since}
              </tspan>
            )}
          </text>
        ))}
      {passive.map(({ x }) => (
        <text key={x} className={styles.passive} x={x + 5} y={base - 3}>
          {texts.passive}
        </text>
      ))}
      {target && <TargetWord target={target} texts={texts} />}
    </g>
  )
}

function LostWord({ steps, from, texts }: { steps: readonly StairStep[]; from: number; texts: StairTexts }) {
  const word = texts.lost(from)
  const place = lostPlace(steps, word, texts)
  return (
    place && (
      <text className={styles.lost} x={place.x} y={place.y} textAnchor="end">
        {word}
      </text>
    )
  )
}

/** As much of it as there is room ahead. */
function TargetWord({ target, texts }: { target: TargetMark; texts: StairTexts }) {
  const { whole, short } = texts.target(target)
  const room = texts.right - target.from.x - 8
  const word = [whole, short].find((text) => textWidth(text) <= room)
  if (word === undefined) return null
  const isLeft = target.to.x + 4 - textWidth(word) >= target.from.x + 4
  return (
    <text
      className={styles.under}
      x={isLeft ? target.to.x + 4 : target.from.x + 6}
      y={target.to.y - 7}
      textAnchor={isLeft ? 'end' : 'start'}
    >
      {word}
    </text>
  )
}
