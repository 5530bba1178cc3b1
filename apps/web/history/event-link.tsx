/** A link to an event: the sheet over the page where one is. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export interface EventLinkProps {
  /** Position of an event, or the stream of a record, where it began. */
  to: string
  className?: string | undefined
  title?: string | undefined
  label?: string | undefined
  children: ReactNode
}

export function EventLink({ to, className, title, label, children }: EventLinkProps) {
  return (
    <Link
      to="."
      search={(before: object) => ({ ...before, event: to })}
      resetScroll={false}
      className={className}
      title={title}
      aria-label={label}
    >
      {children}
    </Link>
  )
}
