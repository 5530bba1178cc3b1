/** A sheet over whatever one does: a native dialog, closed by Esc, by its button or by a click beside it. */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useTexts } from '../language/language.js'
import styles from './sheet.module.css'
import { componentTexts } from './texts.js'

export interface SheetProps {
  title: string
  /** Where it stands: over the middle, or along the right side. */
  side?: boolean
  onClose(): void
  children: ReactNode
}

export function Sheet({ title, side = false, onClose, children }: SheetProps) {
  const say = useTexts(componentTexts)
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  // Before it leaves the page, so that the focus goes back to where it came from.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    // Whoever opens a sheet to write begins at once.
    shown?.querySelector<HTMLElement>('input:not([type="radio"], [type="checkbox"]), textarea')?.focus()
    return () => shown?.close()
  }, [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself
    <dialog
      ref={dialog}
      className={side ? styles.side : styles.sheet}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className={styles.body}>
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <button type="button" className={styles.close} onClick={onClose} aria-label={say('close')}>
            ×
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}
