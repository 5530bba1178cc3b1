/** Beginning an import, giving back what it refused, and letting its files go in time. */
import { type KeyedHash, RevisionConflict, refuse, type Viewer } from '#kernel'
import { readMapping } from '../mapping/read-mapping.js'
import { planPieces } from '../plan/plan.js'
import type { PlanRequest } from '../plan/prepare.js'
import { FileFault } from '../problem.js'
import { compileTargets } from '../records/define-target.js'
import { ImportStream } from './course/import-stream.js'
import { requireShare, unitsImportedFor } from './course/rights.js'
import { FilesOfImport, type MappingFile, type SentFiles } from './files/import-files.js'
import { filesSaid, fingerprintOfMapping, fingerprintOfSaid, type Said, type SaidFile } from './files/said.js'
import { SealedFiles } from './files/sealed-files.js'
import type { ImportPorts } from './ports.js'
import { RowRun, type RowRunRequest } from './rows/row-run.js'
import { importRefusals } from './steps/step-refusals.js'

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
/** How long files are kept that no import has begun with. */
export const uploadsKeptDays = 1
const dayMs = 86_400_000

/**
 * Seals the files, reads them to their end once, and records that the import has begun; answers with
 * its id, for `runImport`. The same request again is answered with the same id.
 * @throws MappingFault, FileFault, DomainError `not-allowed`; `idempotency-key-reused` when the key has begun
 * an import of something else; then nothing was recorded or kept
 */
export async function startImport(request: ImportRequest, ports: ImportPorts): Promise<string> {
  const { viewer, mapping } = request
  const { hash, access } = ports.core.ports
  const filed = { customers: [], contacts: [] }
  await access.requireWrite(viewer, 'imports', filed)
  access.requireSwitchedOn(viewer, 'import', filed)
  const id = hash.shortId('import', viewer.member, request.key)
  const stream = await ImportStream.load(ports, id)
  if (stream.state.course !== 'none') {
    const again = saidBy(request, await filesSaid(request.files, hash), hash)
    if (!saysTheSame(stream.state.said, again, hash)) refuse('idempotency-key-reused')
    return id
  }
  const document = readMapping(mapping.text, mapping.name)
  const kept = await new FilesOfImport(ports, id).keep(mapping, request.files)
  const said = saidBy(request, kept.files, hash)
  const begun = { mapping: document, files: kept.sent, only: request.only, viewer, importId: id }
  const rows = await rowsToImport(begun, ports).catch(async (error: unknown) => {
    await kept.letGo()
    throw error
  })
  const units = unitsImportedFor(viewer)
  const data = {
    source: document.mapping.source,
    mapping: said.mapping,
    files: kept.files.map((one) => ({ ...one })),
    rows,
    ...(units ? { units } : {}),
    ...(request.only ? { only: [...request.only] } : {}),
  }
  await kept.offer(said)
  try {
    await stream.append([{ type: 'import.started', data }], viewer)
  } catch (error) {
    // Whether it was recorded is not known: the files stay, for as long as those that no import has begun with.
    if (!(error instanceof RevisionConflict)) throw error
    const begun = (await ImportStream.load(ports, id)).state.said
    // The same request, sent twice at once: the other has begun it, and may be run from these files.
    if (saysTheSame(begun, said, hash)) return id
    await kept.letGo()
    refuse('idempotency-key-reused')
  }
  return id
}

/**
 * The import that a request has begun whose files are no longer there, as when its answer was lost; undefined where there is
 * none. @throws DomainError `idempotency-key-reused` where the import was begun by another mapping, or of other files of it
 */
export async function importBegunBy(
  { mapping, only, viewer, key }: Omit<ImportRequest, 'files'>,
  ports: ImportPorts,
): Promise<string | undefined> {
  const { hash } = ports.core.ports
  const id = hash.shortId('import', viewer.member, key)
  const { course, said } = (await ImportStream.load(ports, id)).state
  if (course === 'none') return undefined
  const again = { mapping: fingerprintOfMapping(mapping.text, hash), files: said.files, only }
  return saysTheSame(said, again, hash) ? id : refuse('idempotency-key-reused')
}

const saidBy = ({ mapping, only }: ImportRequest, files: readonly SaidFile[], hash: KeyedHash): Said => ({
  mapping: fingerprintOfMapping(mapping.text, hash),
  files,
  only,
})

const saysTheSame = (one: Said, other: Said, hash: KeyedHash): boolean =>
  fingerprintOfSaid(one, hash) === fingerprintOfSaid(other, hash)

/**
 * How many rows there are.
 * @throws FileFault, DomainError `too-many-vanished` where so many records are missing that a file may be cut short
 */
async function rowsToImport(begun: Omit<RowRunRequest, 'started'>, ports: ImportPorts): Promise<number> {
  const { log, registry } = ports.core.ports
  const { catalogue } = compileTargets(ports.targets, registry)
  const rows = await countRows({ ...begun, catalogue })
  if (!begun.mapping.mapping.vanished) return rows
  const run = await RowRun.open({ ...begun, started: await log.head() }, ports)
  const { vanished } = await run.vanished()
  const errors = vanished
    .filter(({ heldBack }) => heldBack === 'too-many-vanished')
    .map(({ target, known, records }) => ({
      path: `vanished.${target}`,
      code: 'too-many-vanished',
      sentence: `${records.length} of the ${known} records known as ${target} are not in the files`,
    }))
  return errors.length > 0 ? importRefusals('too-many-vanished', { errors }) : rows
}

/** A file that cannot be read to its end must not be imported by half. */
async function countRows(request: PlanRequest): Promise<number> {
  let rows = 0
  for await (const piece of planPieces({ ...request, readsOnly: true })) {
    for (const row of piece) if (row.outcome === 'stopped') throw new FileFault(row.problem)
    rows += piece.length
  }
  return rows
}

/**
 * Lets go of files whose time has come: of imports but those that are going on, and sooner of uploads that
 * no import has begun with. Answers how many they were of.
 */
export async function expireImportFiles(ports: ImportPorts): Promise<number> {
  const files = new SealedFiles(ports.files, ports.vault)
  const now = ports.core.ports.clock().getTime()
  let expired = 0
  for (const id of await files.imports()) {
    const { state } = await ImportStream.load(ports, id)
    const isUpload = state.course === 'none'
    const since = isUpload ? await files.touchedAt(id) : Date.parse(state.startedAt)
    const keptDays = isUpload ? uploadsKeptDays : filesKeptDays
    const isGoingOn = state.course === 'running' && !state.stalled
    if (isGoingOn || since >= now - keptDays * dayMs) continue
    if (isUpload) await files.remove(id)
    else await files.expire(id)
    expired++
  }
  return expired
}

/**
 * The refused rows of an import, in the files' own formats, to be corrected and sent again; by the mapping's names.
 * @throws DomainError `not-found`; `not-allowed` unless the viewer started it or imports for one of its units
 */
export async function errorFilesOf(id: string, viewer: Viewer, ports: ImportPorts): Promise<SentFiles> {
  const { state } = await ImportStream.load(ports, id)
  if (state.course === 'none') refuse('not-found')
  requireShare(viewer, state)
  return new FilesOfImport(ports, id).errorFiles(state.said)
}
