/** What a deal did since the day asked about, in words. */
import { useWords } from '../../../components/words.js'
import { useTexts } from '../../../language/language.js'
import styles from '../opportunities.module.css'
import { opportunitiesTexts } from '../texts.js'
import { type Moving, moveOf } from './moves.js'

export function MoveSaid({ of, since }: { of: Moving; since: string }) {
  const say = useTexts(opportunitiesTexts)
  const words = useWords()
  const move = moveOf(of, since)
  if (!move) return null
  const said = {
    won: () => words.of('opportunity-status', 'won'),
    lost: () => words.of('opportunity-status', 'lost'),
    new: () => say('isNew'),
    stage: () => say('cameFrom', { stage: words.of('opportunity-stage', of.stageBefore ?? '') }),
    changed: () => say('changed'),
  }[move]
  return <span className={move === 'lost' ? styles.alarm : styles.moved}>{said()}</span>
}
