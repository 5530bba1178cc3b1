/** A step of the staircase: its area, hatched where it was passive, its upper edge, and the edge to the one before. */
import { hatchPath, type Stretched } from './geometry/hatch.js'
import styles from './step.module.css'

export interface StepProps extends Stretched {
  /** 0 … 5; -1 where it has ended. */
  rank: number
  /** Of its upper edge. */
  y: number
  /** Under the steps. */
  base: number
  /** From the step before. */
  edge?: { from: number; falls: boolean }
  passive: readonly Stretched[]
}

export function Step({ rank, x, width, y, base, edge, passive }: StepProps) {
  const hatched = passive.map((stretch) => hatchPath(stretch, { y, base })).join('')
  return (
    <g data-rank={rank}>
      {rank >= 0 && <rect className={styles.area} x={x} width={width} y={y} height={base - y} />}
      {hatched !== '' && <path className={styles.hatch} d={hatched} />}
      <line className={rank < 0 ? styles.ended : styles.line} x1={x} x2={x + width} y1={y} y2={y} />
      {edge && <line className={edge.falls ? styles.fall : styles.line} x1={x} x2={x} y1={edge.from} y2={y} />}
    </g>
  )
}
