/** Beginning an import, taking up those that a death has stopped, and letting their files go in time. */
import type { Viewer } from '#kernel'
import { readMapping } from '../mapping/read-mapping.js'
import { planRows } from '../plan/plan.js'
import type { PlanRequest } from '../plan/prepare.js'
import { FileFault } from '../problem.js'
import { compileTargets } from '../records/define-target.js'
import { ImportFiles, type MappingFile, type SentFiles } from './files/import-files.js'
import { SealedFiles } from './files/sealed-files.js'
import { ImportStream } from './import-stream.js'
import { type ImportPorts, viewerOf } from './ports.js'
import { type Progress, runImport } from './run-import.js'

export interface ImportRequest {
  mapping: MappingFile
  /** By the names that the mapping gives them. */
  files: SentFiles
  /** Names of the files whose rows are wanted, as when a corrected one is sent again; all when absent. */
  only?: readonly string[]
  viewer: Viewer
  /** Of the request: the same key starts the same import once. */
  key: string
}

/** How long sent files and error files are kept, in days. */
export const filesKeptDays = 30

/**
 * Seals the files, reads them to their end once, and records that the import has begun; answers with
 * its id, for `runImport`.
 * @throws MappingFault, FileFault, DomainError `not-allowed`; then nothing was recorded or kept
 */
export async function startImport(request: ImportRequest, ports: ImportPorts): Promise<string> {
  const { viewer, mapping } = request
  const { hash, access } = ports.core.ports
  const filed = { customers: [], contacts: [] }
  await access.requireWrite(viewer, 'imports', filed)
  access.requireSwitchedOn(viewer, 'import', filed)
  const id = hash.shortId('import', viewer.member, request.key)
  const stream = await ImportStream.load(ports, id)
  if (stream.state.course !== 'none') return id
  const document = readMapping(mapping.text, mapping.name)
  const files = new ImportFiles(ports, id)
  try {
    const kept = await files.keep(mapping, request.files)
    const { sent } = await files.load()
    const { catalogue } = compileTargets(ports.targets, ports.core.ports.registry)
    const rows = await countRows({ mapping: document, files: sent, catalogue, only: request.only })
    const data = {
      source: document.mapping.source,
      mapping: hash.fingerprint({ mapping: mapping.text }),
      files: kept.map((one) => ({ ...one })),
      rows,
      ...(request.only ? { only: [...request.only] } : {}),
    }
    await stream.append([{ type: 'import.started', data }], viewer)
  } catch (error) {
    await new SealedFiles(ports.folder, ports.vault).remove(id)
    throw error
  }
  return id
}

/** A file that cannot be read to its end must not be imported by half. */
async function countRows(request: PlanRequest): Promise<number> {
  let rows = 0
  for await (const row of planRows(request)) {
    if (row.outcome === 'stopped') throw new FileFault(row.problem)
    rows++
  }
  return rows
}

/** Takes up every import that is under way and not finished, one after the other, as whoever started it. */
export async function* resumeImports(ports: ImportPorts): AsyncGenerator<Progress> {
  for (const id of await new SealedFiles(ports.folder, ports.vault).imports()) {
    const { state } = await ImportStream.load(ports, id)
    const viewer = viewerOf(ports, state.by)
    if (state.course === 'running' && viewer) yield* runImport(id, viewer, ports)
  }
}

/** Lets go of files whose time has come, and of those whose import never began. Answers how many imports they were of. */
export async function expireImportFiles(ports: ImportPorts): Promise<number> {
  const files = new SealedFiles(ports.folder, ports.vault)
  const oldest = ports.core.ports.clock().getTime() - filesKeptDays * 86_400_000
  let expired = 0
  for (const id of await files.imports()) {
    const { state } = await ImportStream.load(ports, id)
    if (state.course !== 'none' && Date.parse(state.startedAt) >= oldest) continue
    if (state.course === 'none') await files.remove(id)
    else await files.expire(id)
    expired++
  }
  return expired
}

/** The refused rows of an import, in the files' own formats, to be corrected and sent again; by the mapping's names. */
export const errorFilesOf = (id: string, ports: ImportPorts): Promise<SentFiles> =>
  new ImportFiles(ports, id).errorFiles()
