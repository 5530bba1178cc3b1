/** How it was: one of a few kinds, each under one key. */
import { Key } from '../../components/button.js'
import { useWords } from '../../components/words.js'
import { useTexts } from '../../language/language.js'
import { type NoteKind, noteKinds } from './draft.js'
import styles from './note.module.css'
import { noteTexts } from './texts.js'

export function Kinds({ chosen, onChoose }: { chosen: NoteKind; onChoose(kind: NoteKind): void }) {
  const say = useTexts(noteTexts)
  const words = useWords()
  return (
    <fieldset className={styles.kinds}>
      <legend className={styles.hidden}>{say('kind')}</legend>
      {noteKinds.map((kind, n) => (
        <label key={kind} className={styles.kind} aria-keyshortcuts={`Alt+${n + 1}`}>
          <input type="radio" name="kind" value={kind} checked={kind === chosen} onChange={() => onChoose(kind)} />
          {words.of('touchpoint-kind', kind)} <Key>{n + 1}</Key>
        </label>
      ))}
    </fieldset>
  )
}
