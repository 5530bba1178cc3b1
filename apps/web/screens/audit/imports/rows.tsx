/** Rows that were left, each with its place in its file. */
import type { Answer } from '../../../api/questions.js'
import { PersonalValue } from '../../../components/name.js'
import { useFormats, useTexts } from '../../../language/language.js'
import styles from '../audit.module.css'
import { CustomerCell } from '../lists/cells.js'
import { importTexts } from '../texts/import-texts.js'
import imports from './imports.module.css'

/** A page of what became of an import. */
export type ImportPage = Answer<'/api/v1/imports/{id}'>

export function Reasons({ of }: { of: ImportPage['reasons'] }) {
  const say = useTexts(importTexts)
  const formats = useFormats()
  return (
    <section className={styles.section} aria-labelledby="reasons">
      <h2 id="reasons">{say('reasons')}</h2>
      {of.length === 0 && <p className={styles.quiet}>{say('none')}</p>}
      <ul>
        {of.map(({ list, why, rows, file, line }) => (
          <li key={`${list} ${why}`} className={imports.reason}>
            <span className={imports.number}>{formats.number(rows)}</span>
            <span>
              {say(list)}: <b>{why}</b>
            </span>
            <span className={styles.quiet}>
              {say('first')}: <PersonalValue of={file} />, {line}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Rows({ title, of }: { title: string; of: ImportPage['refused'] }) {
  const say = useTexts(importTexts)
  if (of.length === 0) return null
  return (
    <section className={styles.section}>
      <details>
        <summary>
          {title} <span className={styles.quiet}>{of.length}</span>
        </summary>
        <table className={imports.rows}>
          <thead>
            <tr>
              <th scope="col">{say('file')}</th>
              <th scope="col">{say('line')}</th>
              <th scope="col">{say('column')}</th>
              <th scope="col">{say('why')}</th>
            </tr>
          </thead>
          <tbody>
            {of.map(({ file, line, column, why }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of a file may be left for two reasons
              <tr key={n}>
                <td>
                  <PersonalValue of={file} />
                </td>
                <td>{line}</td>
                <td>
                  <PersonalValue of={column} />
                </td>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

export function Vanished({ of }: { of: ImportPage['vanished'] }) {
  const say = useTexts(importTexts)
  if (of.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="vanished">
      <h2 id="vanished">{say('vanished')}</h2>
      <ul>
        {of.map(({ stream, name, customer, became, why }) => (
          <li key={stream} className={styles.entry}>
            {name === undefined ? stream : <PersonalValue of={name} />} {customer && <CustomerCell of={customer} />}{' '}
            <span className={styles.quiet}>
              {say(became)} {why}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
