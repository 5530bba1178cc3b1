/** What all metrics come to, each with its change against the year before: the way to choose what is asked. */
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Refused } from '../../api/client.js'
import { Failed } from '../../components/notice.js'
import { useTexts } from '../../language/language.js'
import type { Metric } from './address.js'
import { type AskedFigures, useStrip } from './asked.js'
import styles from './strip.module.css'
import { ChangeSaid } from './words/change-said.js'
import { useSaid } from './words/said.js'
import { figuresTexts } from './words/texts.js'

export interface StripProps {
  metrics: readonly Metric[]
  asked: AskedFigures
}

export function Strip({ metrics, asked }: StripProps) {
  const say = useTexts(figuresTexts)
  const said = useSaid()
  const { figures, error } = useStrip(metrics, asked)
  const chosen = useRef<HTMLAnchorElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another metric is another place to scroll to
  useEffect(() => chosen.current?.scrollIntoView({ block: 'nearest', inline: 'center' }), [asked.metric])
  return (
    <nav className={styles.strip} aria-label={say('metrics')}>
      {/* What is refused is said where it is asked about. */}
      {error && !(error instanceof Refused) && <Failed error={error} />}
      <ol className={styles.metrics}>
        {metrics.map((metric) => {
          const { value, compared } = figures.get(metric.name) ?? {}
          return (
            <li key={metric.name}>
              <Link
                to="/figures"
                search={(before) => ({ ...before, metric: metric.name })}
                className={metric.name === asked.metric ? styles.chosen : styles.metric}
                activeProps={{ 'aria-current': undefined }}
                ref={metric.name === asked.metric ? chosen : undefined}
                aria-describedby={metric.name === asked.metric ? 'question' : undefined}
              >
                <span className={styles.label}>{metric.label}</span>
                <span className={styles.value}>{figures.has(metric.name) && said(metric).short(value)}</span>
                <span className={styles.change}>
                  <ChangeSaid metric={metric} value={value} compared={compared} />
                </span>
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
