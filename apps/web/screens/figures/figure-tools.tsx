/** How the question is put: by what, of which days, by which periods, as known when, and of whom. */
import { buttonLink } from '../../components/button.js'
import { Choice } from '../../components/filter/choice.js'
import { useWords } from '../../components/words.js'
import { useLanguage, useTexts } from '../../language/language.js'
import { type Dimension, dimensions, type FiguresAddress, type Metric, type Span, spans } from './address.js'
import type { AskedFigures } from './asked.js'
import styles from './figures.module.css'
import { nameOfDays, type PeriodName, periodNames, periodsAt } from './periods.js'
import type { NamesOf } from './words/said.js'
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
  const by = dimensions.filter((dimension) => metric.dimensions.includes(dimension))
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
      <Choice
        label={say('each')}
        value={asked.each ?? ''}
        options={[{ code: '', word: say('wholePeriod') }, ...spans.map((code) => ({ code, word: say(code) }))]}
        onChange={(to) => change({ each: to === '' ? undefined : (to as Span) })}
      />
      <DaysAsked {...props} />
      <KnownAsked {...props} />
      <Filtered {...props} />
      <span className={styles.exports}>
        <Exports {...props} />
      </span>
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
    <span className={styles.days}>
      <Choice
        label={say('daysAsked')}
        value={name ?? own}
        options={options}
        onChange={(chosen) => change(periodsAt(today)[chosen as PeriodName])}
      />
      <Day label={say('from')} value={from} onChange={(day) => change({ from: day, to })} />
      <span aria-hidden>–</span>
      <Day label={say('to')} value={to} onChange={(day) => change({ from, to: day })} />
    </span>
  )
}

function KnownAsked({ asked: { known, isTold }, change, today }: FigureToolsProps) {
  const say = useTexts(figuresTexts)
  return (
    <>
      <span className={styles.known}>
        {say('knownAt')}{' '}
        <Day label={say('knownAt')} value={known ?? ''} max={today} onChange={(day) => change({ known: day })} />
      </span>
      <label className={styles.known}>
        <input type="checkbox" checked={isTold} onChange={() => change({ told: isTold ? undefined : 'first' })} />{' '}
        {say('toldFirst')}
      </label>
    </>
  )
}

interface DayProps {
  label: string
  value: string
  max?: string
  onChange(day: string | undefined): void
}

const Day = ({ label, value, max, onChange }: DayProps) => (
  <input
    type="date"
    aria-label={label}
    className={styles.day}
    value={value}
    max={max}
    onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
  />
)

/** What the figures are of, each to be taken away. */
function Filtered({ address, change, names }: FigureToolsProps) {
  const say = useTexts(figuresTexts)
  return dimensions.map((dimension) => {
    const text = address[dimension]
    if (text === undefined) return null
    const of = text
      .split(',')
      .map((code) => names.of(dimension, code))
      .join(', ')
    return (
      <button
        key={dimension}
        type="button"
        className={styles.chip}
        aria-label={say('notOnly', { of })}
        onClick={() => change({ [dimension]: undefined })}
      >
        {of} ×
      </button>
    )
  })
}

function Exports({ asked: { metric, by, each, from, to, known, filters } }: FigureToolsProps) {
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
  return (['xlsx', 'csv'] as const).map((format) => (
    <a key={format} className={buttonLink} href={`/api/v1/figures/${metric}?${query}&format=${format}`} download>
      {say(format)}
    </a>
  ))
}
