/** Keys that work on every page, and the sheet that lists them. */
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { Key } from '../components/button.js'
import { Sheet } from '../components/sheet.js'
import { useTexts } from '../language/language.js'
import { addresses } from './header.js'
import styles from './keys.module.css'
import { useMe } from './me.js'
import { useMayRecord } from './member/may-record.js'
import { type Room, roomsOf } from './rights.js'
import { shellTexts } from './texts.js'

const goKeys: Record<string, Room | 'home'> = {
  h: 'home',
  c: 'customers',
  r: 'relationships',
  o: 'opportunities',
  f: 'figures',
  a: 'audit',
}

/** How long `g` waits for the letter of a place. */
const goMs = 1200

/** Whether what is pressed is written into a field. */
const isWriting = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Whether a key is pressed for a page, and neither into a field nor over a sheet. */
export const isForPage = (event: KeyboardEvent): boolean =>
  !isWriting(event) &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !event.defaultPrevented &&
  document.querySelector('dialog[open]') === null

const isFindKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey)

/** Hears every key as long as it is shown. */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  const heard = useEffectEvent(onKey)
  useEffect(() => {
    const listener = (event: KeyboardEvent) => heard(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [])
}

type Open = 'finding' | 'helping' | 'recording' | undefined

export function useShellKeys() {
  const [open, setOpen] = useState<Open>()
  const navigate = useNavigate()
  const rooms = roomsOf(useMe())
  const wentAt = useRef(0)
  const canFind = rooms.includes('customers')
  const mayRecord = useMayRecord()
  const find = useCallback(() => setOpen('finding'), [])
  const record = useCallback(() => setOpen('recording'), [])
  const close = useCallback(() => setOpen(undefined), [])
  const go = (place: Room | 'home' | undefined) => {
    if (place === 'home') void navigate({ to: '/' })
    else if (place && rooms.includes(place)) void navigate({ to: addresses[place] })
  }
  const forPage = (event: KeyboardEvent) => {
    const { key } = event
    const isPlace = Date.now() - wentAt.current < goMs
    wentAt.current = key === 'g' ? Date.now() : 0
    if (key === '?') setOpen('helping')
    if (key === 'n' && mayRecord) {
      // The field that takes the focus would have it written into it.
      event.preventDefault()
      record()
    }
    if (isPlace) go(goKeys[key])
  }
  useKeys((event) => {
    if (isForPage(event)) return forPage(event)
    if (!isFindKey(event)) return
    event.preventDefault()
    if (canFind) find()
  })
  return { open, find, record: mayRecord ? record : undefined, close }
}

/** Keys, and what they do. */
type Row = [string[], string]

/** What works for nobody without it is not told. */
const only = (works: boolean, ...rows: Row[]): Row[] => (works ? rows : [])

export function KeysHelp({ onClose }: { onClose(): void }) {
  const say = useTexts(shellTexts)
  const rooms = roomsOf(useMe())
  const mayRecord = useMayRecord()
  const places = Object.entries(goKeys).filter(([, place]) => place === 'home' || rooms.includes(place))
  const canFind = rooms.includes('customers')
  const hasLists = rooms.length > 0
  const rows: Row[] = [
    ...only(canFind, [['Ctrl K', '⌘ K'], say('keyPalette')]),
    ...only(mayRecord, [['n'], say('keyRecord')]),
    ...places.map(([key, place]): Row => [[`g ${key}`], say('keyGo', { place: say(place) })]),
    ...only(canFind, [['/'], say('keySearch')]),
    ...only(hasLists, [['j', 'k'], say('keyMove')], [['Enter'], say('keyOpen')]),
    ...only(canFind, [['[', ']'], say('keyStep')], [['Space'], say('keyPlay')], [['+', '−', '0'], say('keyZoom')]),
    [['Esc'], say('keyBack')],
    [['?'], say('keyHelp')],
  ]
  return (
    <Sheet title={say('keys')} onClose={onClose}>
      <p>{say('keysAbout')}</p>
      <dl className={styles.keys}>
        {rows.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <Key key={key}>{key}</Key>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  )
}
