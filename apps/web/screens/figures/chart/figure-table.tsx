/** The chart as a table: the same numbers, each of which opens to its events, and what they leave out. */
import { Link } from '@tanstack/react-router'
import { useWords } from '../../../components/words.js'
import { useFormats, useLanguage, useTexts } from '../../../language/language.js'
import type { Metric } from '../address.js'
import type { AskedFigures } from '../asked.js'
import { inSentence } from '../figure-tools.js'
import { type EventsLink, eventsBefore, eventsOf, eventsTold } from '../links.js'
import { ChangeSaid } from '../words/change-said.js'
import { useSaid } from '../words/said.js'
import { figuresTexts } from '../words/texts.js'
import styles from './figure-table.module.css'
import type { Cell, Group, Period } from './groups.js'
import { Of } from './marks.js'
import { periodName } from './period-names.js'

export interface FigureTableProps {
  metric: Metric
  asked: AskedFigures
  groups: readonly Group[]
  periods: readonly Period[]
  /** Percent of what was counted that states what is asked by. */
  complete: number | undefined
}

export function FigureTable(props: FigureTableProps) {
  const { metric, asked, periods, complete } = props
  const say = useTexts(figuresTexts)
  const words = useWords()
  const formats = useFormats()
  const language = useLanguage()
  const isWhole = complete === undefined || complete >= 100 || asked.by === undefined
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
      <section className={styles.scroller} aria-label={say('table')} tabIndex={0}>
        <table className={styles.table}>
          <caption className={styles.caption}>{metric.label}</caption>
          {periods.length > 0 ? <ByPeriod {...props} /> : <Single {...props} />}
        </table>
      </section>
      <p className={styles.about}>
        {say('counts', { formula: metric.formula })}{' '}
        {!isWhole &&
          asked.by &&
          say('incomplete', {
            share: formats.share(complete / 100),
            what: inSentence(words.of('dimension', asked.by), language),
          })}
      </p>
    </>
  )
}

function Single({ metric, asked, groups }: FigureTableProps) {
  const say = useTexts(figuresTexts)
  const words = useWords()
  const said = useSaid()(metric)
  const has = (name: keyof Cell) => groups.some(({ cells }) => cells[0]?.[name] !== undefined)
  const hasP90 = has('p90')
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{asked.by ? words.of('dimension', asked.by) : say('whole')}</th>
          <th scope="col">{metric.label}</th>
          {(has('whole') || has('count')) && <th scope="col">{say('of')}</th>}
          {hasP90 && <th scope="col">{say('p90')}</th>}
          <th scope="col">{say('yearBefore')}</th>
          <th scope="col">{say('change')}</th>
          {asked.isTold && <th scope="col">{say('asToldFirst')}</th>}
          {has('leftOut') && <th scope="col">{say('leftOut')}</th>}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ code, name, cells: [cell = {}] }) => (
          <tr key={code ?? ''}>
            <th scope="row">{name}</th>
            <td>
              <Opened value={cell.value} metric={metric} to={eventsOf(asked, cell, code)} />
            </td>
            {(has('whole') || has('count')) && (
              <td>
                <Of cell={cell} />
              </td>
            )}
            {hasP90 && <td>{said.value(cell.p90)}</td>}
            <td>
              <Opened value={cell.compared} metric={metric} to={eventsBefore(asked, cell, code)} />
            </td>
            <td>
              <ChangeSaid metric={metric} value={cell.value} compared={cell.compared} />
            </td>
            {asked.isTold && (
              <td>
                <Opened value={cell.told} metric={metric} to={eventsTold(asked, cell, code)} />
              </td>
            )}
            {has('leftOut') && <td className={styles.words}>{cell.leftOut}</td>}
          </tr>
        ))}
      </tbody>
    </>
  )
}

function ByPeriod({ metric, asked, groups, periods }: FigureTableProps) {
  const words = useWords()
  const formats = useFormats()
  const say = useTexts(figuresTexts)
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{asked.by ? words.of('dimension', asked.by) : say('whole')}</th>
          {periods.map((period) => (
            <th key={period.name} scope="col">
              {periodName(period, formats)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ code, name, cells }) => (
          <tr key={code ?? ''}>
            <th scope="row">{name}</th>
            {periods.map((period) => {
              const cell = cells.find((each) => each.period?.name === period.name)
              return (
                <td key={period.name}>{cell && <OfPeriod asked={asked} code={code} cell={cell} metric={metric} />}</td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </>
  )
}

interface OfPeriodProps {
  asked: AskedFigures
  code: string | undefined
  cell: Cell
  metric: Metric
}

/** What a period came to, with what it is held against under it. */
function OfPeriod({ asked, code, cell, metric }: OfPeriodProps) {
  const say = useTexts(figuresTexts)
  const { value, compared, told, leftOut } = cell
  return (
    <>
      <Opened metric={metric} value={value} to={eventsOf(asked, cell, code)} />
      {compared !== undefined && (
        <span className={styles.beside} title={say('yearBefore')}>
          <Opened metric={metric} value={compared} to={eventsBefore(asked, cell, code)} isShort />{' '}
          <ChangeSaid metric={metric} value={value} compared={compared} />
        </span>
      )}
      {told !== undefined && (
        <span className={styles.beside} title={say('asToldFirst')}>
          <span role="img" aria-label={say('asToldFirst')}>
            ◇
          </span>{' '}
          <Opened metric={metric} value={told} to={eventsTold(asked, cell, code)} isShort />
        </span>
      )}
      {leftOut && <span className={styles.words}>{leftOut}</span>}
    </>
  )
}

interface OpenedProps {
  value: number | undefined
  metric: Metric
  to: EventsLink
  isShort?: boolean
}

/** A number that leads to its events. */
function Opened({ value, metric, to, isShort = false }: OpenedProps) {
  const said = useSaid()(metric)
  const number = isShort ? said.short(value) : said.value(value)
  return value === undefined ? number : <Link {...to}>{number}</Link>
}
