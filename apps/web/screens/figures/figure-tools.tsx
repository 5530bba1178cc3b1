/** How the question is put: by what, of which days, by which periods, as known when, and of whom. */
import { buttonLink } from '../../components/button.js'
import { Choice } from '../../components/filter/choice.js'
import { DayField } from '../../components/filter/day-field.js'
import { useWords } from '../../components/words.js'
import { useLanguage, useTexts } from '../../language/language.js'
import { usePhone } from '../../look/matches.js'
import {
  type Dimension,
  dimensions,
  type FiguresAddress,
  filtersOneByOne,
  type Metric,
  type OneFilter,
  type Span,
  spans,
} from './address.js'
import type { AskedFigures } from './asked.js'
import styles from './figures.module.css'
import { nameOfDays, type PeriodName, periodNames, periodsAt } from './periods.js'
import { type NamesOf, saidOf } from './words/said.js'
import { figuresTexts } from './words/texts.js'

export interface FigureToolsProps {
  metric: Metric
  asked: AskedFigures
  address: FiguresAddress
  change(to: Partial<FiguresAddress>): void
  /** ISO day. */
  today: string
  names: NamesOf
}

/** As it is written inside a sentence; nouns keep their capital in German. */
export const inSentence = (word: string, language: string): string =>
  language === 'de' ? word : word.charAt(0).toLowerCase() + word.slice(1)

export function FigureTools(props: FigureToolsProps) {
  const { metric, asked, change } = props
  const say = useTexts(figuresTexts)
  const words = useWords()
  const language = useLanguage()
  const isPhone = usePhone()
  const by = dimensions.filter((dimension) => metric.dimensions.includes(dimension))
  const further = (
    <>
      <Choice
        label={say('each')}
        value={asked.each ?? ''}
        options={[{ code: '', word: say('wholePeriod') }, ...spans.map((code) => ({ code, word: say(code) }))]}
        onChange={(to) => change({ each: to === '' ? undefined : (to as Span) })}
      />
      <OwnDays {...props} />
      <KnownAsked {...props} />
    </>
  )
  return (
    <div className={styles.tools}>
      <Choice
        label={say('by')}
        value={asked.by ?? 'none'}
        options={[
          ...by.map((code) => ({
            code,
            word: say('byWhat', { what: inSentence(words.of('dimension', code), language) }),
          })),
          { code: 'none', word: say('byNothing') },
        ]}
        onChange={(to) => change({ by: to as Dimension | 'none' })}
      />
      <DaysAsked {...props} />
      {isPhone ? (
        <details className={styles.further}>
          <summary>{say('further')}</summary>
          <div>{further}</div>
        </details>
      ) : (
        further
      )}
      <Filtered {...props} />
      {!isPhone && <FigureExports asked={asked} />}
    </div>
  )
}

function DaysAsked({ asked: { from, to }, change, today }: FigureToolsProps) {
  const say = useTexts(figuresTexts)
  const own = 'own'
  const name = nameOfDays({ from, to }, today)
  const options = [
    ...periodNames.map((code) => ({ code: code as string, word: say(code) })),
    ...(name ? [] : [{ code: own, word: say('ownDays') }]),
  ]
  return (
    <Choice
      label={say('daysAsked')}
      value={name ?? own}
      options={options}
      onChange={(chosen) => change(periodsAt(today)[chosen as PeriodName])}
    />
  )
}

function OwnDays({ asked: { from, to }, change }: FigureToolsProps) {
  const say = useTexts(figuresTexts)
  return (
    <span className={styles.days}>
      <DayField label={say('from')} value={from} onChange={(day) => change({ from: day, to })} />
      <span aria-hidden>–</span>
      <DayField label={say('to')} value={to} onChange={(day) => change({ from, to: day })} />
    </span>
  )
}

function KnownAsked({ asked: { known, isTold }, change, today }: FigureToolsProps) {
  const say = useTexts(figuresTexts)
  return (
    <>
      <span className={styles.known}>
        <span aria-hidden>{say('knownAt')}</span>{' '}
        <DayField label={say('knownAt')} value={known} max={today} onChange={(day) => change({ known: day })} />
      </span>
      <label className={styles.known}>
        <input type="checkbox" checked={isTold} onChange={() => change({ told: isTold ? undefined : 'first' })} />{' '}
        {say('toldFirst')}
      </label>
    </>
  )
}

/** What the figures are of, each to be taken away. */
function Filtered({ address, change, names }: FigureToolsProps) {
  const say = useTexts(figuresTexts)
  const words = useWords()
  return filtersOneByOne(address).map(({ name, dimension, codes }) => {
    const of = saidOf({ name, dimension, codes }, names, words)
    return (
      <button
        key={`${name} ${dimension}`}
        type="button"
        className={styles.chip}
        aria-label={say('notOnly', { of })}
        onClick={() => change({ [name]: without(address, { name, dimension }) })}
      >
        {of} ×
      </button>
    )
  })
}

/** What is left of a filter without one of its dimensions. */
const without = ({ unstated }: FiguresAddress, { name, dimension }: Pick<OneFilter, 'name' | 'dimension'>) =>
  name === 'unstated'
    ? unstated
        ?.split(',')
        .filter((each) => each !== dimension)
        .join(',') || undefined
    : undefined

export function FigureExports({ asked: { metric, by, each, from, to, known, filters } }: { asked: AskedFigures }) {
  const say = useTexts(figuresTexts)
  const language = useLanguage()
  const asked = {
    by: [by, each].filter(Boolean).join(','),
    from,
    to,
    known,
    language,
    compare: 'last-year',
    ...filters,
  }
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value ? [[name, [value].flat().join(',')]] : [])),
  )
  return (
    <span className={styles.exports}>
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} className={buttonLink} href={`/api/v1/figures/${metric}?${query}&format=${format}`} download>
          {say(format)}
        </a>
      ))}
    </span>
  )
}
