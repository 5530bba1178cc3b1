/** By how much a figure changed against the year before; better and worse are told by more than their colour. */
import { useTexts } from '../../../language/language.js'
import type { Metric } from '../address.js'
import styles from '../figures.module.css'
import { changeOf } from './change.js'
import { useSaid } from './said.js'
import { figuresTexts } from './texts.js'

export interface ChangeSaidProps {
  metric: Metric
  value: number | undefined
  compared: number | undefined
}

export function ChangeSaid({ metric, value, compared }: ChangeSaidProps) {
  const say = useTexts(figuresTexts)
  const said = useSaid()(metric)
  const change = changeOf(value, compared, metric)
  if (!change) return null
  const { verdict } = change
  return (
    <span className={styles[verdict]} title={verdict === 'neither' ? undefined : say(verdict)}>
      {said.change(change)}
    </span>
  )
}
