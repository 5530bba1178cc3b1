/** Commands of imports: import, imports, undo. */
import { randomUUID } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'
import type { Command } from 'commander'
import { StartRefused } from '#platform/config/exit-codes.js'
import { inSession, type SharedOptions, shared } from '../acting.js'
import { Refused, type Session } from '../session.js'

interface ImportOptions extends SharedOptions {
  preview?: boolean
  only?: string[]
  errors?: string
}

interface ImportState {
  state: string
  total: number
  counts: Record<string, number>
}

const askedEveryMs = 250

export function addImportCommands(program: Command): void {
  shared(program.command('import <mapping> <files...>'))
    .description('import files by a mapping: kumppani import mapping.yaml accounts=accounts.csv …')
    .option('--preview', 'say what would happen, and do nothing')
    .option('--only <names...>', 'only these of the mapping’s files, as when a corrected one is sent again')
    .option('--errors <folder>', 'put the refused rows there, to be corrected and sent again')
    .action((mapping: string, files: string[], options: ImportOptions) =>
      inSession(options, (session) => importFiles(session, { mapping, files: namedFiles(files) }, options)),
    )
  shared(program.command('imports [id]'))
    .description('the imports there are, or one with the rows it set aside and refused')
    .action((id: string | undefined, options: SharedOptions) =>
      inSession(options, async (session) => (await session.get(id === undefined ? '/imports' : `/imports/${id}`)).body),
    )
  shared(program.command('undo <import>'))
    .description('undo an import; prints what was retracted, restored and kept')
    .requiredOption('--because <text>', 'why; stands in every correction')
    .action((id: string, options: SharedOptions & { because: string }) =>
      inSession(options, async (session) => {
        await session.post(`/imports/${id}/undo`, { because: options.because })
        await finished(session, id, 'undone')
        return (await session.get(`/imports/${id}/undo`)).body
      }),
    )
}

/** `name=path` pairs. */
function namedFiles(files: readonly string[]): Map<string, string> {
  const named = new Map<string, string>()
  for (const pair of files) {
    const at = pair.indexOf('=')
    const path = pair.slice(at + 1)
    if (at < 1) throw new StartRefused('usage', `"${pair}" is not name=file; the name is the one in the mapping`)
    if (!existsSync(path)) throw new StartRefused('usage', `there is no file ${path}`)
    named.set(pair.slice(0, at), path)
  }
  return named
}

async function importFiles(
  session: Session,
  sent: { mapping: string; files: Map<string, string> },
  options: ImportOptions,
): Promise<unknown> {
  if (!existsSync(sent.mapping)) throw new StartRefused('usage', `there is no file ${sent.mapping}`)
  const upload = randomUUID()
  for (const [name, path] of sent.files) {
    const content = Readable.toWeb(createReadStream(path)) as ReadableStream
    await session.upload(
      `/uploads/${upload}/${encodeURIComponent(name)}/${encodeURIComponent(basename(path))}`,
      content,
    )
  }
  const request = {
    upload,
    mappingName: basename(sent.mapping),
    mapping: readFileSync(sent.mapping, 'utf8'),
    only: options.only,
  }
  if (options.preview) return (await session.post('/imports/preview', request)).body
  const { import: id } = (await session.post('/imports', request)).body as { import: string }
  const state = await finished(session, id, 'completed')
  if (options.errors !== undefined) await keepErrors(session, id, options.errors)
  return { import: id, ...state }
}

/** Waits for an import and for the views of what it recorded, showing on a terminal how it gets on. */
async function finished(session: Session, id: string, until: string): Promise<ImportState> {
  for (;;) {
    const answer = await session.get(`/imports/${id}`)
    const state = answer.body as ImportState
    const done = Object.values(state.counts).reduce((sum, count) => sum + count, 0)
    if (process.stderr.isTTY) process.stderr.write(`\r${bar(done, state.total)} ${done} of ${state.total} rows`)
    if (state.state === until) {
      if (process.stderr.isTTY) process.stderr.write('\n')
      await shown(session, `/imports/${id}`, answer.headers.get('Kumppani-Position') ?? undefined)
      return { state: state.state, total: state.total, counts: state.counts }
    }
    await delay(askedEveryMs)
  }
}

/** Returns once every view shows what was recorded up to a position. */
async function shown(session: Session, path: string, position: string | undefined): Promise<void> {
  for (;;) {
    try {
      await session.get(path, { after: position })
      return
    } catch (error) {
      // The program itself waits two seconds before it says so.
      if (!(error instanceof Refused && error.problem.code === 'not-yet-visible')) throw error
    }
  }
}

const barWidth = 30

function bar(done: number, total: number): string {
  const full = total === 0 ? barWidth : Math.min(barWidth, Math.round((barWidth * done) / total))
  return `[${'#'.repeat(full)}${'.'.repeat(barWidth - full)}]`
}

async function keepErrors(session: Session, id: string, folder: string): Promise<void> {
  const { files } = (await session.get(`/imports/${id}/error-files`)).body as {
    files: { fileName: string; content: string }[]
  }
  for (const { fileName, content } of files) {
    const path = `${folder}/${basename(fileName)}`
    writeFileSync(path, Buffer.from(content, 'base64'), { flag: 'wx' })
    process.stderr.write(`refused rows: ${path}\n`)
  }
}
