/** Who of us knows a person, how well, and since when not any more. */
import { PersonalValue } from '../../components/name.js'
import { Empty } from '../../components/notice.js'
import { useWords } from '../../components/words.js'
import { useFormats, useTexts } from '../../language/language.js'
import styles from './contact.module.css'
import type { Person } from './person.js'
import { contactTexts } from './texts.js'

export function KnownBy({ of: { knownBy, mergedFrom } }: { of: Person }) {
  const say = useTexts(contactTexts)
  const formats = useFormats()
  const words = useWords()
  const best = knownBy.toSorted((a, b) => b.touches - a.touches)
  return (
    <section aria-labelledby="known-by">
      <h2 id="known-by">{say('knownBy')}</h2>
      {knownBy.length === 0 && <Empty>{say('knownByNobody')}</Empty>}
      <ul>
        {best.map(({ member, name, unit, function: by, touches, lastTouch, lastTouchOn }) => (
          <li key={member} className={styles.row}>
            <div className={styles.line}>
              <span className={styles.name}>{name === undefined ? member : <PersonalValue of={name} />}</span>
              <span className={styles.quiet}>{lastTouch && formats.shortDay(lastTouchOn ?? lastTouch)}</span>
            </div>
            <p className={styles.facts}>
              <span>{say('touches', { count: touches })}</span>
              {by && <span>{words.of('function', by)}</span>}
              {unit && <span>{unit.name ?? unit.id}</span>}
            </p>
          </li>
        ))}
      </ul>
      {mergedFrom.length > 0 && <p className={styles.quiet}>{say('mergedFrom', { count: mergedFrom.length })}</p>}
    </section>
  )
}
