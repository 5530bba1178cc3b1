/** Draws the words of the picture. What is said of what came later is quiet, and as readable as the rest. */
import { useMemo } from 'react'
import type { Layer } from '../geometry/picture.js'
import type { Measures, Rows } from '../geometry/rows.js'
import { boxOf, type Caption, type PictureTexts, unitWords, withRoom } from '../geometry/words.js'
import type { ScorePicture } from '../moving/use-picture.js'
import styles from './score.module.css'

interface Drawn {
  rows: Rows
  measures: Measures
  texts: PictureTexts
}

function wordsIn({ own, units }: Layer, { rows, measures, texts }: Drawn): Caption[] {
  const first = rows.own?.projects ?? 0
  const projects = own.projects.flatMap(({ fact, lane, label }): Caption[] =>
    label ? [{ id: fact.slot, of: 'project', ...label, y: first + lane * measures.projectLane + 8 }] : [],
  )
  const ofUnits = rows.units.flatMap((row) => {
    const layer = units.get(row.id)
    return layer ? unitWords(layer, row, texts) : []
  })
  return [...projects, ...ofUnits]
}

/** Words of what came later stand where that is drawn. */
export function PictureWords({ picture, texts, cut }: { picture: ScorePicture; texts: PictureTexts; cut: number }) {
  const { told, later, rows, measures, isPast } = picture
  const { own, later: ahead } = useMemo(() => {
    const drawn = { rows, measures, texts }
    const said = wordsIn(told, drawn)
    const ids = new Set(said.map(({ id }) => id))
    const isAhead = (word: Caption) => !ids.has(word.id) && boxOf(word).from >= cut
    const unsaid = isPast ? wordsIn(later, drawn).filter(isAhead) : []
    const placed = withRoom([...said, ...unsaid])
    return {
      own: placed.filter(({ id }) => ids.has(id)),
      later: placed.filter(({ id }) => !ids.has(id)),
    }
  }, [told, later, rows, measures, isPast, texts, cut])
  return (
    <g>
      {own.map((word) => (
        <OneCaption key={word.id} of={word} className={styles[word.of]} />
      ))}
      {ahead.map((word) => (
        <OneCaption key={word.id} of={word} className={styles.later} />
      ))}
    </g>
  )
}

const OneCaption = ({
  of: { text, more, x, y, anchor },
  className,
}: {
  of: Caption
  className: string | undefined
}) => (
  <text className={className} x={x} y={y} textAnchor={anchor}>
    {text}
    {more && (
      <tspan className={styles.under} dx={6}>
        {more}
      </tspan>
    )}
  </text>
)
