/** The answer in words: what all of it comes to, against the year before, who is highest and lowest, and what is left out. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormats, useTexts } from '../../../language/language.js'
import page from '../../../look/page.module.css'
import type { Metric } from '../address.js'
import { type AskedFigures, totalAsked } from '../asked.js'
import type { FigureAnswered, Group } from '../chart/groups.js'
import styles from '../figures.module.css'
import { eventsOf } from '../links.js'
import { changeOf } from './change.js'
import { useSaid } from './said.js'
import { type End, spreadOf } from './spread.js'
import { figuresTexts } from './texts.js'

export interface AnswerInWordsProps {
  metric: Metric
  asked: AskedFigures
  groups: readonly Group[]
}

export function AnswerInWords({ metric, asked, groups }: AnswerInWordsProps) {
  const said = useSaid()(metric)
  const { data } = useQuery(totalAsked(asked))
  const total = data?.figures[0] as FigureAnswered | undefined
  return (
    <div className={styles.answer} role="status">
      <p className={page.sentence}>
        {total && (
          <>
            <Link {...eventsOf(asked)} className={styles.total}>
              {said.value(total.value)}
            </Link>
            <Against metric={metric} total={total} />
          </>
        )}{' '}
        <Spread metric={metric} groups={groups} />
      </p>
      {total?.leftOut && <p className={styles.caution}>{total.leftOut}</p>}
    </div>
  )
}

function Against({ metric, total }: { metric: Metric; total: FigureAnswered }) {
  const { value, compared, part, whole, count } = total
  const say = useTexts(figuresTexts)
  const formats = useFormats()
  const said = useSaid()(metric)
  const change = changeOf(value, compared, metric)
  const of =
    whole === undefined ? undefined : say('partOf', { part: formats.number(part ?? 0), whole: formats.number(whole) })
  const median = count === undefined ? undefined : say('medianOf', { count: formats.number(count) })
  const before = compared === undefined ? undefined : said.value(compared)
  const against =
    before && (change ? say('against', { change: said.change(change), before }) : say('beforeWas', { value: before }))
  const told = [of, median, against].filter(Boolean).join(', ')
  return told ? ` – ${told}.` : '.'
}

/** Who is highest and who lowest, where several are told apart by one number each. */
function Spread({ metric, groups }: Omit<AnswerInWordsProps, 'asked'>) {
  const say = useTexts(figuresTexts)
  const formats = useFormats()
  const said = useSaid()(metric)
  const single = groups.flatMap(({ code, name, cells }) => {
    const value = cells.length === 1 ? cells[0]?.value : undefined
    return code === undefined || value === undefined ? [] : [{ name, value }]
  })
  const { highest, lowest } = spreadOf(single, said.value)
  const end = (key: 'highest' | 'lowest', of: End | undefined) =>
    of && say(key, { who: formats.list(of.names), value: of.value })
  return [end('highest', highest), end('lowest', lowest)].filter(Boolean).join(' ')
}
