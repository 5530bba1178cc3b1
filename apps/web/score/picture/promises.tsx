/** Draws promises: arcs and dots, and the thread of those that were not kept in time. */
import { arcPath, type PromiseArc } from '../geometry/promises.js'
import styles from './score.module.css'

export interface PromisePictureProps {
  arcs: readonly PromiseArc[]
  y: number
}

const room = 11
const cross = 3

export const PromisePicture = ({ arcs, y }: PromisePictureProps) => (
  <g>
    {arcs.map(({ fact, state, from, due, threadTo, isDot }) => (
      <g key={fact.slot} className={styles[state]}>
        {isDot ? <circle cx={(from + due) / 2} cy={y + 3} r={2} /> : <path d={arcPath({ from, due }, y, room)} />}
        {threadTo !== undefined && threadTo > due && (
          <path className={styles.thread} d={`M${due},${y + 1}H${threadTo}`} />
        )}
        {state === 'broken' && <path className={styles.cross} d={`M${due - cross},${y + 1 - cross}l6,6m0,-6l-6,6`} />}
      </g>
    ))}
  </g>
)
