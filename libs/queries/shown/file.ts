/** The draft of a list as a file: its pages one after the other, of one moment, with all who are seen on any of them. */
import { type JsonObject, type Query, Yields } from '#kernel'
import type { Question } from '../question.js'
import type { CellWriter } from './columns.js'
import { type FileRows, fileColumns, readFileRows } from './file-rows.js'

interface AskedAsFile {
  page: Query
  question: Question
  gone?: AbortSignal | undefined
}

interface DraftedPage {
  body: object
  file?: FileRows
  opened: readonly string[]
}

/**
 * @param one drafts the answer to the question of one page
 * @throws InvalidInput, NobodyWaits
 */
export async function asFile<A extends AskedAsFile, D extends DraftedPage>(
  asked: A,
  writer: CellWriter,
  one: (asked: A) => Promise<D>,
): Promise<D> {
  const { page, question } = asked
  const columns = fileColumns(page, question.file?.columns)
  const turns = new Yields(asked.gone)
  const opened = new Set<string>()
  let drafted: D | undefined
  const file = await readFileRows({
    ...{ page, columns, writer },
    query: question.query,
    turn: () => turns.next(),
    ask: async (query) => {
      const draft = await one({ ...asked, question: { ...question, query } })
      drafted ??= draft
      for (const each of draft.opened) opened.add(each)
      return draft.body as JsonObject
    },
  })
  return { ...(drafted as D), body: {}, file, opened: [...opened] }
}
