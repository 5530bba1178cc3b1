/** Draws the stages of a unit as a staircase, with the target ahead. */
import type { TargetMark, UnitLayer } from '../geometry/picture.js'
import { Step } from '../step.js'
import styles from './score.module.css'

export interface StairsProps {
  layer: UnitLayer
  base: number
}

export function Stairs({ layer: { steps, target }, base }: StairsProps) {
  return (
    <g>
      {steps.map((step) => (
        <Step key={step.fact.position + step.x} {...step} base={base} />
      ))}
      {target && <Target of={target} />}
    </g>
  )
}

const Target = ({ of: { from, to, isBeyond } }: { of: TargetMark }) => (
  <g className={styles.target}>
    <path d={`M${from.x},${from.y}L${to.x},${to.y}`} />
    {!isBeyond && <circle cx={to.x} cy={to.y} r={2.8} />}
  </g>
)
