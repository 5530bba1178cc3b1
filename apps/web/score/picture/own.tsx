/** Draws the customer’s own row: people who came and went, and its projects. */
import type { OwnLayer } from '../geometry/picture.js'
import type { OwnRow } from '../geometry/rows.js'
import styles from './score.module.css'

export interface OwnPictureProps {
  layer: OwnLayer
  row: OwnRow
  /** px of a lane of projects. */
  lane: number
}

export function OwnPicture({ layer: { people, projects }, row, lane }: OwnPictureProps) {
  const { people: y = 0, projects: first = 0 } = row
  return (
    <g>
      {people.map(({ fact, x, came }) =>
        came ? (
          <circle key={`${fact.slot} came`} className={styles.came} cx={x} cy={y} r={2.4} />
        ) : (
          <path key={`${fact.slot} went`} className={styles.went} d={`M${x - 3},${y - 3}l6,6m0,-6l-6,6`} />
        ),
      )}
      {projects.map(({ fact, known, decides, ends, state, lane: at }) => (
        <g key={fact.slot} className={styles[`project-${state}`]}>
          <line x1={known} x2={decides} y1={first + at * lane + 4} y2={first + at * lane + 4} />
          <rect x={decides} width={ends - decides} y={first + at * lane + 1} height={6} />
        </g>
      ))}
    </g>
  )
}
