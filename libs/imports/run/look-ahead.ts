/** What an import would do, without doing it: the plan's totals, and what is new, changed or known already. */
import type { Viewer } from '#kernel'
import { readMapping } from '../mapping/read-mapping.js'
import type { PlanRequest } from '../plan/prepare.js'
import { type Preview, preview } from '../plan/preview.js'
import { compileTargets } from '../records/define-target.js'
import type { MappingFile, SentFiles } from './files/import-files.js'
import type { ImportPorts } from './ports.js'
import { rowWriterOf } from './run-import.js'

export interface ImportPreview extends Preview {
  /** Planned rows by what would become of them, as far as no rule stands against it. */
  would: { recorded: number; changed: number; unchanged: number }
}

export interface PreviewRequest {
  mapping: MappingFile
  files: SentFiles
  only?: readonly string[]
  viewer: Viewer
}

/** How many rows of each outcome are shown. */
const shownRows = 20

/** Reads the files and the log, and writes nothing. @throws MappingFault, DomainError `not-allowed` */
export async function previewImport(request: PreviewRequest, ports: ImportPorts): Promise<ImportPreview> {
  await ports.core.ports.access.requireWrite(request.viewer, 'imports', { customers: [], contacts: [] })
  const mapping = readMapping(request.mapping.text, request.mapping.name)
  const targets = compileTargets(ports.targets, ports.core.ports.registry)
  const plan: PlanRequest = { mapping, files: request.files, catalogue: targets.catalogue, only: request.only }
  const rows = rowWriterOf(mapping, { importId: '', viewer: request.viewer, targets, isFirst: false }, ports)
  const would = { recorded: 0, changed: 0, unchanged: 0 }
  const seen = await preview(plan, shownRows, async (row) => {
    would[await rows.foresee(row)]++
  })
  return { ...seen, would }
}
