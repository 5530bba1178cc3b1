/** Opens the files that a declaration of rows needs, and compiles what the mapping says of them. */
import { compileJoin, holdTable, type Join } from '../compile/join.js'
import { compileLines, type Lines } from '../compile/lines.js'
import type { RowScope } from '../compile/scope.js'
import { dialectOf, formatsOf } from '../mapping/formats.js'
import type { RowsDeclaration } from '../mapping/mapping.js'
import type { MappingDocument } from '../mapping/read-mapping.js'
import { FileFault } from '../problem.js'
import { isErrorFile } from '../tabular/error-column.js'
import { openTable } from '../tabular/open-table.js'
import type { FileTable, ImportFile, SourceRow, TableHead } from '../tabular/table.js'
import type { TargetCatalogue } from '../targets.js'
import type { PlannedRow, RefusedRow } from './planned-row.js'
import { compileRows } from './row-plan.js'

export interface PlanRequest {
  mapping: MappingDocument
  /** By the names that the mapping gives them. */
  files: Readonly<Record<string, ImportFile>>
  catalogue: TargetCatalogue
  /** Names of the files whose rows are wanted, as when a corrected one is sent again; all when absent. */
  only?: readonly string[]
  /** Rows are to be read and nothing more, as to count them. */
  readsOnly?: boolean
}

export interface PreparedRows {
  table: FileTable
  /** Rows of joined files that cannot be used. */
  sideRows: RefusedRow[]
  planRow(row: SourceRow): PlannedRow
  /** Lines that belong to none of the rows that were planned. */
  linesLeft(): RefusedRow[]
}

/** The mapping must have been checked. Throws FileFault; then no file is left open. */
export async function prepareRows(declaration: RowsDeclaration, request: PlanRequest): Promise<PreparedRows> {
  const { mapping } = request.mapping
  const table = await open(declaration.file, request)
  try {
    const own = { head: table.head, formats: formatsOf(mapping, declaration.file) }
    const scope: RowScope = { own, joins: [], lines: [], tables: mapping.values ?? {} }
    const { joins, sideRows } = await joinAll(declaration, scope, request)
    const { lines, unusable } = await linesOf(declaration, scope, request)
    const place = mapping.rows.indexOf(declaration)
    const planned = compileRows({ declaration, place, joins, lines, scope, catalogue: request.catalogue })
    return {
      table,
      sideRows: [...sideRows, ...unusable],
      planRow: request.readsOnly && lines.length === 0 ? unplanned : planned,
      linesLeft: () => lines.flatMap((each) => each.unmatched().map(({ row, problem }) => refused(row, problem))),
    }
  } catch (error) {
    await table.close()
    throw error
  }
}

const unplanned = (source: SourceRow): PlannedRow => ({
  outcome: 'planned',
  source,
  records: [],
  gone: [],
  spoken: { records: [], unknown: [] },
  problems: [],
  allOrNothing: false,
})

/** Adds each join to the scope once it is compiled, so that the next one sees it. */
async function joinAll(
  declaration: RowsDeclaration,
  scope: RowScope,
  request: PlanRequest,
): Promise<{ joins: Join[]; sideRows: RefusedRow[] }> {
  const joins: Join[] = []
  const sideRows: RefusedRow[] = []
  for (const [name, declared] of Object.entries(declaration.join ?? {})) {
    const side = await holdTable(await open(declared.file, request))
    const { join, unusable } = compileJoin({ name, declaration: declared, side, scope })
    scope.joins.push({
      name,
      seen: { head: side.table.head, formats: formatsOf(request.mapping.mapping, declared.file) },
    })
    joins.push(join)
    sideRows.push(...unusable.map(({ row, problem }) => refused(row, problem)))
  }
  return { joins, sideRows }
}

async function linesOf(
  { file, lines = {} }: RowsDeclaration,
  scope: RowScope,
  request: PlanRequest,
): Promise<{ lines: Lines[]; unusable: RefusedRow[] }> {
  const compiled: Lines[] = []
  const unusable: RefusedRow[] = []
  for (const [name, declaration] of Object.entries(lines)) {
    const side = await holdTable(await open(declaration.file, request))
    requireWhole(side.table.head)
    const found = compileLines({ name, declaration, side, scope })
    const formats = formatsOf(request.mapping.mapping, declaration.file)
    scope.lines.push({ name, seen: { head: side.table.head, formats } })
    compiled.push(found.lines)
    // Of lines of the same file, their rows tell what is wrong.
    if (declaration.file !== file) unusable.push(...found.unusable.map(({ row, problem }) => refused(row, problem)))
  }
  return { lines: compiled, unusable }
}

/** A total of some lines would be less than it is, without a word. */
function requireWhole(head: TableHead): void {
  if (!isErrorFile(head)) return
  const sentence = 'these lines are some of a file alone, and totals need all: correct them in that file, and send it'
  throw new FileFault({ file: head.file, line: head.dialect.headerLine, code: 'file-unreadable', sentence })
}

const refused = (source: SourceRow, problem: RefusedRow['problems'][number]): RefusedRow => ({
  outcome: 'refused',
  source,
  problems: [problem],
})

function open(name: string, { mapping, files }: PlanRequest): Promise<FileTable> {
  const file = files[name]
  if (file) return openTable(file, dialectOf(mapping.mapping, name))
  const declared = mapping.mapping.files[name]?.name ?? name
  const sentence = `the mapping needs this file as "${name}", and it was not sent`
  throw new FileFault({ file: declared, line: 0, code: 'file-missing', sentence })
}
