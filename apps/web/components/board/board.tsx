/** A board: lanes beside each other, each with a head and its cards; the arrow keys, `j` and `k` lead from card to card. */
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { isForPage, useKeys } from '../keys.js'
import { placeBeside } from './beside.js'
import styles from './board.module.css'

export interface BoardProps {
  label: string
  /** For many lanes with small cards. */
  narrow?: boolean
  children: ReactNode
}

export function Board({ label, narrow = false, children }: BoardProps) {
  const board = useRef<HTMLElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const lanes = [...(board.current?.querySelectorAll('ul') ?? [])].map((lane) => [
      ...lane.querySelectorAll<HTMLElement>(':scope > li a'),
    ])
    const focused = event.target as HTMLElement
    const lane = lanes.findIndex((cards) => cards.includes(focused))
    if (lane < 0) return
    const card = lanes[lane]?.indexOf(focused) ?? 0
    const to = placeBeside(
      lanes.map(({ length }) => length),
      { lane, card },
      event.key,
    )
    if (!to) return
    event.preventDefault()
    lanes[to.lane]?.[to.card]?.focus()
  }
  useKeys((event) => {
    const isOnCard = document.activeElement?.closest('li') && board.current?.contains(document.activeElement)
    if (event.key !== 'j' || isOnCard || !isForPage(event)) return
    board.current?.querySelector<HTMLElement>('ul > li a')?.focus()
  })
  return (
    <section
      ref={board}
      className={narrow ? styles.narrow : styles.board}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {children}
    </section>
  )
}

export interface LanesNamedProps {
  /** From the first, 1. */
  first: number
  count: number
  children: ReactNode
}

/** What lanes beside each other have in common, above them. */
export const LanesNamed = ({ first, count, children }: LanesNamedProps) => (
  <p className={styles.named} style={{ gridColumn: `${first} / span ${count}` }}>
    {children}
  </p>
)

export interface LaneProps {
  title: ReactNode
  count: ReactNode
  /** 0 … 5 on the ramp of the stages, -1 below it; absent where lanes are no stages of a relationship. */
  rank?: number
  /** What all of the lane come to. */
  totals: ReactNode
  /** Alone on the board, with its cards beside each other. */
  wide?: boolean
  /** Where there is more than is shown. */
  more?: { label: string; ask(): void; isAsking: boolean }
  children: ReactNode
}

export function BoardLane({ title, count, rank, totals, wide = false, more, children }: LaneProps) {
  return (
    <div className={styles.lane}>
      <header className={styles.head} data-rank={rank}>
        <h2 className={styles.title}>
          <span>{title}</span>
          <span className={styles.count}>{count}</span>
        </h2>
        <div className={styles.totals}>{totals}</div>
      </header>
      <div>
        <ul className={wide ? styles.grid : styles.cards}>{children}</ul>
        {more && (
          <button type="button" className={styles.more} onClick={more.ask} disabled={more.isAsking}>
            {more.label}
          </button>
        )}
      </div>
    </div>
  )
}

/** @param marked whether it stands out, since it moved */
export const Card = ({ marked = false, children }: { marked?: boolean; children: ReactNode }) => (
  <li className={marked ? styles.marked : styles.card}>{children}</li>
)
