/** On a phone, the parts of the page one at a time. */

import { useTexts } from '../../language/language.js'
import { useMatches } from '../../look/matches.js'
import { type Tab, tabs } from './address.js'
import styles from './customer.module.css'
import { customerTexts } from './texts.js'
import { useCustomerAddress } from './use-address.js'

/** On paper all of them have their place. */
const narrow = 'screen and (max-width: 720px)'

export function useTab(): { tab: Tab; isNarrow: boolean } {
  const { address } = useCustomerAddress()
  const isNarrow = useMatches(narrow)
  return { tab: address.tab ?? 'timeline', isNarrow }
}

export function Tabs() {
  const say = useTexts(customerTexts)
  const { change } = useCustomerAddress()
  const { tab } = useTab()
  return (
    <nav className={styles.tabs} aria-label={say('parts')}>
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          aria-current={each === tab ? 'true' : undefined}
          onClick={() => change({ tab: each === 'timeline' ? undefined : each })}
        >
          {say(each)}
        </button>
      ))}
    </nav>
  )
}
