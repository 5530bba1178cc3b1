/** Procedures that keep an installation well: rebuild, verify, parked partitions, backup. */

import {
  defineRefusals,
  Flag,
  holds,
  Integer,
  Label,
  ListOf,
  LogRefused,
  NoQuery,
  Optional,
  type Role,
  refuse,
  Text,
  tellableOf,
  type Viewer,
} from '#kernel'
import type { DerivingSide, RecordingSide } from './installation.js'
import { defineProcedure, type Procedure } from './procedure.js'

/** @throws DomainError unless the viewer holds one of the roles */
export const only =
  (...roles: Role[]) =>
  (viewer: Viewer): void => {
    if (!holds(viewer, roles)) refuse('not-allowed')
  }

const most = Number.MAX_SAFE_INTEGER

class Rebuilt {
  @Integer({ min: 0, max: most }) durationMs!: number
}

class ParkedPartition {
  @Label() partition!: string
  @Label() type!: string
  @Label() position!: string
  @Text({ max: 2000 }) reason!: string
  @Label() since!: string
}
class ParkedList {
  @ListOf(ParkedPartition, { max: 100_000 }) parked!: ParkedPartition[]
}
class Retried {
  /** Whether it folds now. */
  @Flag() folded!: boolean
}

class DifferentRow {
  @Label() table!: string
  @Label({ max: 2000 }) key!: string
  @Label() kind!: string
}
class Verified {
  @Flag() equal!: boolean
  @Label() position!: string
  @Integer({ min: 0, max: most }) rows!: number
  @ListOf(DifferentRow, { max: 100 }) differences!: DifferentRow[]
}

class BackupTo {
  /** Folder on the machine of the program; made if it is missing, never overwritten. */
  @Label({ max: 1000 }) folder!: string
}
class BackedUp {
  @Label({ max: 1000 }) log!: string
  @Label({ max: 1000 }) keys!: string
  @Optional() @Label() position?: string
}

const backupRefusals = defineRefusals({
  'backup-not-written': [
    'rule',
    {
      en: 'The backup cannot be written there; `reason` says why.',
      fi: 'Varmuuskopiota ei voi kirjoittaa sinne; `reason` kertoo syyn.',
      sv: 'Säkerhetskopian kan inte skrivas dit; `reason` säger varför.',
      de: 'Die Sicherung kann dort nicht geschrieben werden; `reason` sagt, warum.',
      nb: 'Sikkerhetskopien kan ikke skrives dit; `reason` sier hvorfor.',
    },
  ],
  'backup-by-servers': [
    'rule',
    {
      en: 'Log and keys of this installation are kept by servers: copy them by their means, as docs/operations.md says.',
      fi: 'Tämän asennuksen loki ja avaimet ovat palvelimilla: kopioi ne niiden keinoin, kuten docs/operations.md neuvoo.',
      sv: 'Installationens logg och nycklar finns på servrar: kopiera dem med deras medel, som docs/operations.md säger.',
      de: 'Protokoll und Schlüssel dieser Installation liegen auf Servern: Kopieren Sie sie mit deren Mitteln, wie docs/operations.md sagt.',
      nb: 'Loggen og nøklene i denne installasjonen ligger på servere: kopier dem med deres midler, slik docs/operations.md sier.',
    },
  ],
})
const verifyRefusals = defineRefusals({
  'log-damaged': [
    'rule',
    {
      en: 'The log cannot be read to its end; `reason` says from which position on.',
      fi: 'Lokia ei voi lukea loppuun; `reason` kertoo, mistä kohdasta alkaen.',
      sv: 'Loggen kan inte läsas till slutet; `reason` säger från vilken position.',
      de: 'Das Protokoll ist nicht bis zum Ende lesbar; `reason` sagt, von welcher Position an.',
      nb: 'Loggen kan ikke leses til slutten; `reason` sier fra hvilken posisjon.',
    },
  ],
})
/** Of whoever derives read models only while no other does. */
export const upkeepRefusals = defineRefusals({
  'projector-waits': [
    'unavailable',
    {
      en: 'Another projector derives the read models; ask that one.',
      fi: 'Toinen projektori johtaa lukumallit; kysy siltä.',
      sv: 'En annan projektor härleder läsmodellerna; fråga den.',
      de: 'Ein anderer Projektor leitet die Lesemodelle ab; fragen Sie diesen.',
      nb: 'En annen projektor utleder lesemodellene; spør den.',
    },
  ],
})
const parkedRefusals = defineRefusals({
  'not-parked': [
    'rule',
    {
      en: 'This customer or contact is not parked; `GET /operations/parked` lists those that are.',
      fi: 'Tätä asiakasta tai yhteyshenkilöä ei ole pysäytetty; `GET /operations/parked` luettelee pysäytetyt.',
      sv: 'Kunden eller kontaktpersonen är inte parkerad; `GET /operations/parked` listar dem som är det.',
      de: 'Dieser Kunde oder diese Kontaktperson ist nicht angehalten; `GET /operations/parked` zählt die Angehaltenen auf.',
      nb: 'Kunden eller kontaktpersonen er ikke parkert; `GET /operations/parked` viser dem som er det.',
    },
  ],
})

