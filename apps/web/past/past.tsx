/** The past is a place: another ground, its day in large figures, and the way back under Esc. */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { Button } from '../components/button.js'
import { isForPage, useKeys } from '../components/keys.js'
import { useFormats, useTexts } from '../language/language.js'
import { DayButton } from './day-button.js'
import type { Moment } from './moment.js'
import styles from './past.module.css'
import { pastTexts } from './texts.js'

export interface PastProps {
  /** Both absent: today, of which nothing is shown. */
  moment: Moment
  onToday(): void
  /** To another day; where there is none, the day is no more than shown. */
  onMoment?(moment: Moment): void
  /** What else can be done with a moment. */
  children?: ReactNode
}

export const isPast = ({ asOf, knownAt }: Moment): boolean => asOf !== undefined || knownAt !== undefined

/** The whole page stands on the ground of the past as long as it is so. */
export function usePastGround(isThere: boolean): void {
  useEffect(() => {
    if (isThere) document.body.dataset.ground = 'past'
    return () => {
      delete document.body.dataset.ground
    }
  }, [isThere])
}

/** How a moment is known, in words. */
export function useKnownSaid({ asOf, knownAt }: Moment): string {
  const say = useTexts(pastTexts)
  const formats = useFormats()
  const known = asOf === undefined ? 'knownThen' : knownAt === undefined ? 'knownToday' : 'knownOn'
  return say(known, { day: knownAt === undefined ? '' : formats.day(knownAt) })
}

export function Past({ moment, onToday, onMoment, children }: PastProps) {
  const say = useTexts(pastTexts)
  const formats = useFormats()
  const element = useRef<HTMLElement>(null)
  const known = useKnownSaid(moment)
  const isThere = isPast(moment)
  usePastGround(isThere)
  useStill(element, isThere)
  useKeys((event) => {
    if (isThere && event.key === 'Escape' && isForPage(event)) onToday()
  })
  if (!isThere) return null
  return (
    <section ref={element} className={styles.past} aria-label={say('place')}>
      {onMoment ? (
        <DayButton moment={moment} onMoment={onMoment} className={styles.day} />
      ) : (
        <p className={styles.day}>{formats.longDay(moment.asOf ?? moment.knownAt ?? '')}</p>
      )}
      <p className={styles.words}>
        {known} · {say('fixed')}
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
