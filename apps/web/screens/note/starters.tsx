/** Who began it: one of three, or nobody says; one key goes from each to the next. */
import { Key } from '../../components/button.js'
import { capital, useWords } from '../../components/words.js'
import { useTexts } from '../../language/language.js'
import { type Starter, starters } from './draft.js'
import styles from './note.module.css'
import { noteTexts } from './texts.js'

export interface StartersProps {
  /** Nobody says when absent. */
  chosen: Starter | undefined
  onChoose(starter: Starter | undefined): void
}

const choices = [undefined, ...starters] as const

/** The one after, and after the last that nobody says. */
export const nextStarter = (chosen: Starter | undefined): Starter | undefined =>
  choices[(choices.indexOf(chosen) + 1) % choices.length]

export function Starters({ chosen, onChoose }: StartersProps) {
  const say = useTexts(noteTexts)
  const words = useWords()
  return (
    <fieldset className={styles.starters} aria-keyshortcuts="Alt+0">
      <legend>
        {say('startedBy')} <Key>0</Key>
      </legend>
      {choices.map((starter) => (
        <label key={starter ?? ''} className={styles.kind}>
          <input
            type="radio"
            name="started-by"
            value={starter ?? ''}
            checked={starter === chosen}
            onChange={() => onChoose(starter)}
          />
          {capital(starter === undefined ? say('unstated') : words.of('started-by', starter))}
        </label>
      ))}
    </fieldset>
  )
}
