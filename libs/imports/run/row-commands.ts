/** The commands of an import's rows, each with the id by which it is recognised when the same row comes again. */
import { type Caller, type CommandSpec, fieldsOf, type PayloadClass, type SentCommand, type Viewer } from '#kernel'
import type { RecordStep } from '../records/step.js'
import type { ImportPorts } from './ports.js'

/** In whose name and for which import rows are written. */
export interface WritingRows {
  /** Absent where no import brings them. */
  importId?: string
  source: string
  viewer: Viewer
  /** No other import of this source has been started, so nothing of it can be known yet. */
  isFirst: boolean
}

/** A step with the record's mark in metadata. */
export interface StepOfRecord {
  step: RecordStep
  mark: string
  /** By which its sender knows the message that says it; whatever came since, it is done once. */
  sentAs?: string
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
    if (!this.writing.isFirst || step.complete) return undefined
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

  private specOf({
    category,
    command,
  }: Pick<RecordStep, 'category' | 'command'>): CommandSpec<object, unknown> | undefined {
    return this.ports.core.ports.registry.deciders.get(category)?.commands[command]
  }

  /** The same for the same row, whichever run sends it: after a kill it may be sent again. */
  caller(sending: Sending, command: string): Caller {
    const { importId, viewer } = this.writing
    const { source, sentAs } = sending
    const commandId =
      sentAs === undefined ? this.commandIdOf(sending, command) : this.sentId({ source, sentAs }, command)
    return { viewer, commandId, source, importId }
  }

  /** Of all commands that what was sent can have come to. */
  sentIds({ step: { command, change }, ...sent }: Pick<Sending, 'step' | 'source'> & { sentAs: string }): Set<string> {
    const commands = [command, 'restate', ...('command' in change ? [change.command] : [])]
    return new Set(commands.map((one) => this.sentId(sent, one)))
  }

  private sentId({ source, sentAs }: Pick<Sending, 'source'> & { sentAs: string }, command: string): string {
    return this.ports.core.ports.hash.uuid('sent-message', source.system, source.record, sentAs, command)
  }

  private commandIdOf({ step, id, source, lastId }: Sending, command: string): string {
    return this.ports.core.ports.hash.uuid(
      'import-row',
      source.system,
      source.record,
      command,
      lastId,
      // What its own fields name is another record when they change.
      ...(step.id === undefined ? [id] : []),
    )
  }
}
