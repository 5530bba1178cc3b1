/**
 * The first half of an import: files and a mapping → what each row means, in the order of the mapping
 * and of the files. It writes nothing and knows neither events nor stores.
 */
import { checkMapping } from '../mapping/check-mapping.js'
import { FileFault } from '../problem.js'
import type { PassedOver } from '../tabular/table.js'
import type { PlannedRow, RefusedRow } from './planned-row.js'
import { type PlanRequest, type PreparedRows, prepareRows } from './prepare.js'

/** Told when a file has been read to its end: how many of its rows said nothing. */
export type OnFileRead = (file: string, passedOver: PassedOver) => void

/**
 * Throws MappingFault before the first row when the mapping does not fit the catalogue. All files are
 * opened and all columns looked up before the first row is given; a file that cannot be read yields
 * one `stopped`, and nothing after it. Memory: joined files and `once` keys, beside one piece of the
 * file being read.
 */
export async function* planRows(request: PlanRequest, onFileRead?: OnFileRead): AsyncGenerator<PlannedRow> {
  for await (const piece of planPieces(request, onFileRead)) for (const row of piece) yield row
}

/** The same in pieces, as they are read: a step for each row costs as much as planning it. */
export async function* planPieces(request: PlanRequest, onFileRead?: OnFileRead): AsyncGenerator<PlannedRow[]> {
  checkMapping(request.mapping, request.catalogue)
  const { rows } = request.mapping.mapping
  const prepared: PreparedRows[] = []
  try {
    for (const declaration of rows) {
      if (request.only && !request.only.includes(declaration.file)) continue
      prepared.push(await prepareRows(declaration, request))
    }
    yield* piecesOf(prepared, onFileRead)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    yield [{ outcome: 'stopped', problem: error.problem }]
  } finally {
    for (const { table } of prepared) await table.close()
  }
}

async function* piecesOf(prepared: readonly PreparedRows[], onFileRead?: OnFileRead): AsyncGenerator<PlannedRow[]> {
  const own = new Set(prepared.map(({ table }) => table.head.file))
  const told = new Set<string>()
  for (const { table, sideRows, planRow, linesLeft } of prepared) {
    yield sideRows.filter((row) => isNews(row, own, told))
    for await (const piece of table.pieces) yield piece.map(planRow)
    yield linesLeft().filter((row) => isNews(row, own, told))
    onFileRead?.(table.head.file, table.passedOver)
  }
}

/** A row of a joined file is told of once, however many join it; one that is no row at all is told of where its file is read itself. */
function isNews({ source: { head, line, problem } }: RefusedRow, own: ReadonlySet<string>, told: Set<string>): boolean {
  const place = `${line}:${head.file}`
  if ((problem && own.has(head.file)) || told.has(place)) return false
  told.add(place)
  return true
}
