/** What all open opportunities come to, in a sentence; and what that leaves out. */
import { useQuery } from '@tanstack/react-query'
import { question } from '../../api/questions.js'
import { useFormats, useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import type { OpportunitiesAddress } from './address.js'
import styles from './opportunities.module.css'
import { opportunitiesTexts } from './texts.js'
import { type Totals, totalsOf } from './totals.js'

export interface HeadProps {
  unit: string | undefined
  profile: OpportunitiesAddress['profile']
  filter: string | undefined
}

export function OpportunitiesHead({ unit, profile, filter }: HeadProps) {
  const say = useTexts(opportunitiesTexts)
  const { data } = useQuery(question('/api/v1/boards/opportunities', { query: { limit: 1, profile, filter } }))
  return (
    <header className={page.head}>
      <h1>{unit ? say('ofUnit', { unit }) : say('opportunities')}</h1>
      <div className={`${page.sentence} ${styles.sentence}`} role="status">
        {data && <Sentence of={totalsOf(data.columns)} currency={data.currency} />}
      </div>
    </header>
  )
}

function Sentence({ of, currency }: { of: Totals; currency: string | undefined }) {
  const say = useTexts(opportunitiesTexts)
  const formats = useFormats()
  if (of.count === 0 || currency === undefined) return <p>{say('open', { count: of.count })}</p>
  const amounts = { value: formats.money(of.groupMinor, currency), weighted: formats.money(of.weightedMinor, currency) }
  const isForeign = of.stated.some((each) => each.currency !== currency)
  return (
    <>
      <p>{say('openWorth', { count: of.count, ...amounts })}</p>
      {isForeign && (
        <p className={styles.quiet}>
          {say('statedAs', {
            amounts: formats.list(of.stated.map((each) => formats.money(each.amountMinor, each.currency))),
          })}
        </p>
      )}
      <LeftOut of={of} />
    </>
  )
}

/** What a sum leaves out, in words; nothing where it leaves nothing out. */
export function LeftOut({ of: { unvalued, withoutAmount } }: { of: Pick<Totals, 'unvalued' | 'withoutAmount'> }) {
  const say = useTexts(opportunitiesTexts)
  const formats = useFormats()
  const count = unvalued.reduce((sum, each) => sum + each.count, 0)
  const currencies = formats.list(unvalued.map(({ currency }) => currency))
  return (
    <>
      {withoutAmount > 0 && <p className={styles.caution}>{say('withoutAmount', { count: withoutAmount })}</p>}
      {count > 0 && <p className={styles.caution}>{say('unvalued', { count, currencies })}</p>}
    </>
  )
}
