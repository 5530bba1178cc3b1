/** Draws encounters: ticks up and down from their lane, or bars where they are counted. */
import type { Rows } from '../geometry/rows.js'
import type { TickLane } from '../geometry/touches.js'
import styles from './score.module.css'

export interface TickPictureProps {
  lanes: ReadonlyMap<string, TickLane>
  rows: Rows
  /** px of the lane that has a line: what lies between is what was looked at. */
  from: number
  to: number
}

export const TickPicture = ({ lanes, rows, from, to }: TickPictureProps) => (
  <g>
    {rows.units.map(({ id, lane }) => (
      <g key={id}>
        <line className={styles.lane} x1={from} x2={Math.max(from, to)} y1={lane} y2={lane} />
        {lanes.get(id)?.bars.map(({ by, showing, d }) => (
          <path key={by + showing} className={`${styles.bar} ${styles[by]} ${styles[showing]}`} d={d} />
        ))}
        {lanes.get(id)?.paths.map(({ by, showing, d }) => (
          <path key={by + showing} className={`${styles.tick} ${styles[by]} ${styles[showing]}`} d={d} />
        ))}
      </g>
    ))}
  </g>
)
