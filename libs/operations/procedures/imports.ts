/** Procedures of imports: send files, look ahead, start, undo, get the refused rows back. */

import { importRefusals } from '#imports'
import {
  Choice,
  Code,
  Codes,
  Id,
  Integer,
  Label,
  ListOf,
  NoQuery,
  Optional,
  refusalsAmong,
  refuse,
  Text,
  type Viewer,
} from '#kernel'
import type { ImportOfUpload, Imports } from '../imports/imports.js'
import { ForeseenImport } from './foreseen.js'
import type { RecordingSide } from './installation.js'
import { defineProcedure, type Procedure } from './procedure.js'

const most = 1_000_000_000

class SentFile {
  /** By the name that the mapping gives it. */
  @Code() name!: string
  /** As the sender knows it, with extension. */
  @Label() fileName!: string
  /** Bytes. */
  @Integer({ min: 0, max: most }) size!: number
}

class FilesToImport {
  /** Name under which the files were sent. */
  @Id('upload') upload!: string
  @Label() mappingName!: string
  /** The mapping file's text, YAML. */
  @Text({ max: 60_000 }) mapping!: string
  /** Which of its files are meant; all when left out. */
  @Optional() @Codes({ max: 50 }) only?: string[]
}
class ImportBegun {
  @Id('import') import!: string
  @Choice(['running', 'undoing']) state!: 'running' | 'undoing'
}

class Undo {
  @Text({ max: 500 }) because!: string
}

class ErrorFile {
  @Code() name!: string
  @Label() fileName!: string
  /** The file, in base64. */
  @Label({ max: 50_000_000 }) content!: string
}
class ErrorFiles {
  @ListOf(ErrorFile, { max: 50 }) files!: ErrorFile[]
}

const ofReadingFiles = {
  ...refusalsAmong(refuse, 'not-found'),
  ...refusalsAmong(importRefusals, 'mapping-faulty', 'file-faulty'),
}

export const importProcedures = (installation: RecordingSide, imports: Imports): Procedure[] => [
  ...beginning(installation, imports),
  ...afterwards(installation, imports),
]

const allowing =
  (installation: RecordingSide) =>
  (viewer: Viewer): void => {
    if (!installation.writeAccess.mayWrite(viewer, 'imports')) refuse('not-allowed')
  }

function beginning(installation: RecordingSide, imports: Imports): Procedure[] {
  const allow = allowing(installation)
  return [
    defineProcedure({
      name: 'send-import-file',
      about: 'Send a file to import, sealed until the import begins.',
      route: 'POST /uploads/:upload/:name/:fileName',
      payload: NoQuery,
      takesFile: true,
      answer: SentFile,
      allow,
      otherParams: ['name', 'fileName'],
      refusals: refusalsAmong(refuse, 'not-found', 'file-too-large'),
      run: async ({ viewer, params, file }) => {
        const { upload = '', name = '', fileName = '' } = params
        if (!file) return refuse('not-found')
        const size = await imports.keep({ upload, by: viewer.member, name, fileName }, file)
        return { name, fileName, size }
      },
    }),
    defineProcedure({
      name: 'preview-import',
      about: 'Say what an import would do, without doing it.',
      route: 'POST /imports/preview',
      payload: FilesToImport,
      answer: ForeseenImport,
      allow,
      refusals: { ...ofReadingFiles, ...refusalsAmong(refuse, 'too-much-asked') },
      run: async ({ viewer, body, gone }) => {
        const foreseen = await imports.preview(askedIn(body, viewer), gone)
        const vanished = foreseen.vanished.map(async (one) => {
          const records = await named(one.records, viewer, installation)
          return { ...one, records }
        })
        // Lists that nobody changes.
        const told: object = { ...foreseen, vanished: await Promise.all(vanished) }
        return told as ForeseenImport
      },
    }),
    defineProcedure({
      name: 'start-import',
      about: 'Begin an import of the files sent; its page shows how it gets on.',
      route: 'POST /imports',
      payload: FilesToImport,
      answer: ImportBegun,
      allow,
      refusals: { ...refuse.texts, ...ofReadingFiles, ...refusalsAmong(importRefusals, 'too-many-vanished') },
      run: async ({ viewer, body }) => {
        const id = await imports.start(askedIn(body, viewer))
        return { import: id, state: 'running' as const }
      },
    }),
  ]
}

function afterwards(installation: RecordingSide, imports: Imports): Procedure[] {
  const allow = allowing(installation)
  return [
    defineProcedure({
      name: 'undo-import',
      about: 'Undo an import: retract, restore, and keep what others have built on.',
      route: 'POST /imports/:id/undo',
      payload: Undo,
      answer: ImportBegun,
      allow,
      refusals: { ...refuse.texts, ...refusalsAmong(importRefusals, 'import-elsewhere') },
      run: async ({ viewer, params, body }) => {
        const id = params.id ?? ''
        await imports.undo({ importId: id, viewer, because: body.because })
        return { import: id, state: 'undoing' as const }
      },
    }),
    defineProcedure({
      name: 'error-files',
      about:
        'The refused rows of an import, to be corrected and sent again with the same mapping: for its starter, and for whoever imports for one of its units.',
      route: 'GET /imports/:id/error-files',
      payload: NoQuery,
      answer: ErrorFiles,
      allow,
      refusals: refusalsAmong(refuse, 'not-found', 'not-yet-visible'),
      run: async ({ params, viewer }) => {
        await installation.core.ask({ page: 'import', viewer, params: { id: params.id ?? '' }, query: {} })
        const id = params.id ?? ''
        const files = await imports.errorFiles(id, viewer)
        const { accessLog, log } = installation.rights()
        const opened = { kind: 'export' as const, page: 'error-files', partitions: [`import:${id}`] }
        await accessLog.note({ ...opened, viewer: viewer.member, position: await log.head() })
        return { files }
      },
    }),
  ]
}

/** With what they are called, as far as the viewer may see it. */
async function named<R extends { stream: string }>(
  records: readonly R[],
  viewer: Viewer,
  { core }: Pick<RecordingSide, 'core'>,
): Promise<object[]> {
  if (records.length === 0) return []
  const streams = records.map(({ stream }) => stream).join(',')
  const { rows } = (await core.ask({ page: 'record-names', viewer, params: {}, query: { streams } })).body as {
    rows: object[]
  }
  return records.map((record, at) => ({ ...record, ...rows[at] }))
}

const askedIn = ({ upload, mapping, mappingName, only }: FilesToImport, viewer: Viewer): ImportOfUpload => ({
  upload,
  mapping: { name: mappingName, text: mapping },
  only,
  viewer,
})
