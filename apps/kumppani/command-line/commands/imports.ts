/** Commands of imports: import, imports, undo. */
import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { Command } from 'commander'
import { exitCodes, StartRefused } from '#platform/config'
import { inSession, type SharedOptions, segment, withSharedOptions } from '../acting.js'
import { printDraft } from '../importing/draft.js'
import { ErrorFolder } from '../importing/error-folder.js'
import { type Foreseen, foreseenText } from '../importing/foreseen.js'
import { aFile, namedFiles, utf8In } from '../importing/named-files.js'
import { finished, type ShownProgress } from '../importing/progress.js'
import { listed } from '../importing/row-lists.js'
import { leftText, undoneText } from '../importing/undone.js'
import type { Session } from '../session.js'
import { importLine } from '../telling/import-lines.js'
import { remark } from '../telling/reader.js'

interface ImportOptions extends SharedOptions {
  draft?: boolean
  preview?: boolean
  only?: string[]
  errors?: string
}

interface ListOptions extends SharedOptions {
  all?: boolean
  errors?: string
}

interface UndoOptions extends ListOptions {
  because: string
  source?: string
}

interface Sent {
  mapping: string
  files: Map<string, string>
}

const lists = { rows: ['setAside', 'refused', 'warned', 'vanished'], undo: ['retracted', 'restored', 'kept'] }

export function addImportCommands(program: Command): void {
  withSharedOptions(program.command('import <mapping> [files...]'))
    .description('import files by a mapping: kumppani import mapping.yaml accounts=accounts.csv …')
    .option('--draft', 'print a mapping to begin with for the files, and do nothing: import --draft accounts.csv …')
    .option('--preview', 'say what would happen, and do nothing')
    .option('--only <names...>', 'only these of the mapping’s files, as when a corrected one is sent again')
    .option('--errors <folder>', 'put the refused rows there, to be corrected and sent again')
    .action(async (mapping: string, files: string[], options: ImportOptions) => {
      if (options.draft) return printDraft([mapping, ...files])
      if (files.length === 0) throw new StartRefused('usage', importLine('name-files'))
      const sent = { mapping: aFile(mapping), files: namedFiles(files) }
      await requireNames(sent, options.only)
      const errors = options.errors === undefined ? undefined : new ErrorFolder(options.errors)
      return inSession(options, (session) =>
        options.preview
          ? lookAhead(session, sent, options)
          : importFiles(session, sent, { ...options, folder: errors }),
      )
    })
  withSharedOptions(program.command('imports [id]'))
    .description('the imports there are, or one with the rows it set aside and refused')
    .option('--all', 'every row, however many')
    .option('--errors <folder>', 'put the refused rows there, to be corrected and sent again')
    .action((id: string | undefined, options: ListOptions) => {
      if (id === undefined) return inSession(options, async (session) => (await session.read('/imports')).body)
      const errors = options.errors === undefined ? undefined : new ErrorFolder(options.errors)
      return inSession(options, async (session) => {
        const answer = await rowsOf(session, `/imports/${segment(id)}`, { names: lists.rows, ...options })
        await errors?.keep(session, id)
        return options.json ? answer : leftText(answer)
      })
    })
  withSharedOptions(program.command('undo [import]'))
    .description('undo an import, or all of one source; prints what was retracted, restored and kept')
    .requiredOption('--because <text>', 'why; stands in every correction')
    .option('--source <name>', 'every import of this source, the newest first')
    .option('--all', 'every fact, however many')
    .action((id: string | undefined, options: UndoOptions) => {
      if ((id === undefined) === (options.source === undefined))
        throw new StartRefused('usage', importLine('import-or-source'))
      return inSession(options, (session) =>
        id === undefined ? undoSource(session, options) : undoOne(session, id, options),
      )
    })
}

async function undoOne(session: Session, id: string, options: UndoOptions): Promise<unknown> {
  const path = `/imports/${segment(id)}/undo`
  await session.post(path, { because: options.because })
  const { state } = await finished(session, id, 'undone')
  if (state !== 'undone') process.exitCode = exitCodes.refused
  const undone = await rowsOf(session, path, { names: lists.undo, ...options })
  return options.json ? undone : undoneText(undone)
}

