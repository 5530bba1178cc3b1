/**
 * Procedures for files of plaintext that no process keeps any more: which erasures wait for, and how an operator says
 * that one is gone.
 */
import { defineRefusals, Label, ListOf, NoQuery } from '#kernel'
import { clearFilesKnown, retireClearFile } from '../leases/clear-files.js'
import type { RecordingSide } from './installation.js'
import { defineProcedure, type Procedure } from './procedure.js'
import { only } from './upkeep.js'

class PlaintextFile {
  /** Host and path, by which whoever keeps it is known. */
  @Label({ max: 1000 }) file!: string
  /** Position up to which nothing is left in it of what was destroyed; 0 while that is not known. */
  @Label({ max: 20 }) forgottenUpTo!: string
}
class PlaintextFiles {
  @ListOf(PlaintextFile, { max: 10_000 }) files!: PlaintextFile[]
}

class RetiredFile {
  /** As it is listed. */
  @Label({ max: 1000 }) file!: string
}

const plaintextRefusals = defineRefusals({
  'plaintext-unknown': [
    'rule',
    {
      en: 'No erasure waits for this file; `GET /operations/plaintext` lists those that are waited for.',
      fi: 'Mikään poisto ei odota tätä tiedostoa; `GET /operations/plaintext` luettelee odotettavat.',
      sv: 'Ingen radering väntar på den här filen; `GET /operations/plaintext` listar dem som inväntas.',
      de: 'Keine Löschung wartet auf diese Datei; `GET /operations/plaintext` zählt auf, auf welche gewartet wird.',
      nb: 'Ingen sletting venter på denne filen; `GET /operations/plaintext` viser dem det ventes på.',
    },
  ],
  'plaintext-kept': [
    'conflict',
    {
      en: 'A process keeps this file now; stop it first, and remove the file.',
      fi: 'Prosessi käyttää tätä tiedostoa; pysäytä se ensin ja poista tiedosto.',
      sv: 'En process håller filen; stoppa den först och ta bort filen.',
      de: 'Ein Prozess hält diese Datei; halten Sie ihn zuerst an und entfernen Sie die Datei.',
      nb: 'En prosess holder filen; stopp den først og fjern filen.',
    },
  ],
})

export const plaintextProcedures = (installation: Pick<RecordingSide, 'plaintextLeases'>): Procedure[] => [
  defineProcedure({
    name: 'plaintext-files',
    about: 'List the files of plaintext that erasures wait for, with how far each has forgotten.',
    route: 'GET /operations/plaintext',
    payload: NoQuery,
    answer: PlaintextFiles,
    allow: only('admin'),
    run: async () => {
      const known = await clearFilesKnown(installation.plaintextLeases)
      return { files: known.map(({ name, forgottenUpTo }) => ({ file: name, forgottenUpTo: String(forgottenUpTo) })) }
    },
  }),
  defineProcedure({
    name: 'retire-plaintext',
    about: 'Say that a file of plaintext is gone, with its copies, so that no erasure waits for it any more.',
    route: 'POST /operations/plaintext/retirement',
    payload: RetiredFile,
    answer: RetiredFile,
    allow: only('admin'),
    refusals: plaintextRefusals.texts,
    run: async ({ body: { file } }) => {
      const became = await retireClearFile(file, installation.plaintextLeases)
      if (became === 'unknown') plaintextRefusals('plaintext-unknown')
      if (became === 'kept') plaintextRefusals('plaintext-kept')
      return { file }
    },
  }),
]
