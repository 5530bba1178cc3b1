/** Answers for whoever asks, in words where that is asked for: in their language, by their clock, by the names of today. */
import { type Query, type ReadingHabits, type ReferenceHolder, type Registry, type Rules, spoken } from '#kernel'
import type { Question } from '../question.js'
import { CellWriter } from './columns.js'
import { inWords } from './in-words.js'

interface ReaderParts extends Pick<Rules, 'members'> {
  registry: Registry
  references: Pick<ReferenceHolder, 'at'>
}

export function shownTo(question: Question, body: object, { answer }: Query, parts: ReaderParts): object {
  if (!question.inWords && !question.file) return body
  const { registry, references } = parts
  return inWords(body, answer, { registry, references: references.at(), reader: readerOf(question, parts) })
}

function readerOf({ viewer, language }: Question, { members, references }: ReaderParts): ReadingHabits {
  const own = members.readerOf(viewer.member, references.at())
  return { ...own, ...(language !== undefined && { language }) }
}

/** How cells are written for whoever asks. */
export function cellsFor(question: Question, parts: ReaderParts): CellWriter {
  const { language, timeZone } = readerOf(question, parts)
  return new CellWriter(spoken(language), timeZone)
}
