/** What of the timeline is shown: words, kind, unit, who, function, a person of theirs, a period. */
import type { ReactNode } from 'react'
import { SearchField } from '../../../components/filter/search-field.js'
import { nameOf, type Personal, PersonalValue } from '../../../components/name.js'
import { capital, useWords, type Word } from '../../../components/words.js'
import { useFormats, useTexts } from '../../../language/language.js'
import { isFiltered, unfiltered } from '../address.js'
import type { Customer360 } from '../answer.js'
import { customerTexts } from '../texts.js'
import { useCustomerAddress } from '../use-address.js'
import styles from './filters.module.css'
import { timelineTexts } from './texts.js'

export interface FiltersProps {
  customer: Customer360
  people: ReadonlyMap<string, Personal>
  /** Names of the kinds met so far. */
  kinds: ReadonlyMap<string, string>
}

const pauseMs = 250

export function Filters({ customer, people, kinds }: FiltersProps) {
  const sayCustomer = useTexts(customerTexts)
  const say = useTexts(timelineTexts)
  const formats = useFormats()
  const words = useWords()
  const { address, change } = useCustomerAddress()
  const { kind, unit, who, function: by, contact, from, to } = address
  const met = [...kinds].map(([code, word]) => ({ code, word }))
  const known = new Map([...words.in('touchpoint-kind'), ...met].map((each) => [each.code, each]))
  const byName = [...known.values()].sort((a, b) => formats.compare(a.word, b.word))
  const units = customer.units.map(({ id, name }) => ({ code: id, word: name ?? id }))
  return (
    <div className={styles.filters}>
      <div className={styles.head}>
        <h2 id="timeline">{sayCustomer('timeline')}</h2>
        <SearchField
          label={say('search')}
          className={styles.search}
          pauseMs={pauseMs}
          text={address.text ?? ''}
          onChange={(text) => change({ text: text || undefined })}
        />
      </div>
      <div className={styles.choices}>
        <Choice label={say('kind')} of={byName} value={kind} onChange={(value) => change({ kind: value })} />
        {units.length > 1 && (
          <Choice label={say('unit')} of={units} value={unit} onChange={(value) => change({ unit: value })} />
        )}
        <Choice label={say('who')} of={membersOf(customer)} value={who} onChange={(value) => change({ who: value })} />
        <Choice
          label={say('function')}
          of={words.in('function')}
          value={by}
          onChange={(value) => change({ function: value })}
        />
        {contact !== undefined && (
          <Chip label={say('withoutContact')} onRemove={() => change({ contact: undefined })}>
            <PersonalValue of={people.get(contact) ?? contact} />
          </Chip>
        )}
        {(from ?? to) !== undefined && (
          <Chip label={say('withoutPeriod')} onRemove={() => change({ from: undefined, to: undefined })}>
            {from && formats.shortDay(from)} – {to && formats.shortDay(to)}
          </Chip>
        )}
        {isFiltered(address) && (
          <button type="button" className={styles.all} onClick={() => change(unfiltered)}>
            {say('unfilter')}
          </button>
        )}
      </div>
    </div>
  )
}

/** Of ours, whoever leads a relationship or knows somebody there. */
function membersOf({ parts }: Customer360): Word[] {
  const owners = parts?.standings.flatMap(({ owner, with: others }) => (owner ? [owner, ...others] : others)) ?? []
  const known = parts?.people.flatMap(({ knownBy }) => knownBy) ?? []
  const byId = new Map([...owners, ...known].map(({ id, name }) => [id, nameOf(name) ?? id]))
  return [...byId].map(([code, word]) => ({ code, word }))
}

interface ChoiceProps {
  label: string
  of: readonly Word[]
  value: string | undefined
  onChange(value: string | undefined): void
}

function Choice({ label, of, value, onChange }: ChoiceProps) {
  const isThere = value === undefined || of.some(({ code }) => code === value)
  return (
    <select
      aria-label={label}
      className={value === undefined ? styles.choice : styles.chosen}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
    >
      <option value="">{label}</option>
      {!isThere && <option value={value}>{value}</option>}
      {of.map(({ code, word }) => (
        <option key={code} value={code}>
          {capital(word)}
        </option>
      ))}
    </select>
  )
}

interface ChipProps {
  label: string
  onRemove(): void
  children: ReactNode
}

const Chip = ({ label, onRemove, children }: ChipProps) => (
  <span className={styles.chip}>
    {children}
    <button type="button" aria-label={label} title={label} onClick={onRemove}>
      ×
    </button>
  </span>
)
