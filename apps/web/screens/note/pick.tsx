/** Chips of what is chosen or guessed, and a field that finds more by its name. */
import { useEffect, useId, useRef, useState } from 'react'
import { useTexts } from '../../language/language.js'
import type { Chosen } from './draft.js'
import styles from './pick.module.css'
import type { Offered } from './reading/guesses.js'
import { noteTexts } from './texts.js'

export interface PickProps {
  label: string
  hint: string
  chosen: readonly (Chosen & { isGuess: boolean })[]
  onDrop(id: string): void
  /** What is typed, and what is offered for it; no field where nothing more may be chosen. */
  field?: { text: string; onText(text: string): void; offered: Offered; onPick(one: Chosen): void; focused?: boolean }
  error?: string
}

export function Pick({ label, hint, chosen, onDrop, field, error }: PickProps) {
  const say = useTexts(noteTexts)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  // What had the focus is gone by then: whoever types goes on beside it.
  const goOn = () =>
    requestAnimationFrame(() => (box.current?.querySelector('input') ?? box.current?.querySelector('button'))?.focus())
  return (
    <div ref={box} className={styles.pick}>
      <label className={styles.label} id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <div className={styles.chips}>
        {chosen.map(({ id: one, name, isGuess }) => (
          <span key={one} className={isGuess ? styles.guess : styles.chip}>
            {name}
            {isGuess && <span className={styles.quiet}>{say('guessed')}</span>}
            <button
              type="button"
              className={styles.drop}
              aria-label={say('drop', { name })}
              onClick={() => {
                onDrop(one)
                goOn()
              }}
            >
              ×
            </button>
          </span>
        ))}
        {field && (
          <Field
            id={id}
            hint={hint}
            {...field}
            onPick={(one) => {
              field.onPick(one)
              goOn()
            }}
            error={error}
          />
        )}
      </div>
      {error && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

type FieldProps = NonNullable<PickProps['field']> & { id: string; hint: string; error: string | undefined }

function Field({ id, hint, text, onText, offered: { options, isDone }, onPick, focused = false, error }: FieldProps) {
  const say = useTexts(noteTexts)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) input.current?.focus()
  }, [focused])
  const here = Math.min(at, options.length - 1)
  const isOpen = options.length > 0
  const pick = (one: Chosen) => {
    onText('')
    setAt(0)
    onPick(one)
  }
  const onKeyDown = (event: { key: string; ctrlKey: boolean; metaKey: boolean; preventDefault(): void }) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const one = options[here]
    if (!one || event.ctrlKey || event.metaKey) return
    if (step) {
      event.preventDefault()
      setAt((here + step + options.length) % options.length)
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    pick(one)
  }
  return (
    <span className={styles.field}>
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-expanded={isOpen}
        aria-controls={`${id}-options`}
        aria-activedescendant={isOpen ? `${id}-${here}` : undefined}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        placeholder={hint}
        value={text}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-options`} role="listbox" aria-labelledby={`${id}-label`} className={styles.options}>
        {options.map((one, n) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field chooses the active option
          <div
            key={one.id}
            id={`${id}-${n}`}
            role="option"
            aria-selected={n === here}
            className={styles.option}
            onClick={() => pick(one)}
          >
            {one.name}
          </div>
        ))}
      </div>
      {isDone && !isOpen && (
        <span className={styles.quiet} role="status">
          {say('nothing')}
        </span>
      )}
    </span>
  )
}
