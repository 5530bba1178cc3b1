/** How it goes with what was sent: under way, not answered and kept, or refused in words. */
import { Refused } from '../../api/client.js'
import { Button } from '../../components/button.js'
import { Refusal } from '../../components/notice.js'
import { useTexts } from '../../language/language.js'
import styles from './note.module.css'
import { noteTexts } from './texts.js'

export interface SentProps {
  of: { isPending: boolean; failureCount: number; error: Error | null; reset(): void }
  /** Takes another key: what was written since is a record of its own. */
  onAnother(): void
}

export function Sent({ of: { isPending, failureCount, error, reset }, onAnother }: SentProps) {
  const say = useTexts(noteTexts)
  if (isPending) {
    return (
      <p role="status" className={styles.quiet}>
        {say(failureCount > 0 ? 'waiting' : 'sending')}
      </p>
    )
  }
  if (!error) return null
  const isUsed = error instanceof Refused && error.code === 'idempotency-key-reused'
  return (
    <div role="alert" className={styles.error}>
      {error instanceof Refused ? <Refusal of={error.problem} /> : <p>{say('kept')}</p>}
      {isUsed && (
        <Button
          onClick={() => {
            onAnother()
            reset()
          }}
        >
          {say('another')}
        </Button>
      )}
    </div>
  )
}
