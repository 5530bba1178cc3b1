/** One step of a replay: the event, what it says, and what it changed. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Answer, question } from '../../../api/questions.js'
import { nameOf } from '../../../components/name.js'
import { fieldWord } from '../../../history/event/field-words.js'
import { SaidFields } from '../../../history/event/said.js'
import { saidIn } from '../../../history/event/said-values.js'
import { useFormats, useLanguage, useTexts } from '../../../language/language.js'
import styles from '../audit.module.css'
import { MemberCell } from '../lists/cells.js'
import { replayTexts } from '../texts/replay-texts.js'
import { changesIn, fieldsIn, recordIn } from './fields.js'
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
        <Says of={of} />
      )}
      <h3>{say('changes')}</h3>
      <Changes of={of} />
    </article>
  )
}

const mostNamed = 100

/** In words as far as there are any, with the names of the records and members that it names. */
function Says({ of: { type, says } }: { of: ReplayedStep }) {
  const streams = fieldsIn(says).flatMap((field) => recordIn(field) ?? [])
  const { data: records } = useQuery({
    ...question('/api/v1/record-names', { query: { streams: streams.slice(0, mostNamed).join(',') } }),
    enabled: streams.length > 0,
  })
  const { data: members } = useQuery(question('/api/v1/members'))
  const named = [
    ...(records?.rows ?? []).map(({ stream, name }) => [stream.slice(stream.indexOf('-') + 1), nameOf(name)] as const),
    ...(members?.rows ?? []).map(({ id, name }) => [id, nameOf(name)] as const),
  ]
  const names = new Map(named.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])))
  return (
    <SaidFields fields={saidIn(type, says as Readonly<Record<string, unknown>>)} names={names} language={undefined} />
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
  const read = useLanguage()
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
              <th scope="row" title={path}>
                {fieldWord(path, read)}
              </th>
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
