/** What stands beside a list of its chosen row; over the list where there is no room. */
import type { ReactNode } from 'react'
import { useNarrow } from '../../look/matches.js'
import { Sheet } from '../sheet.js'
import styles from './beside-table.module.css'

export interface BesideTableProps {
  label: string
  closeLabel: string
  onClose(): void
  children: ReactNode
}

export function BesideTable({ label, closeLabel, onClose, children }: BesideTableProps) {
  if (useNarrow()) {
    return (
      <Sheet title={label} side onClose={onClose}>
        <div className={styles.over}>{children}</div>
      </Sheet>
    )
  }
  return (
    <aside className={styles.beside} aria-label={label}>
      <button type="button" className={styles.close} aria-label={closeLabel} onClick={onClose}>
        ×
      </button>
      {children}
    </aside>
  )
}
