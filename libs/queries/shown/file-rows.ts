/** A list as a file: the rows of all its pages as a person reads them, in the columns that are asked for. */
import { fieldsOf, InvalidInput, type JsonObject, ListAnswer, type PayloadClass, type Query, type Texts } from '#kernel'
import type { CellWriter, FileCell, FileColumn } from './columns.js'
import { tableColumnsOf } from './columns.js'

/** Rows of cells, the names of the columns apart. */
export interface FileRows {
  columns: string[]
  /** As JSON in UTF-8, some hundred rows each: a file is long, and goes from thread to thread. */
  pages: Uint8Array[]
}

/** Where in an answer the rows are: a list of it, or, on a board, one of each of its lanes. */
export interface RowsAt {
  lanes?: string
  rows: string
}

/** Where the rows are that can be had as a file; undefined where an answer is no list. */
export function fileRowsOf({ answer, fileRows }: Pick<Query, 'answer' | 'fileRows'>): RowsAt | undefined {
  const [first, second] = fileRows?.split('.') ?? (answer.prototype instanceof ListAnswer ? ['rows'] : [])
  if (first === undefined) return undefined
  return second === undefined ? { rows: first } : { lanes: first, rows: second }
}

const onlyLists: Texts = {
  en: 'nothing here: only lists are given as files',
  fi: 'ei mitään tässä: vain luettelot annetaan tiedostoina',
  sv: 'inget här: bara listor ges som filer',
  de: 'nichts hier: nur Listen werden als Dateien ausgegeben',
  nb: 'ingenting her: bare lister gis som filer',
}

const nestedIn = (payload: PayloadClass, name: string): PayloadClass =>
  fieldsOf(payload).find((field) => field.name === name)?.nested ?? payload

const rowClassOf = ({ answer }: Query, { lanes, rows }: RowsAt): PayloadClass =>
  nestedIn(lanes === undefined ? answer : nestedIn(answer, lanes), rows)

/**
 * The columns of a file, in the order asked for; else all that say something to a reader.
 * @throws InvalidInput for a name that no column has, naming those there are, and where the answer is no list
 */
export function fileColumns(page: Query, asked: readonly string[] | undefined): FileColumn[] {
  const at = fileRowsOf(page)
  if (!at) throw new InvalidInput([{ path: 'format', code: 'not-a-choice', limit: { texts: onlyLists } }])
  const all = tableColumnsOf(rowClassOf(page, at))
  if (asked === undefined) return all.filter(({ isHidden }) => !isHidden)
  return asked.flatMap((name) => {
    const found = all.filter((column) => column.name === name || column.name.startsWith(`${name}.`))
    if (found.length > 0) return found.map((column) => ({ ...column, isSpare: false }))
    const limit = all.map((column) => column.name).join(', ')
    throw new InvalidInput([{ path: 'columns', code: 'not-a-choice', limit }])
  })
}

export interface ReadingRows {
  page: Query
  query: object
  columns: readonly FileColumn[]
  writer: CellWriter
  /** Answers the same question of another page. */
  ask(query: object): Promise<JsonObject>
  /** Asked between pages; ends the work once nobody waits. */
  turn(): Promise<void>
}

export async function readFileRows({ page, query, columns, writer, ask, turn }: ReadingRows): Promise<FileRows> {
  const at = fileRowsOf(page)
  const read: FileCell[][][] = []
  const { skip, ...asked }: { skip?: number; limit?: number } = { ...query, ...longestPage(page) }
  const take = (list: JsonObject) =>
    read.push(((list[at?.rows ?? ''] ?? []) as JsonObject[]).map((row) => columns.map(({ cell }) => cell(row, writer))))
  const rest = async (
    list: JsonObject | undefined,
    listed: (answer: JsonObject) => JsonObject | undefined,
    of = {},
  ) => {
    for (let one = list; one; ) {
      take(one)
      await turn()
      const { next: cursor } = one
      one = typeof cursor === 'string' ? listed(await ask({ ...asked, ...of, cursor })) : undefined
    }
  }
  const first = await ask(skip === undefined ? asked : { ...asked, skip })
  if (at?.lanes === undefined) await rest(first, (answer) => answer)
  else {
    const { lanes } = at
    const param = laneOf(page, lanes)
    for (const lane of first[lanes] as JsonObject[])
      await rest(lane, (answer) => (answer[lanes] as JsonObject[])[0], { [param]: lane[param] })
  }
  return written(columns, read)
}

/** The parameter by which one lane is asked for alone: it says which it is. */
function laneOf({ query, answer }: Query, lanes: string): string {
  const asked = new Set(fieldsOf(query).map(({ name }) => name))
  const own = fieldsOf(nestedIn(answer, lanes)).find(({ name }) => asked.has(name))
  if (!own) throw new Error(`no parameter asks for one of the ${lanes} alone`)
  return own.name
}

function written(columns: readonly FileColumn[], pages: readonly FileCell[][][]): FileRows {
  const shown = columns.flatMap(({ isSpare }, at) =>
    !isSpare || pages.some((rows) => rows.some((row) => row[at] !== null)) ? [at] : [],
  )
  const utf8 = new TextEncoder()
  return {
    columns: shown.map((at) => columns[at]?.name ?? ''),
    pages: pages.map((rows) => utf8.encode(JSON.stringify(rows.map((row) => shown.map((at) => row[at] ?? null))))),
  }
}

/** The largest page of a list. */
const rowsAtOnce = 200

/** As many rows at once as the list gives. */
function longestPage({ query }: Query): { limit?: number } {
  const limit = fieldsOf(query).find(({ name }) => name === 'limit')
  return limit ? { limit: Math.min(rowsAtOnce, Number(limit.schema.maximum ?? rowsAtOnce)) } : {}
}
