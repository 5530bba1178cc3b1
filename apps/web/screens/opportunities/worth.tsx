/** What a deal is worth: in group currency, with what was stated beside it, or in words why it has no value. */
import { useFormats, useTexts } from '../../language/language.js'
import styles from './opportunities.module.css'
import { opportunitiesTexts } from './texts.js'

export interface Amount {
  amountMinor: number
  currency: string
  groupMinor?: number
}

export interface WorthProps {
  of: Amount | undefined
  /** Of the group; nothing is valued without it. */
  currency: string | undefined
}

export function Worth({ of, currency }: WorthProps) {
  const say = useTexts(opportunitiesTexts)
  const formats = useFormats()
  if (!of) return <span className={styles.caution}>{say('noAmount')}</span>
  const stated = formats.money(of.amountMinor, of.currency)
  if (currency === undefined || of.currency === currency) return <b>{stated}</b>
  if (of.groupMinor === undefined) {
    return (
      <>
        <b>{stated}</b> <span className={styles.caution}>{say('noRate', { currency: of.currency })}</span>
      </>
    )
  }
  return (
    <>
      <b>{formats.money(of.groupMinor, currency)}</b> <span className={styles.quiet}>{stated}</span>
    </>
  )
}
