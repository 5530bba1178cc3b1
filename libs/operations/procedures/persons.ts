/** Procedures for the rights of persons: erase, export, and what a steward decides about withheld writing. */

import {
  AnyValue,
  Code,
  Codes,
  Flag,
  Id,
  Ids,
  Instant,
  Label,
  ListOf,
  Optional,
  type PayloadClass,
  refusalsAmong,
  refuse,
  Text,
} from '#kernel'
import { erasePerson } from '../persons/erase-person.js'
import { exportPerson } from '../persons/export-person.js'
import { redactWriting, releaseWriting } from '../persons/withheld-writing.js'
import type { RecordingSide } from './installation.js'
import { ofCommand } from './of-command.js'
import { defineProcedure, type Procedure } from './procedure.js'
import { only } from './upkeep.js'

/** As the commands that say so ask for it. */
interface Grounded {
  grounds: string
}

class Erased {
  @Id('contact') contact!: string
  /** Records whose writing waits for a steward, because it names others as well. */
  @Codes({ max: 100_000 }) withheld!: string[]
  /** Imports whose files can no longer be opened. */
  @Ids('import', { max: 10_000 }) imports!: string[]
  /** Files of plaintext that may still hold something of the person: they forget it when they are opened next. */
  @Codes({ max: 1000 }) notForgottenBy!: string[]
  /** Answers from here on show the person nowhere. */
  @Label({ max: 20 }) position!: string
}

class Export {
  /** For the access log. */
  @Optional() @Text({ max: 500 }) reason?: string
}
class ExportedFact {
  @Code() type!: string
  /** As stated. */
  @Label() occurredAt!: string
  @Instant() recordedAt!: string
  @Optional() @Id('unit') unit?: string
  @Ids('customer') customers!: string[]
  /** Whether others are named with the person: look before it is handed out. */
  @Flag() shared!: boolean
  @AnyValue() data!: unknown
}
class Exported {
  @Id('contact') contact!: string
  @Instant() exportedAt!: string
  @ListOf(ExportedFact, { max: 1_000_000 }) facts!: ExportedFact[]
}

class Released {
  @Code() stream!: string
  @Flag() released!: boolean
}

class RestatedWriting {
  /** Its first event. */
  @Id('event') event!: string
  /** The whole new payload, as a correction takes it. */
  @AnyValue() payload!: object
}
class RedactWriting {
  /** Stands with the corrections. */
  @Text({ max: 2000 }) because!: string
  /** Withheld writing that is not among them is erased with its key. */
  @ListOf(RestatedWriting, { max: 200 }) restated!: RestatedWriting[]
}
class Redacted {
  @Code() stream!: string
  @Flag() redacted!: boolean
}

export function personProcedures(installation: RecordingSide): Procedure[] {
  const erasing = ofCommand(installation.registry, 'contact', 'erase')
  const releasing = ofCommand(installation.registry, 'privacy', 'release')
  return [
    defineProcedure({
      name: 'erase-person',
      about: 'Erase a person: destroy the keys that are theirs alone; what names others too waits for a steward.',
      route: 'POST /contacts/:id/erasure',
      payload: erasing.payload as PayloadClass<Grounded>,
      answer: Erased,
      allow: only('steward'),
      refusals: { ...refuse.texts, ...erasing.refusals },
      run: async ({ viewer, params, body }) => {
        const request = { by: viewer, grounds: body.grounds }
        const { position, ...erased } = await erasePerson(params.id ?? '', request, installation.rights())
        return { ...erased, position: String(position) }
      },
    }),
    defineProcedure({
      name: 'export-person',
      about: 'Hand out everything known about a person, as facts in the order in which they happened.',
      route: 'POST /contacts/:id/export',
      payload: Export,
      answer: Exported,
      allow: only('steward'),
      refusals: refusalsAmong(refuse, 'not-found', 'not-yet-visible'),
      run: ({ viewer, params, body }) =>
        exportPerson(params.id ?? '', { by: viewer, reason: body.reason }, installation.rights()),
    }),
    defineProcedure({
      name: 'release-writing',
      about: 'Show withheld writing of a record again.',
      route: 'POST /withheld/:stream/release',
      payload: releasing.payload as PayloadClass<Grounded>,
      answer: Released,
      allow: only('steward'),
      refusals: { ...refuse.texts, ...releasing.refusals },
      run: async ({ viewer, params, body }) => {
        const stream = params.stream ?? ''
        await releaseWriting(stream, { by: viewer, grounds: body.grounds }, installation.rights())
        return { stream, released: true }
      },
    }),
    defineProcedure({
      name: 'redact-writing',
      about: 'Restate withheld writing of a record without the person, and destroy the key of the old one.',
      route: 'POST /withheld/:stream/redaction',
      payload: RedactWriting,
      answer: Redacted,
      allow: only('steward'),
      refusals: { ...refuse.texts, ...releasing.refusals },
      run: async ({ viewer, params, body }) => {
        const stream = params.stream ?? ''
        const restated = body.restated.map(({ event, payload }) => ({ eventId: event, body: payload }))
        await redactWriting(stream, { by: viewer, because: body.because, restated }, installation.rights())
        return { stream, redacted: true }
      },
    }),
  ]
}
