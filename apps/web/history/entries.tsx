/** Entries of a timeline, month by month, the latest first: each opens its event. `j` and `k` go from one to the next. */
import { memo, useRef } from 'react'
import type { Schemas } from '../api/questions.js'
import { type Personal, PersonalValue } from '../components/name.js'
import type { Formats } from '../language/formats.js'
import { useFormats, useTexts } from '../language/language.js'
import styles from './entries.module.css'
import { useEntryKeys } from './entry-keys.js'
import { EventLink } from './event-link.js'
import { OwnWords } from './own-words.js'
import { historyTexts } from './texts.js'

export type Entry = Schemas['TimelineAnswer']['rows'][number] & {
  customers?: readonly { id: string; name?: string }[]
}

export interface EntriesProps {
  rows: readonly Entry[]
  /** Names of the customer's people by id, as far as they are known here. */
  people?: ReadonlyMap<string, Personal>
}

export function Entries({ rows, people }: EntriesProps) {
  const formats = useFormats()
  const say = useTexts(historyTexts)
  const entries = useRef<HTMLDivElement>(null)
  useEntryKeys(entries)
  const months = Object.entries(Object.groupBy(rows, (row) => monthOf(row, formats) ?? ''))
  return (
    <div ref={entries}>
      {months.map(([month, inMonth = []]) => (
        <section key={month} aria-label={month || say('beforeAll')}>
          <h3 className={styles.month}>{month || say('beforeAll')}</h3>
          <ol>
            {inMonth.map((row) => (
              <EntryRow key={row.position} row={row} people={people} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

const monthOf = ({ at, occurred, precision }: Entry, formats: Formats): string | undefined =>
  precision === 'before' || at === undefined ? undefined : formats.month(dayOf(occurred) ?? at)

/** The day as stated, where no time is: it is the same day for every reader. */
const dayOf = (occurred: string | undefined): string | undefined =>
  occurred !== undefined && occurred.length <= 10 ? occurred : undefined

/** Nothing where the day is not known. */
function dayShown({ at, occurred, precision }: Entry, formats: Formats): string {
  if (at === undefined || precision === 'month' || precision === 'before') return ''
  return formats.dayOfMonth(dayOf(occurred) ?? at)
}

/** As exactly as it is known; nothing where that is only before everything else. */
const whenShown = ({ at, occurred, precision }: Entry, formats: Formats): string | undefined =>
  precision === 'before' || at === undefined ? undefined : formats.stated({ at, on: occurred, precision })

const lateMs = 7 * 86_400_000

/** Whether it was written down long after it happened. */
const isLate = ({ at, recordedAt }: Entry): boolean =>
  at !== undefined && Date.parse(recordedAt) - Date.parse(at) > lateMs

const EntryRow = memo(function EntryRow({ row, people }: { row: Entry; people: EntriesProps['people'] }) {
  const formats = useFormats()
  const say = useTexts(historyTexts)
  const { position, kind, kindName, who, unit, contacts = [], customers = [] } = row
  const met = contacts.flatMap(({ id, name: own }) => {
    const name = own ?? people?.get(id)
    return name === undefined ? [] : [{ id, name }]
  })
  return (
    <li className={styles.entry}>
      <span className={styles.day} aria-hidden>
        {dayShown(row, formats)}
      </span>
      <EventLink to={position} className={styles.link} title={whenShown(row, formats)}>
        <span className={styles.meta}>
          <b>{kindName ?? kind}</b>
          <span>{who.name === undefined ? who.id : <PersonalValue of={who.name} />}</span>
          {unit && <span>{unit.name ?? unit.id}</span>}
          {customers.map(({ id, name }) => (
            <span key={id}>{name ?? id}</span>
          ))}
          {met.map(({ id, name }) => (
            <span key={id}>
              <PersonalValue of={name} />
            </span>
          ))}
          {row.private && <em>{say('private')}</em>}
          {row.restated && <em>{say('restated')}</em>}
          {row.unreadable && <em>{say('unreadable')}</em>}
          {isLate(row) && <em>{say('writtenOn', { on: formats.shortDay(row.recordedAt) })}</em>}
        </span>
        <OwnWords of={row.summary} language={row.language} gist={row.gist} short />
      </EventLink>
    </li>
  )
})
