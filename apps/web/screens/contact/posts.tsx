/** Where a person works and has worked, and what part they have when that customer buys. */
import { Link } from '@tanstack/react-router'
import { PersonalValue } from '../../components/name.js'
import { Empty } from '../../components/notice.js'
import { useWords } from '../../components/words.js'
import { momentOf } from '../../history/person-link.js'
import { useFormats, useTexts } from '../../language/language.js'
import styles from './contact.module.css'
import type { Person } from './person.js'
import { contactTexts } from './texts.js'

export function Posts({ of: posts }: { of: Person['posts'] }) {
  const say = useTexts(contactTexts)
  const formats = useFormats()
  const words = useWords()
  return (
    <section aria-labelledby="posts">
      <h2 id="posts">{say('posts')}</h2>
      {posts.length === 0 && <Empty>{say('noPosts')}</Empty>}
      <ul>
        {posts.map(({ customer, title, level, roles, since, until, current }) => (
          <li key={`${customer.id} ${since} ${until}`} className={styles.row}>
            <Link to="/customers/$id" params={{ id: customer.id }} search={momentOf} className={styles.name}>
              {customer.name ?? customer.id}
            </Link>
            <p className={styles.facts}>
              {title && (
                <span>
                  <PersonalValue of={title} />
                </span>
              )}
              <span>{words.of('level', level)}</span>
              {roles.length > 0 && <span>{roles.map((role) => words.of('buying-role', role)).join(', ')}</span>}
            </p>
            <p className={current ? styles.quiet : styles.caution}>
              {formats.shortDay(since)} – {until && formats.shortDay(until)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
