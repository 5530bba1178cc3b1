/** Recording, from wherever one is: the sheet while one writes, and afterwards a line that leads to what was recorded. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '../../api/questions.js'
import { useTexts } from '../../language/language.js'
import type { Chosen } from './draft.js'
import { NoteSheet } from './note.js'
import styles from './note.module.css'
import { noteTexts } from './texts.js'

interface Recorded {
  customer: Chosen
  notices: readonly string[]
}

export interface RecordingProps {
  isWriting: boolean
  onClose(): void
}

export function Recording({ isWriting, onClose }: RecordingProps) {
  const say = useTexts(noteTexts)
  const [recorded, setRecorded] = useState<Recorded>()
  const onRecorded = ({ customer }: { customer: Chosen }, { notices = [] }: Schemas['WriteAnswer']) => {
    setRecorded({ customer, notices: notices.map(({ sentence }) => sentence) })
    onClose()
  }
  return (
    <>
      {isWriting && <NoteSheet onClose={onClose} onRecorded={onRecorded} />}
      {recorded && !isWriting && (
        <div className={styles.recorded} role="status">
          <span>
            <Link to="/customers/$id" params={{ id: recorded.customer.id }} onClick={() => setRecorded(undefined)}>
              {say('recorded', { name: recorded.customer.name })}
            </Link>
            {recorded.notices.map((sentence) => (
              <span key={sentence}> {sentence}</span>
            ))}
          </span>
          <button
            type="button"
            className={styles.dismiss}
            aria-label={say('dismiss')}
            onClick={() => setRecorded(undefined)}
          >
            ×
          </button>
        </div>
      )}
    </>
  )
}