/** One after the other: what a later import did is no use of an earlier one once it is undone. */
async function undoSource(session: Session, options: UndoOptions): Promise<unknown> {
  const all = await importsOf(session, options)
  if (all.length === 0) throw new StartRefused('usage', importLine('no-source', { source: options.source }))
  const undone: unknown[] = []
  for (const { id, state } of all) {
    if (state === 'undone' && !(await hasKept(session, id))) continue
    undone.push({ import: id, ...((await undoOne(session, id, options)) as object) })
  }
  return { imports: undone }
}

interface ListedImport {
  id: string
  state: string
}

/** All that was imported from a source, the newest first. */
async function importsOf(session: Session, { source = '' }: UndoOptions): Promise<ListedImport[]> {
  const filter = encodeURIComponent(`source eq '${source.replaceAll("'", "''")}'`)
  const all: ListedImport[] = []
  let cursor = ''
  do {
    const { body } = await session.get(`/imports?limit=200&filter=${filter}${cursor}`)
    const { rows, next } = body as { rows: ListedImport[]; next?: string }
    all.push(...rows)
    cursor = next === undefined ? '' : `&cursor=${next}`
  } while (cursor !== '')
  return all
}

/** Whether an undo has left something, which may be taken back once later imports are undone. */
async function hasKept(session: Session, id: string): Promise<boolean> {
  const answer = await rowsOf(session, `/imports/${segment(id)}/undo`, { names: lists.undo, all: true })
  return (answer.kept as unknown[]).length > 0
}

const rowsOf = (session: Session, path: string, { names, all, json }: ListOptions & { names: string[] }) =>
  listed(session, path, { names, all: (all || json) ?? false })

/** Files that the mapping does not know would be sent for nothing. What is wrong with the mapping itself the program says. */
async function requireNames({ mapping, files }: Sent, only: readonly string[] = []): Promise<void> {
  const { parse } = await import('yaml')
  let known: string[]
  try {
    known = Object.keys((parse(utf8In(mapping)) as { files: object }).files)
  } catch {
    return
  }
  const wrong = [...files.keys(), ...only].find((name) => !known.includes(name))
  if (wrong === undefined) return
  throw new StartRefused('usage', importLine('not-in-mapping', { mapping, name: wrong, names: known.join(', ') }))
}

/** Sends the files; answers with the request that names them. */
async function upload(session: Session, { mapping, files }: Sent, only: string[] | undefined): Promise<object> {
  const id = randomUUID()
  for (const [name, path] of files) {
    const content = Readable.toWeb(createReadStream(path)) as ReadableStream
    await session.upload(`/uploads/${id}/${segment(name)}/${segment(basename(path))}`, content)
  }
  return { upload: id, mappingName: basename(mapping), mapping: utf8In(mapping), only }
}

async function lookAhead(session: Session, sent: Sent, { only, json }: ImportOptions): Promise<unknown> {
  const request = await upload(session, sent, only)
  const foreseen = (await session.done('/imports/preview', request)).body as Foreseen
  if (foreseen.stopped) process.exitCode = exitCodes.refused
  return json ? foreseen : foreseenText(foreseen)
}

async function importFiles(
  session: Session,
  sent: Sent,
  { only, folder, json }: ImportOptions & { folder?: ErrorFolder },
): Promise<unknown> {
  const request = await upload(session, sent, only)
  const { import: id } = (await session.post('/imports', request)).body as { import: string }
  remark(importLine('begun', { id, member: session.member }), await session.language())
  const state = await finished(session, id, 'completed')
  await folder?.keep(session, id)
  if (state.state !== 'completed' || cameToNothing(state)) process.exitCode = exitCodes.refused
  return { import: id, ...state, ...(!json && (await inWords(session, id))) }
}

/** How far an import has come, as people read it. */
async function inWords(session: Session, id: string): Promise<Pick<ShownProgress, 'state' | 'stalled'>> {
  const { state, stalled } = (await session.read(`/imports/${segment(id)}`)).body as ShownProgress
  return { state, stalled }
}

/** Whether rows were refused and nothing at all came of the others. */
const cameToNothing = ({ counts: { refused = 0, recorded = 0, changed = 0, unchanged = 0 } }: ShownProgress): boolean =>
  refused > 0 && recorded + changed + unchanged === 0
