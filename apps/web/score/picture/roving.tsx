/** The one mark that is looked at: a link to its event where the pointer or the keyboard is, with its words beside it. */
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react'
import { useTexts } from '../../language/language.js'
import type { ScoreMark } from '../marks/marks.js'
import type { Said } from '../marks/said.js'
import { scoreTexts } from '../texts.js'
import styles from './score.module.css'

/** How marks are opened. */
export interface Opening {
  /** Address of the event at a position. */
  hrefOf(position: string): string
  onOpen(position: string): void
}

export interface RovingProps extends Opening {
  mark: ScoreMark
  said: Said
  /** Words stand beside it: a pointer or the focus is on it. */
  isLookedAt: boolean
  hasFocus: boolean
  /** px of the picture. */
  width: number
  onFocus(has: boolean): void
  onKeyDown(event: KeyboardEvent): void
  /** Of counted encounters: shows them one by one. */
  onNearer(): void
}

const isPlain = ({ button, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey

const wordsOf = ({ what, unit, who, when, recorded }: Said): string =>
  [what, unit, who, when, recorded].filter((part) => part !== undefined && part !== '').join(' · ')

export function Roving({
  mark,
  said,
  isLookedAt,
  hasFocus,
  width,
  hrefOf,
  onOpen,
  onFocus,
  onKeyDown,
  onNearer,
}: RovingProps) {
  const element = useRef<HTMLAnchorElement & HTMLButtonElement>(null)
  useEffect(() => {
    if (hasFocus) element.current?.focus({ preventScroll: true })
  }, [hasFocus])
  const position = positionOf(mark)
  const shared = {
    ref: element,
    className: isLookedAt ? styles.looked : styles.waiting,
    style: { left: mark.x, top: mark.y },
    'aria-label': wordsOf(said),
    onFocus: () => onFocus(true),
    onBlur: () => onFocus(false),
    onKeyDown,
  }
  return (
    <>
      {position === undefined ? (
        <button type="button" {...shared} onClick={onNearer} />
      ) : (
        <a
          {...shared}
          href={hrefOf(position)}
          onClick={(event) => {
            if (!isPlain(event)) return
            event.preventDefault()
            onOpen(position)
          }}
        />
      )}
      {isLookedAt && <Beside mark={mark} said={said} width={width} />}
    </>
  )
}

/** Counted encounters have no event of their own. */
export function positionOf({ fact, touches = [] }: ScoreMark): string | undefined {
  if (fact) return fact.position
  const [touch] = touches
  return touch && touches.length === 1 && !touch.isWeek ? touch.position : undefined
}

function Beside({
  mark: { x, y },
  said: { what, unit, who, when, recorded },
  width,
}: {
  mark: ScoreMark
  said: Said
  width: number
}) {
  const side = x > width / 2 ? { right: Math.max(0, width - x - 12) } : { left: Math.max(0, x - 12) }
  const more = [unit, who].filter((part) => part !== undefined).join(' · ')
  return (
    <div className={styles.beside} style={{ ...side, top: y + 14 }} aria-hidden="true">
      <b>{what}</b>
      {more && <span>{more}</span>}
      {(when || recorded) && <span>{[when, recorded].filter(Boolean).join(' · ')}</span>}
    </div>
  )
}

export const NothingYet = () => {
  const say = useTexts(scoreTexts)
  return <p className={styles.nothing}>{say('nothing')}</p>
}
