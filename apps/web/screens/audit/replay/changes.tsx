/** What an event changed: of each document first what people call by a name, then the rest as it is kept. */
import { useWords } from '../../../components/words.js'
import { SaidValue } from '../../../history/event/said.js'
import { currencyOf, isCurrencyBeside, valueSaid } from '../../../history/event/said-values.js'
import { useTexts } from '../../../language/language.js'
import styles from '../audit.module.css'
import { replayTexts } from '../texts/replay-texts.js'
import { categoryOf } from './documents.js'
import { type ChangedDocument, type FieldChange, fieldOf, type Leaf } from './fields.js'
import { LeafValue } from './leaf.js'
import replay from './replay.module.css'

interface ChangesProps {
  of: readonly ChangedDocument[]
  names: ReadonlyMap<string, string>
}

export function Changes({ of, names }: ChangesProps) {
  const say = useTexts(replayTexts)
  const words = useWords()
  if (of.length === 0) return <p className={styles.quiet}>{say('changesNothing')}</p>
  return of.map(({ view, key, fields }) => {
    const named = fields.filter(({ path }) => words.has('field', fieldOf(path)))
    const others = fields.filter(({ path }) => !words.has('field', fieldOf(path)))
    return (
      <section key={`${view} ${key}`} className={replay.document}>
        <h4>
          {words.of('view', view)} {names.has(key) && <span className={styles.quiet}>{names.get(key)}</span>}
        </h4>
        {named.length > 0 && <Fields of={named} category={categoryOf(view)} names={names} />}
        {others.length > 0 && (
          <details>
            <summary>{say('asKept', { count: others.length })}</summary>
            <Fields of={others} />
          </details>
        )}
      </section>
    )
  })
}

interface FieldsProps {
  of: readonly FieldChange[]
  /** Absent: as they are kept, not in words. */
  category?: string
  names?: ReadonlyMap<string, string>
}

function Fields({ of, category, names }: FieldsProps) {
  const say = useTexts(replayTexts)
  const words = useWords()
  const changes = new Map(of.map((change) => [change.path, change]))
  const shown = (path: string, when: 'before' | 'after') => {
    const value = changes.get(path)?.[when]
    if (category === undefined || names === undefined) return <LeafValue of={value} />
    const currency = changes.get(currencyOf(path))?.[when]
    return <Value path={path} of={value} category={category} names={names} currency={currency} />
  }
  const shownAlone = of.filter(
    ({ path }) => category === undefined || !isCurrencyBeside(path, (one) => changes.has(one)),
  )
  return (
    <table className={replay.fields}>
      <thead>
        <tr>
          <th scope="col">{say('field')}</th>
          <th scope="col">{say('was')}</th>
          <th scope="col">{say('is')}</th>
        </tr>
      </thead>
      <tbody>
        {shownAlone.map(({ path }) => (
          <tr key={path}>
            <th scope="row" title={path}>
              {category === undefined ? path : words.of('field', fieldOf(path))}
            </th>
            <td className={replay.was}>{shown(path, 'before')}</td>
            <td>{shown(path, 'after')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface ValueProps extends Required<Pick<FieldsProps, 'category' | 'names'>> {
  path: string
  of: Leaf | undefined
  /** Of an amount in minor units, where the event says it as well. */
  currency: Leaf | undefined
}

function Value({ path, of, category, names, currency }: ValueProps) {
  const said = of === undefined || of === null ? undefined : valueSaid(category, fieldOf(path), of, currency)
  if (said === undefined || said.as === 'record')
    return <LeafValue of={typeof of === 'string' ? (names.get(of) ?? of) : of} />
  return <SaidValue said={said} names={names} language={undefined} />
}
