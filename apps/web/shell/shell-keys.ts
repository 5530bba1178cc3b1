/** Keys that work on every page: they open what stands over it, or lead to another room. */
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useRef, useState } from 'react'
import { isForPage, useKeys } from '../components/keys.js'
import { useMe } from '../reader/me.js'
import { addresses, type Room, roomsOf } from '../reader/rights.js'
import { isWriting } from '../screens/note/draft.js'
import { useMayRecord } from './member/may-record.js'

/** Where each letter leads after `g`. */
export const goKeys: Record<string, Room | 'home'> = {
  h: 'home',
  c: 'customers',
  r: 'relationships',
  o: 'opportunities',
  f: 'figures',
  a: 'audit',
}

/** How long `g` waits for the letter of a place. */
const goMs = 1200

const isFindKey = ({ key, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey)

export type OpenSheet = 'finding' | 'helping' | 'recording'

export function useShellKeys() {
  const me = useMe()
  // What somebody was writing is before them again, after a session that ended or a page that was loaded anew.
  const [open, setOpen] = useState<OpenSheet | undefined>(() => (isWriting(me.id) ? 'recording' : undefined))
  const navigate = useNavigate()
  const rooms = roomsOf(me)
  const wentAt = useRef(0)
  const canFind = rooms.includes('customers')
  const mayRecord = useMayRecord()
  const find = useCallback(() => setOpen('finding'), [])
  const record = useCallback(() => setOpen('recording'), [])
  const help = useCallback(() => setOpen('helping'), [])
  const close = useCallback(() => setOpen(undefined), [])
  const go = (place: Room | 'home' | undefined) => {
    if (place === 'home') void navigate({ to: '/' })
    else if (place && rooms.includes(place)) void navigate({ to: addresses[place] })
  }
  const forPage = (event: KeyboardEvent) => {
    const { key } = event
    const isPlace = Date.now() - wentAt.current < goMs
    wentAt.current = key === 'g' ? Date.now() : 0
    if (key === '?') help()
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
  return { open, find, help, record: mayRecord ? record : undefined, close }
}
