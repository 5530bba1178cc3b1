/**
 * The first half of an import: files and a mapping → what each row means, in the order of the mapping
 * and of the files. It writes nothing and knows neither events nor stores.
 */
import { checkMapping } from '../mapping/check-mapping.js'
import { FileFault } from '../problem.js'
import type { PassedOver } from '../tabular/table.js'
import type { PlannedRow } from './planned-row.js'
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
  checkMapping(request.mapping, request.catalogue)
  const { rows } = request.mapping.mapping
  const prepared: PreparedRows[] = []
  try {
    for (const declaration of rows) {
      if (request.only && !request.only.includes(declaration.file)) continue
      prepared.push(await prepareRows(declaration, request))
    }
    for (const { table, sideRows, planRow } of prepared) {
      yield* sideRows
      for await (const row of table.rows) yield planRow(row)
      onFileRead?.(table.head.file, table.passedOver)
    }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    yield { outcome: 'stopped', problem: error.problem }
  } finally {
    for (const { table } of prepared) await table.close()
  }
}
