/** Finds a customer, a person, a deal or what was written, and goes there; or to another room. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { type Answer, question } from '../../api/questions.js'
import { nameOf } from '../../components/name.js'
import { Failed } from '../../components/notice.js'
import { Sheet } from '../../components/sheet.js'
import { useTexts } from '../../language/language.js'
import { addresses } from '../header.js'
import { useMe } from '../me.js'
import { useWantsReason } from '../member/reason.js'
import { roomsOf } from '../rights.js'
import { shellTexts } from '../texts.js'
import styles from './palette.module.css'

interface Found {
  key: string
  name: string
  about: string
  address: string
  /** Shown over the page there. */
  event?: string
}

const perKind = 6

export function Palette({ onClose }: { onClose(): void }) {
  const say = useTexts(shellTexts)
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const text = useDeferredValue(typed.trim())
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    ...question('/api/v1/search', { query: { text: text || '-', limit: perKind } }),
    enabled: text.length > 1,
    placeholderData: text.length > 1 ? keepPreviousData : undefined,
  })
  const rooms = roomsOf(useMe())
  const wants = useWantsReason()
  const found = useMemo(() => {
    const places = rooms.map((room) => ({ key: room, name: say(room), about: say('going'), address: addresses[room] }))
    const word = text.toLowerCase()
    const named = places.filter(({ name }) => name.toLowerCase().startsWith(word))
    return [...(data && text.length > 1 ? foundIn(data) : []), ...named]
  }, [data, text, rooms, say])
  const go = ({ address, event }: Found) => {
    onClose()
    void navigate({ to: address, search: event === undefined ? {} : { event } })
  }
  const isOfTyped = !isPlaceholderData && text === typed.trim()
  const chosen = Math.min(at, found.length - 1)
  const onKeyDown = (event: { key: string; preventDefault(): void }) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((chosen + step + found.length) % Math.max(1, found.length))
    }
    const here = found[chosen]
    if (event.key === 'Enter' && here && isOfTyped) go(here)
  }
  return (
    <Sheet title={say('find')} onClose={onClose}>
      <input
        className={styles.field}
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="found"
        aria-activedescendant={found[chosen] && `found-${chosen}`}
        aria-label={say('findLong')}
        placeholder={say('findLong')}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      {error && <Failed error={error} />}
      <div id="found" role="listbox" aria-label={say('find')} aria-busy={!isOfTyped} className={styles.found}>
        {found.map((one, n) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field opens the active option
          <div
            key={one.key}
            id={`found-${n}`}
            role="option"
            aria-selected={n === chosen}
            className={styles.row}
            onClick={() => go(one)}
          >
            <span>{one.name}</span>
            <span className={styles.about}>{one.about}</span>
          </div>
        ))}
      </div>
      {wants && <p className={styles.about}>{say('reasonToFind')}</p>}
      {text.length > 1 && !isFetching && found.length === 0 && <p className={styles.about}>{say('nothingFound')}</p>}
    </Sheet>
  )
}

function foundIn({ customers, contacts, opportunities, notes }: Answer<'/api/v1/search'>): Found[] {
  const of = (id: string) => `/customers/${id}`
  return [
    ...(customers?.rows ?? []).map(({ id, name, city, country }) => ({
      key: id,
      name: name ?? id,
      about: [city, country].filter(Boolean).join(', '),
      address: of(id),
    })),
    ...(contacts?.rows ?? []).map(({ id, name, title, customers: at = [] }) => ({
      key: id,
      name: nameOf(name) ?? id,
      about: [nameOf(title), at[0]?.name].filter(Boolean).join(', '),
      address: `/contacts/${id}`,
    })),
    ...(opportunities?.rows ?? []).map(({ id, name, customer }) => ({
      key: id,
      name: nameOf(name) ?? id,
      about: customer?.name ?? '',
      address: `/opportunities/${id}`,
    })),
    ...(notes?.rows ?? []).map(({ event, position, summary, customer, kindName }) => ({
      key: event,
      name: nameOf(summary) ?? '',
      about: [kindName, customer.name].filter(Boolean).join(', '),
      address: of(customer.id),
      event: position,
    })),
  ]
}
