/** A search of a page: `/` goes there, and what is typed is sent once somebody pauses. */
import { useRef } from 'react'
import { Key } from '../button.js'
import { isForPage, useKeys } from '../keys.js'
import styles from './search-field.module.css'
import { type TypedOf, useTyped } from './typed.js'

export interface SearchFieldProps extends TypedOf {
  label: string
  /** Of its place: how wide it is there. */
  className: string | undefined
}

export function SearchField({ label, className, ...of }: SearchFieldProps) {
  const [typed, setTyped] = useTyped(of)
  const field = useRef<HTMLInputElement>(null)
  useKeys((event) => {
    if (event.key !== '/' || !isForPage(event)) return
    event.preventDefault()
    field.current?.focus()
  })
  return (
    <span className={`${styles.search} ${className ?? ''}`}>
      <input
        ref={field}
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Key>/</Key>
    </span>
  )
}
