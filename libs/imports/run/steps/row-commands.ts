/** The commands of an import's rows, each with the id by which it is recognised when the same row comes again. */
import {
  type Caller,
  type CommandSpec,
  fieldsOf,
  type PayloadClass,
  type SentCommand,
  type StoredEvent,
  type Viewer,
} from '#kernel'
import type { RecordStep } from '../../records/step.js'
import type { ImportPorts } from '../ports.js'
import type { Whereabouts } from './whereabouts.js'

/** In whose name and for which import rows are written. */
export interface WritingRows {
  /** Absent where no import brings them. */
  importId?: string
  source: string
  viewer: Viewer
  /** No other import of this source has been started, so nothing of it can be known yet. */
  isFirst: boolean
  /** Of records whose streams do not follow from their keys alone. */
  whereabouts?: Whereabouts
}

/** A step with the record's mark in metadata. */
export interface StepOfRecord {
  step: RecordStep
  mark: string
  /** By which its sender knows the message that says it; whatever came since, it is done once. */
  sentAs?: string
  /** Done once more, in case that it had come to nothing. */
  isRetold?: boolean
  /** No field of it may be left out. */
  isWhole?: boolean
}

/** A row's step on its record. */
interface Sending {
  step: RecordStep
  /** Of the record. */
  id: string
  source: { system: string; record: string }
  /** What the source had said last of it; '' for nothing. */
  lastId: string
  sentAs?: string
}

export class RowCommands {
  constructor(
    private readonly ports: Pick<ImportPorts, 'core'>,
    private readonly writing: WritingRows,
  ) {}

  /** Of the record that a step writes. */
  idOf(step: RecordStep): string {
    return step.id ?? this.namedBy(step)
  }

  private namedBy(step: RecordStep): string {
    const { category, command, body } = step
    return this.ports.core.ports.hash.shortId(...(this.specOf(step)?.identifiedBy?.(body) ?? [category, command]))
  }

  /** What does a step without a look at the stream first; undefined where that has to be looked at. */
  beginning({ step, mark, sentAs }: StepOfRecord): SentCommand | undefined {
    if (!this.writing.isFirst || step.complete || step.gone) return undefined
    const { category, command, body, occurred } = step
    const id = this.idOf(step)
    const source = { system: this.writing.source, record: mark }
    // Of the step's command that is the first of its record others find it there.
    const begins = this.specOf(step)?.creates === true
    const caller = this.caller({ step, id, source, lastId: '', sentAs }, command)
    return { request: { category, id, command, body, occurred, begins }, caller }
  }

  fieldsOf({ category }: RecordStep, command: string): string[] {
    const payload = this.specOf({ category, command })?.payload
    return payload ? fieldsOf(payload as PayloadClass).map(({ name }) => name) : []
  }

  optionalFieldsOf({ category }: RecordStep, command: string): string[] {
    const payload = this.specOf({ category, command })?.payload
    const fields = payload ? fieldsOf(payload as PayloadClass) : []
    return fields.filter(({ optional }) => optional).map(({ name }) => name)
  }

  private specOf({
    category,
    command,
  }: Pick<RecordStep, 'category' | 'command'>): CommandSpec<object, unknown> | undefined {
    return this.ports.core.ports.registry.deciders.get(category)?.commands[command]
  }

  /** The same for the same row, whichever run sends it: after a kill it may be sent again. */
  caller(sending: Sending, doing: string): Caller {
    const { importId, viewer } = this.writing
    const { source, sentAs } = sending
    const commandId = sentAs === undefined ? this.commandIdOf(sending, doing) : this.sentId({ source, sentAs }, doing)
    return { viewer, commandId, source, importId }
  }

  /** Of all that what was sent can have come to. */
  sentIds({
    step: { command, change },
    events,
    ...sent
  }: Pick<Sending, 'step' | 'source'> & { sentAs: string; events: readonly StoredEvent[] }): Set<string> {
    const turns = 'turns' in change ? Object.values(change.turns ?? {}) : []
    const commands = [command, ...('command' in change ? [change.command] : []), ...turns.map((turn) => turn.command)]
    const corrections = events.map(({ id }) => `restate:${id}`)
    return new Set([...commands, ...corrections].map((one) => this.sentId(sent, one)))
  }

  private sentId({ source, sentAs }: Pick<Sending, 'source'> & { sentAs: string }, command: string): string {
    return this.ports.core.ports.hash.uuid('sent-message', source.system, source.record, sentAs, command)
  }

  private commandIdOf({ step, id, source, lastId }: Sending, doing: string): string {
    return this.ports.core.ports.hash.uuid(
      'import-row',
      source.system,
      source.record,
      doing,
      lastId,
      // What its own fields name is another record when they change.
      ...(step.id === undefined ? [id] : []),
    )
  }
}