/** Whoever named the folder can name another. */
const notWritten = (error: unknown): never => backupRefusals('backup-not-written', { reason: tellableOf(error) })

/** The log does not get better by asking again. */
const unreadable = (error: unknown): never => {
  if (error instanceof LogRefused) verifyRefusals('log-damaged', { reason: tellableOf(error) })
  throw error
}

export const upkeepProcedures = (installation: DerivingSide): Procedure[] => [
  defineProcedure({
    name: 'rebuild',
    about: 'Derive all read models anew beside those that serve, then switch.',
    route: 'POST /operations/rebuild',
    payload: NoQuery,
    answer: Rebuilt,
    allow: only('admin'),
    refusals: upkeepRefusals.texts,
    run: async () => {
      const from = performance.now()
      await installation.rebuild()
      return { durationMs: Math.round(performance.now() - from) }
    },
  }),
  defineProcedure({
    name: 'verify',
    about: 'Hold the read models against a clean fold of the log.',
    route: 'POST /operations/verify',
    payload: NoQuery,
    answer: Verified,
    allow: only('admin', 'auditor'),
    refusals: { ...verifyRefusals.texts, ...upkeepRefusals.texts },
    run: async () => {
      const { position, rows, differences } = await installation.verify().catch(unreadable)
      return { equal: differences.length === 0, position: String(position), rows, differences }
    },
  }),
  defineProcedure({
    name: 'parked',
    about: 'List customers and contacts that stopped because of an event that cannot be folded.',
    route: 'GET /operations/parked',
    payload: NoQuery,
    answer: ParkedList,
    allow: only('admin'),
    run: async () => ({
      parked: (await installation.parked()).map((each) => ({ ...each, position: String(each.position) })),
    }),
  }),
  defineProcedure({
    name: 'retry-parked',
    about: 'Fold a parked customer or contact again, after a fix.',
    route: 'POST /operations/parked/:partition/retry',
    payload: NoQuery,
    answer: Retried,
    allow: only('admin'),
    otherParams: ['partition'],
    refusals: { ...parkedRefusals.texts, ...upkeepRefusals.texts },
    run: async ({ params }) => {
      const parked = await installation.parked()
      const found = parked.find(({ partition }) => partition === params.partition) ?? parkedRefusals('not-parked')
      return { folded: await installation.retry(found.partition) }
    },
  }),
]

/** Of log and keys that are kept in files. */
export const backupProcedure = (installation: Pick<RecordingSide, 'backup'>): Procedure =>
  defineProcedure({
    name: 'backup',
    about: 'Copy log and keys into two files while everything goes on.',
    route: 'POST /operations/backup',
    payload: BackupTo,
    answer: BackedUp,
    allow: only('admin'),
    refusals: backupRefusals.texts,
    run: async ({ body }) =>
      (await installation.backup?.(body.folder).catch(notWritten)) ?? backupRefusals('backup-by-servers'),
  })
