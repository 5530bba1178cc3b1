/** How many relationships are at each stage: of the group against what it wants, and of each unit. */
import { Link } from '@tanstack/react-router'
import { type Answer, question } from '../../api/questions.js'
import { Answered } from '../../components/answered.js'
import { allOf, ofUnit } from '../../components/filter/grammar.js'
import { capital } from '../../components/words.js'
import { useFormats, useTexts } from '../../language/language.js'
import { rankOf } from '../../look/stages.js'
import styles from './pyramids.module.css'
import { stepsOf } from './steps.js'
import { relationshipsTexts } from './texts.js'

export interface PyramidsProps {
  units: readonly { id: string; name: string; closed: boolean }[]
  filter: string | undefined
}

export function Pyramids({ units, filter }: PyramidsProps) {
  const say = useTexts(relationshipsTexts)
  return (
    <>
      <div className={styles.pyramids}>
        <Pyramid name={say('wholeGroup')} unit={undefined} filter={filter} />
        {units
          .filter(({ closed }) => !closed)
          .map(({ id, name }) => (
            <Pyramid key={id} name={name} unit={id} filter={filter} />
          ))}
      </div>
      <p className={styles.about}>{say('pyramidAbout')}</p>
    </>
  )
}

interface PyramidProps {
  name: string
  /** The whole group when absent. */
  unit: string | undefined
  filter: string | undefined
}

function Pyramid({ name, unit, filter }: PyramidProps) {
  return (
    <section className={unit ? styles.pyramid : styles.group} aria-label={name}>
      <Answered of={question('/api/v1/relationships', { query: { limit: 1, filter: allOf(ofUnit(unit), filter) } })}>
        {(answer) => <Steps of={answer} name={name} unit={unit ?? 'group'} filter={filter} />}
      </Answered>
    </section>
  )
}

interface StepsProps {
  of: Answer<'/api/v1/relationships'>
  name: string
  unit: string
  filter: string | undefined
}

function Steps({ of: { stages: counted, total = 0 }, name, unit, filter }: StepsProps) {
  const say = useTexts(relationshipsTexts)
  const formats = useFormats()
  return (
    <>
      <h2 className={styles.name}>
        {name} <span className={styles.quiet}>{formats.number(total)}</span>
      </h2>
      <ol>
        {stepsOf(counted).map(({ stage, name: called, count, target, width, targetWidth }) => {
          const said = target === undefined ? formats.number(count) : say('ofTarget', { count, target })
          return (
            <li key={stage}>
              <Link to="/relationships" search={{ unit, stage, filter }} className={styles.step}>
                <span className={styles.stage}>{capital(called)}</span>
                <span className={styles.track}>
                  {count > 0 && (
                    <span className={styles.bar} data-rank={rankOf(stage)} style={{ width: `${width}%` }} />
                  )}
                  {targetWidth !== undefined && <span className={styles.target} style={{ width: `${targetWidth}%` }} />}
                </span>
                <span className={target !== undefined && count < target ? styles.short : styles.count}>{said}</span>
              </Link>
            </li>
          )
        })}
      </ol>
    </>
  )
}
