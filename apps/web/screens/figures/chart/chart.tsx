/** The large chart: bars where each has one number, panels of columns beside each other where each has several. */
import { useTexts } from '../../../language/language.js'
import { figuresTexts } from '../words/texts.js'
import { Bars } from './bars.js'
import styles from './chart.module.css'
import type { ChartProps } from './marks.js'
import { Panels } from './panels.js'

export function Chart(props: ChartProps) {
  const say = useTexts(figuresTexts)
  const { groups, asked } = props
  const hasPeriods = groups.some(({ cells }) => cells.some(({ period }) => period))
  const isUntold = asked.isTold && groups.every(({ cells }) => cells.every(({ told }) => told === undefined))
  return (
    <figure className={styles.figure}>
      {hasPeriods ? <Panels {...props} /> : <Bars {...props} />}
      <Legend
        isAcross={hasPeriods}
        isTold={asked.isTold}
        hasFew={props.metric.kind === 'ratio' || props.metric.kind === 'duration'}
      />
      {isUntold && <p className={styles.legend}>{say('untold')}</p>}
    </figure>
  )
}

interface LegendProps {
  /** Whether values grow upwards, so that marks lie across. */
  isAcross: boolean
  isTold: boolean
  hasFew: boolean
}

function Legend({ isAcross, isTold, hasFew }: LegendProps) {
  const say = useTexts(figuresTexts)
  return (
    <figcaption className={styles.legend}>
      <span>
        <i className={isAcross ? styles.keyAcross : styles.keyBefore} /> {say('yearBefore')}
      </span>
      {isTold && (
        <span>
          <i className={styles.keyTold} /> {say('asToldFirst')}
        </span>
      )}
      {hasFew && (
        <span>
          <i className={styles.keyFew} /> {say('ofFew')}
        </span>
      )}
    </figcaption>
  )
}
