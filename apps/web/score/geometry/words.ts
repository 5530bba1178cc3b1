/** The words in the picture, each where it touches no other: what was told is said first, what came later where there is room. */
import type { Fact } from '../facts/facts.js'
import type { TargetMark, UnitLayer } from './picture.js'
import type { UnitRow } from './rows.js'
import { lostPlace, type StepWords, stepLabels, textWidth } from './stages.js'

export interface Caption {
  id: string
  of: 'step' | 'passive' | 'lost' | 'target' | 'income' | 'project'
  text: string
  /** Follows the text where there is room. */
  more?: string
  /** px of its beginning, or of its end. */
  x: number
  /** px of its base line. */
  y: number
  anchor: 'start' | 'end'
}

export interface PictureTexts extends StepWords {
  /** Nothing stands beyond these; px. */
  left: number
  right: number
  passive: string
  lost(from: number): string
  target(target: TargetMark): { whole: string; short: string }
  /** Stages are named above the row instead, and income goes without. */
  isCompact: boolean
}

const idOf = ({ position, slot }: Fact): string => `${position} ${slot}`

/** px that the word needs. */
const leastPassive = { width: 60, height: 18 }

/** What may be said of a unit, what matters most first. */
export function unitWords(
  { steps, target, lostFrom, income }: UnitLayer,
  row: UnitRow,
  texts: PictureTexts,
): Caption[] {
  if (texts.isCompact) return []
  const { base } = row
  const named = stepLabels(steps, texts, texts.left).map(
    ({ step, name, since, ...place }): Caption => ({
      id: `step ${idOf(step.fact)}`,
      of: 'step',
      text: name,
      ...(since && { more: since }),
      ...place,
    }),
  )
  const lostWord = lostFrom === undefined ? '' : texts.lost(lostFrom)
  const lost = lostWord === '' ? undefined : lostPlace(steps, lostWord, texts)
  const passive = steps
    .filter(({ y }) => base - y >= leastPassive.height)
    .flatMap((step) => step.passive)
    .filter(({ width }) => width > leastPassive.width)
    .map(({ x }): Caption => {
      const id = `passive ${row.id} ${x}`
      return { id, of: 'passive', text: texts.passive, x: x + 5, y: base - 3, anchor: 'start' }
    })
  const amounts = income.flatMap(({ fact, x, label }): Caption[] =>
    label === undefined
      ? []
      : [{ id: `income ${idOf(fact)}`, of: 'income', text: label, x: x + 5, y: row.income ?? base, anchor: 'start' }],
  )
  return [
    ...named,
    ...(lost ? [{ id: `lost ${row.id}`, of: 'lost', text: lostWord, anchor: 'end', ...lost } as const] : []),
    ...targetWord(target, texts),
    ...passive,
    ...amounts,
  ]
}

/** As much of it as there is room ahead. */
function targetWord(target: TargetMark | undefined, texts: PictureTexts): Caption[] {
  if (!target) return []
  const { whole, short } = texts.target(target)
  const { fact, from, to } = target
  const text = [whole, short].find((each) => textWidth(each) <= texts.right - from.x - 8)
  if (text === undefined) return []
  const isLeft = to.x + 4 - textWidth(text) >= from.x + 4
  return [
    {
      id: `target ${idOf(fact)}`,
      of: 'target',
      text,
      x: isLeft ? to.x + 4 : from.x + 6,
      y: to.y - 7,
      anchor: isLeft ? 'end' : 'start',
    },
  ]
}

/** Around a line of text; px. */
const lineHeight = 15
const apart = 4

/** px that a word takes. */
interface Box {
  from: number
  to: number
  y: number
}

export function boxOf({ text, more, x, y, anchor }: Caption): Box {
  const width = textWidth(text) + (more === undefined ? 0 : textWidth(more) + 6)
  return anchor === 'end' ? { from: x - width, to: x, y } : { from: x, to: x + width, y }
}

const touch = (one: Box, other: Box): boolean =>
  one.from < other.to + apart && one.to + apart > other.from && Math.abs(one.y - other.y) < lineHeight

/** Of words in the order in which they matter those that touch none before them; some without what may follow. */
export function withRoom(words: readonly Caption[]): Caption[] {
  const taken: Box[] = []
  return words.flatMap((word) => {
    const { more: _, ...shorter } = word
    const fits = [word, shorter].find((each) => taken.every((box) => !touch(boxOf(each), box)))
    if (fits) taken.push(boxOf(fits))
    return fits ? [fits] : []
  })
}
