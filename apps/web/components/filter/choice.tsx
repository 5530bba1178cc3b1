/** One of a few, chosen from a list. */
import styles from './choice.module.css'

export interface ChoiceProps {
  label: string
  value: string
  options: readonly { code: string; word: string }[]
  onChange(code: string): void
}

export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select
      className={styles.choice}
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      {options.map(({ code, word }) => (
        <option key={code} value={code}>
          {word}
        </option>
      ))}
    </select>
  )
}
