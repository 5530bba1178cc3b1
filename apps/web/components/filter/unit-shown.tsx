/** Which unit a list shows: that of its address, else the one that its reader prefers; and that there is none of that name. */
import { useQuery } from '@tanstack/react-query'
import { type Answer, question } from '../../api/questions.js'
import { useTexts } from '../../language/language.js'
import { unitLookedAt } from '../../reader/preferences.js'
import { usePreferences } from '../../reader/use-preferences.js'
import styles from '../notice.module.css'
import { componentTexts } from '../texts.js'

export interface UnitShown {
  units: Answer<'/api/v1/units'>['rows']
  /** The whole group when absent. */
  unit: string | undefined
  /** Stands in the address, and is no unit. */
  unknown: string | undefined
}

/** @param asked of the address */
export function useUnitShown(asked: string | undefined): UnitShown {
  const preferred = usePreferences()
  const { data } = useQuery(question('/api/v1/units'))
  const wanted = unitLookedAt(asked, preferred)
  // Until it is known which units there are, it is taken for one.
  const isUnit = wanted === undefined || data === undefined || data.rows.some(({ id }) => id === wanted)
  return {
    units: data?.rows ?? [],
    unit: isUnit ? wanted : undefined,
    unknown: isUnit || wanted !== asked ? undefined : asked,
  }
}

export function NoSuchUnit({ of: { unknown } }: { of: UnitShown }) {
  const say = useTexts(componentTexts)
  return unknown === undefined ? null : (
    <p role="alert" className={styles.failed}>
      {say('noSuchUnit', { unit: unknown })}
    </p>
  )
}
