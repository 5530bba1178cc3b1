/** One step of a replay: the event, what it says, and what it changed. */
import type { ReactNode } from 'react'
import type { Answer } from '../../../api/questions.js'
import { useFormats, useTexts } from '../../../language/language.js'
import styles from '../audit.module.css'
import { MemberCell } from '../lists/cells.js'
import { replayTexts } from '../texts/replay-texts.js'
import { changesIn, fieldsIn } from './fields.js'
import { LeafValue } from './leaf.js'
import replay from './replay.module.css'

export type ReplayedStep = Answer<'/api/v1/customers/{id}/replay'>['steps'][number]

export function Step({ of }: { of: ReplayedStep }) {
  const say = useTexts(replayTexts)
  const says = of.private ? [] : fieldsIn(of.says)
  return (
    <article className={replay.step} aria-labelledby="step">
      <h2 id="step">{of.kindName ?? of.type}</h2>
      <Circumstances of={of} />
      <h3>{say('says')}</h3>
      {says.length === 0 ? (
        <p className={styles.quiet}>{say(of.private ? 'private' : 'saysNothing')}</p>
      ) : (
        <table className={replay.fields}>
          <tbody>
            {says.map(({ path, value }) => (
              <tr key={path}>
                <th scope="row">{path}</th>
                <td>
                  <LeafValue of={value} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h3>{say('changes')}</h3>
      <Changes of={of} />
    </article>
  )
}

function Circumstances({ of }: { of: ReplayedStep }) {
  const say = useTexts(replayTexts)
  const formats = useFormats()
  const { occurred, precision, recordedAt, who, unit, corrects, mode, event, position } = of
  const rows: [string, ReactNode][] = [
    [
      say('happened'),
      occurred === undefined ? say('before') : formats.stated({ at: occurred, on: occurred, precision }),
    ],
    [say('written'), formats.moment(recordedAt)],
    [say('who'), <MemberCell key="who" of={who} />],
    ...(unit ? [[say('for'), unit.name ?? unit.id] satisfies [string, ReactNode]] : []),
    [say('event'), `${event} · ${position}`],
  ]
  return (
    <>
      <dl className={replay.circumstances}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {corrects && mode && <p className={styles.caution}>{say(mode, { event: corrects })}</p>}
    </>
  )
}

function Changes({ of: { changes, event } }: { of: ReplayedStep }) {
  const say = useTexts(replayTexts)
  const documents = changes
    .map(({ view, key, fields }) => ({ view, key, fields: changesIn(fields, event) }))
    .filter(({ fields }) => fields.length > 0)
  if (documents.length === 0) return <p className={styles.quiet}>{say('changesNothing')}</p>
  return documents.map(({ view, key, fields }, n) => (
    <details key={`${view} ${key}`} className={replay.document} open={n < openDocuments}>
      <summary>
        {view} <span className={styles.quiet}>{key}</span>
      </summary>
      <table className={replay.fields}>
        <thead>
          <tr>
            <th scope="col">{say('field')}</th>
            <th scope="col">{say('was')}</th>
            <th scope="col">{say('is')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">{path}</th>
              <td className={replay.was}>
                <LeafValue of={before} />
              </td>
              <td>
                <LeafValue of={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  ))
}

const openDocuments = 3
