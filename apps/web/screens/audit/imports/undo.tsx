/** What the undo of an import took back, restored and kept. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { type Answer, pages } from '../../../api/questions.js'
import { Button } from '../../../components/button.js'
import { PersonalValue } from '../../../components/name.js'
import { Failed } from '../../../components/notice.js'
import { useTexts } from '../../../language/language.js'
import styles from '../audit.module.css'
import { CustomerCell } from '../lists/cells.js'
import { importTexts } from '../texts/import-texts.js'

type UndoPage = Answer<'/api/v1/imports/{id}/undo'>
type Kept = UndoPage['kept'][number]
type Undone = UndoPage['retracted'][number]

export function Undo({ id }: { id: string }) {
  const say = useTexts(importTexts)
  const asked = useInfiniteQuery(pages('/api/v1/imports/{id}/undo', { path: { id } }, 'cursor'))
  const all = asked.data?.pages ?? []
  return (
    <section className={styles.section} aria-labelledby="undo">
      <h2 id="undo">{say('undo')}</h2>
      {asked.error && <Failed error={asked.error} retry={() => void asked.refetch()} />}
      <Facts title={say('kept')} of={all.flatMap(({ kept }) => kept)} />
      <Facts title={say('restored')} of={all.flatMap(({ restored }) => restored)} />
      <Facts title={say('retracted')} of={all.flatMap(({ retracted }) => retracted)} />
      {asked.hasNextPage && <Button onClick={() => void asked.fetchNextPage()}>{say('more')}</Button>}
    </section>
  )
}

function Facts({ title, of }: { title: string; of: readonly (Undone | Kept)[] }) {
  if (of.length === 0) return null
  return (
    <details open={of.length < openedRows}>
      <summary>
        {title} <span className={styles.quiet}>{of.length}</span>
      </summary>
      <ul>
        {of.map((fact) => (
          <li key={fact.event} className={styles.entry}>
            <b>{fact.kindName ?? fact.type}</b>{' '}
            {fact.record.name === undefined ? fact.record.stream : <PersonalValue of={fact.record.name} />}{' '}
            {fact.record.customer && <CustomerCell of={fact.record.customer} />}
            {'because' in fact && (
              <p className={styles.quiet}>
                <PersonalValue of={fact.because} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

const openedRows = 50
