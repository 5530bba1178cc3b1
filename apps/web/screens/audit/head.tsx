/** The head of a page of the audit: the way back, what it is, how much there is. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from '../../language/language.js'
import page from '../../look/page.module.css'
import styles from './audit.module.css'
import { auditTexts } from './texts/texts.js'

export interface HeadProps {
  title: string
  about?: ReactNode
  total?: string
}

export function Head({ title, about, total }: HeadProps) {
  const say = useTexts(auditTexts)
  return (
    <header className={styles.head}>
      <title>{`${title} · Kumppani`}</title>
      <p className={styles.crumb}>
        <Link to="/audit">{say('back')}</Link>
      </p>
      <div className={styles.line}>
        <h1>{title}</h1>
        <p className={styles.quiet} role="status">
          {total}
        </p>
      </div>
      {about && <p className={styles.quiet}>{about}</p>}
    </header>
  )
}

/** Where somebody follows a link to what their roles do not show. */
export function NotYours() {
  const say = useTexts(auditTexts)
  return (
    <main className={page.page}>
      <Head title={say('audit')} />
      <p>{say('notYours')}</p>
    </main>
  )
}
