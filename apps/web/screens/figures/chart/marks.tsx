/** What bars and columns have in common: what a mark says, of how many it is, and what was told first. */
import { useFormats, useTexts } from '../../../language/language.js'
import type { Metric } from '../address.js'
import type { AskedFigures } from '../asked.js'
import type { Said } from '../words/said.js'
import { figuresTexts } from '../words/texts.js'
import styles from './chart.module.css'
import type { Cell, Group } from './groups.js'

export interface ChartProps {
  metric: Metric
  asked: AskedFigures
  groups: readonly Group[]
}

/** Of how many a share or a median is. */
export function Of({ cell: { part, whole, count } }: { cell: Cell }) {
  const say = useTexts(figuresTexts)
  const formats = useFormats()
  if (whole !== undefined) {
    return (
      <span className={styles.of}>
        {say('partOf', { part: formats.number(part ?? 0), whole: formats.number(whole) })}
      </span>
    )
  }
  return count === undefined ? null : (
    <span className={styles.of}>{say('ofCount', { n: count, count: formats.number(count) })}</span>
  )
}

/** What a mark says to whoever does not see it. */
export function useLabel(
  name: string,
  { value, part, whole, compared, told }: Cell,
  { unit }: Metric,
  said: Said,
): string {
  const say = useTexts(figuresTexts)
  const formats = useFormats()
  const parts = [
    `${name}: ${said.value(value)}`,
    whole !== undefined &&
      unit === 'percent' &&
      say('partOf', { part: formats.number(part ?? 0), whole: formats.number(whole) }),
    compared !== undefined && say('beforeWas', { value: said.value(compared) }),
    told !== undefined && say('toldWas', { value: said.value(told) }),
  ]
  return parts.filter(Boolean).join(', ')
}

/** px from its middle to its corners. */
const toldSize = 5

/** The mark of what was told first. */
export const diamond = (x: number, y: number): string =>
  `M${x - toldSize},${y}L${x},${y - toldSize}L${x + toldSize},${y}L${x},${y + toldSize}Z`
