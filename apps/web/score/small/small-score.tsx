/** The score in small, for rows of lists: the stage as a staircase, and the touches under it as a comb. */
import { Step } from '../step.js'
import { type Spark, smallPicture } from './geometry.js'
import styles from './small-score.module.css'

export interface SmallScoreProps {
  of: Spark
  width?: number
  height?: number
  /** ms; the right end. */
  now: number
}

/** px; where nobody says who began it is no more than a dot. */
const reach = { they: 6, 'we-unasked': 6, 'we-asked': 3, unstated: 1.5 } as const

/** What it shows is said in words by the row in which it stands, so that it is hidden from who listens. */
export function SmallScore({ of, width = 190, height = 26, now }: SmallScoreProps) {
  const { base, steps, ticks } = smallPicture(of, { width, height }, now)
  const lane = base + 2
  return (
    <svg
      className={styles.score}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {steps.map((step) => (
        <Step key={`${step.x} ${step.rank}`} {...step} base={base} />
      ))}
      {ticks.map(({ x, by }) => (
        <line key={`${x} ${by}`} className={styles[by]} x1={x} x2={x} y1={lane} y2={lane + reach[by]} />
      ))}
    </svg>
  )
}
