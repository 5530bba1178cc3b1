/** Buttons, and links that look like them; with the key that does the same. */
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './button.module.css'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The one thing to do here. */
  primary?: boolean
  /** Key that does the same. */
  shortcut?: string
  children: ReactNode
}

export function Button({ primary = false, shortcut, children, className = '', ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={`${primary ? styles.primary : styles.plain} ${className}`}>
      {children}
      {shortcut && <kbd className={styles.key}>{shortcut}</kbd>}
    </button>
  )
}

/** The class of a link that is a button by its looks. */
export const buttonLink = styles.plain ?? ''

export const Key = ({ children }: { children: ReactNode }) => <kbd className={styles.key}>{children}</kbd>
