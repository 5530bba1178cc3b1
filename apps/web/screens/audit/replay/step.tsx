/** One step of a replay: the event, what it says, and what it changed. */
import type { ReactNode } from 'react'
import { SaidFields } from '../../../history/event/said.js'
import { saidIn } from '../../../history/event/said-values.js'
import { useFormats, useTexts } from '../../../language/language.js'
import styles from '../audit.module.css'
import { MemberCell } from '../lists/cells.js'
import { replayTexts } from '../texts/replay-texts.js'
import { Changes } from './changes.js'
import { changedIn, fieldsIn } from './fields.js'
import replay from './replay.module.css'
import { useNames } from './use-names.js'
import type { ReplayedStep } from './use-replay.js'

export function Step({ of }: { of: ReplayedStep }) {
  const say = useTexts(replayTexts)
  const says = of.private ? [] : fieldsIn(of.says)
  const changed = changedIn(of)
  const names = useNames(of.says, changed)
  return (
    <article className={replay.step} aria-labelledby="step">
      <h2 id="step">{of.kindName ?? of.type}</h2>
      <Circumstances of={of} />
      <h3>{say('says')}</h3>
      {says.length === 0 ? (
        <p className={styles.quiet}>{say(of.private ? 'private' : 'saysNothing')}</p>
      ) : (
        <Says of={of} names={names} />
      )}
      <h3>{say('changes')}</h3>
      <Changes of={changed} names={names} />
    </article>
  )
}

/** In words as far as there are any. */
const Says = ({ of: { type, says }, names }: { of: ReplayedStep; names: ReadonlyMap<string, string> }) => (
  <SaidFields fields={saidIn(type, says as Readonly<Record<string, unknown>>)} names={names} language={undefined} />
)

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
