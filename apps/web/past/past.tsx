/** The past is a place: another ground, its day in large figures, and the way back under Esc. */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { Button } from '../components/button.js'
import { useFormats, useTexts } from '../language/language.js'
import { isForPage, useKeys } from '../shell/keys.js'
import type { Moment } from '../shell/root.js'
import styles from './past.module.css'
import { pastTexts } from './texts.js'

export interface PastProps {
  /** Both absent: today, of which nothing is shown. */
  moment: Moment
  onToday(): void
  /** What else can be done with a moment. */
  children?: ReactNode
}

export const isPast = ({ asOf, knownAt }: Moment): boolean => asOf !== undefined || knownAt !== undefined

export function Past({ moment, onToday, children }: PastProps) {
  const say = useTexts(pastTexts)
  const formats = useFormats()
  const element = useRef<HTMLElement>(null)
  const isThere = isPast(moment)
  useEffect(() => {
    if (isThere) document.body.dataset.ground = 'past'
    return () => {
      delete document.body.dataset.ground
    }
  }, [isThere])
  useStill(element, isThere)
  useKeys((event) => {
    if (isThere && event.key === 'Escape' && isForPage(event)) onToday()
  })
  if (!isThere) return null
  const { asOf, knownAt } = moment
  const known = asOf === undefined ? 'knownThen' : knownAt === undefined ? 'knownToday' : 'knownOn'
  return (
    <section ref={element} className={styles.past} aria-label={say('place')}>
      <p className={styles.day}>{formats.longDay(asOf ?? knownAt ?? '')}</p>
      <p className={styles.words}>
        {say(known, { day: knownAt === undefined ? '' : formats.day(knownAt) })} · {say('fixed')}
      </p>
      <Button shortcut="Esc" onClick={onToday}>
        {say('back')}
      </Button>
      {children}
    </section>
  )
}

/** Where it comes or goes while somebody looks, what is looked at stays where it is. */
function useStill(element: RefObject<HTMLElement | null>, isThere: boolean) {
  const shown = useRef({ isThere, height: 0 })
  useLayoutEffect(() => {
    const height = element.current?.offsetHeight ?? 0
    const before = shown.current
    shown.current = { isThere, height }
    if (before.isThere !== isThere) scrollBy({ top: isThere ? height : -before.height, behavior: 'instant' })
  }, [element, isThere])
}
