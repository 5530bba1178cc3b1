/** Finds a customer, a person, a deal or what was written, and goes there; or to another room; or does something. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useOwn } from '../../../api/own.js'
import { question } from '../../../api/questions.js'
import { Failed } from '../../../components/notice.js'
import { Sheet } from '../../../components/sheet.js'
import { useFormats, useTexts } from '../../../language/language.js'
import { useMe } from '../../../reader/me.js'
import { addresses, roomsOf } from '../../../reader/rights.js'
import { useWantsReason } from '../../member/reason.js'
import { shellTexts } from '../../texts.js'
import { sheetTexts } from '../texts.js'
import { type Commands, useCommands } from './commands.js'
import { beyond, type Found, type Groups, type KindFound, kindsFound, recordsIn } from './found.js'
import { isMeant } from './meant.js'
import styles from './palette.module.css'
import { paletteTexts } from './texts.js'

const perKind = 6

export interface PaletteProps extends Commands {
  onClose(): void
}

export function Palette({ onClose, ...commands }: PaletteProps) {
  const say = useTexts(sheetTexts)
  const sayShell = useTexts(shellTexts)
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { groups, counts, isOfTyped, isNothing, error } = useFound(typed, commands)
  const found = kindsFound.flatMap((kind) => groups[kind] ?? [])
  const wants = useWantsReason()
  const go = ({ does }: Found) => {
    onClose()
    if (typeof does === 'function') does()
    else void navigate({ to: does.address, search: does.search ?? {} })
  }
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
    <Sheet title={sayShell('find')} onClose={onClose}>
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
      <div id="found" role="listbox" aria-label={sayShell('find')} aria-busy={!isOfTyped} className={styles.found}>
        {kindsFound.map((kind) => (
          <Group
            key={kind}
            kind={kind}
            count={counts[kind]}
            of={groups[kind] ?? []}
            all={found}
            chosen={chosen}
            onGo={go}
          />
        ))}
      </div>
      {wants && <p className={styles.about}>{say('reasonToFind')}</p>}
      {isNothing && <p className={styles.about}>{say('nothingFound')}</p>}
    </Sheet>
  )
}

/** What there is of what is typed, by kind. */
function useFound(typed: string, commands: Commands) {
  const formats = useFormats()
  const say = useTexts(shellTexts)
  const text = useDeferredValue(typed.trim())
  const isSearched = text.length > 1
  const asked = useQuery({
    ...question('/api/v1/search', { query: { text: text || '-', limit: perKind } }),
    enabled: isSearched,
    placeholderData: isSearched ? keepPreviousData : undefined,
  })
  const { data, error, isFetching, isPlaceholderData } = useOwn(asked, isSearched)
  const records = useMemo(
    () => (data && isSearched ? recordsIn(data, formats.country) : {}),
    [data, isSearched, formats],
  )
  const places = roomsOf(useMe())
    .map((room) => ({ key: room, name: say(room), about: '', does: { address: addresses[room] } }))
    .filter(({ name }) => isMeant(text, name))
  const groups: Groups = { ...records, places, commands: useCommands(text, commands) }
  const isNothing = isSearched && !isFetching && !error && Object.values(groups).every((group) => group.length === 0)
  const counts = data && isSearched ? beyond(data, formats.number) : {}
  return { groups, counts, error, isNothing, isOfTyped: !isPlaceholderData && text === typed.trim() }
}

interface GroupProps {
  kind: KindFound
  /** How much there is, where it is more than is shown. */
  count: string | undefined
  of: readonly Found[]
  /** Of all groups, in which each has its place. */
  all: readonly Found[]
  chosen: number
  onGo(found: Found): void
}

function Group({ kind, count, of, all, chosen, onGo }: GroupProps) {
  const say = useTexts(paletteTexts)
  const sayShell = useTexts(shellTexts)
  if (of.length === 0) return null
  const called = kind === 'customers' || kind === 'opportunities' ? sayShell(kind) : say(kind)
  const name = count === undefined ? called : `${called} · ${count}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: options of a list stand in no fieldset
    <div role="group" aria-label={name}>
      <p className={styles.kind} aria-hidden>
        {name}
      </p>
      {of.map((one) => (
        <Option key={one.key} of={one} n={all.indexOf(one)} chosen={chosen} onGo={onGo} />
      ))}
    </div>
  )
}

interface OptionProps {
  of: Found
  n: number
  chosen: number
  onGo(found: Found): void
}

function Option({ of, n, chosen, onGo }: OptionProps) {
  const row = useRef<HTMLDivElement>(null)
  const isChosen = n === chosen
  useEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field opens the active option
    <div
      ref={row}
      id={`found-${n}`}
      role="option"
      aria-selected={isChosen}
      className={styles.row}
      onClick={() => onGo(of)}
    >
      <span>{of.name}</span>
      <span className={styles.about}>{of.about}</span>
    </div>
  )
}
