/** The score in small, for rows of lists: the stage as a staircase, and the touches under it as a comb. */
import { type Spark, smallPicture } from './geometry.js'
import styles from './small-score.module.css'

export interface SmallScoreProps {
  of: Spark
  width?: number
  height?: number
  /** ms; the right end. */
  now: number
}

const stageClasses = ['stage0', 'stage1', 'stage2', 'stage3', 'stage4', 'stage5']
const shortTick = 3
const longTick = 6

/** What it shows is said in words by the row in which it stands, so that it is hidden from who listens. */
export function SmallScore({ of, width = 190, height = 26, now }: SmallScoreProps) {
  const { base, steps, ticks, passive } = smallPicture(of, { width, height }, now)
  const lane = base + 2
  return (
    <svg className={styles.score} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {steps.map(({ rank, x, width: wide, y, edge }) => (
        <g key={`${x} ${rank}`}>
          {rank >= 0 && (
            <rect className={styles[stageClasses[rank] ?? '']} x={x} width={wide} y={y} height={base - y} />
          )}
          <line className={rank < 0 ? styles.ended : styles.line} x1={x} x2={x + wide} y1={y} y2={y} />
          {edge && <line className={edge.falls ? styles.fall : styles.line} x1={x} x2={x} y1={edge.from} y2={y} />}
        </g>
      ))}
      {passive && <path className={styles.hatch} d={hatchOf({ ...passive, base })} />}
      {ticks.map(({ x, by }) => (
        <line
          key={`${x} ${by}`}
          className={styles[by]}
          x1={x}
          x2={x}
          y1={lane}
          y2={lane + (by === 'we-asked' ? shortTick : longTick)}
        />
      ))}
    </svg>
  )
}

const hatchStep = 4

/** Lines at 45 degrees, cut at the edges of their area. */
function hatchOf({ x, width, y, base }: { x: number; width: number; y: number; base: number }): string {
  const height = base - y
  const lines: string[] = []
  for (let from = -height; from < width; from += hatchStep) {
    const cut = Math.max(0, -from)
    const end = Math.min(height, width - from)
    if (end > cut) lines.push(`M${x + from + cut},${base - cut}L${x + from + end},${base - end}`)
  }
  return lines.join('')
}
