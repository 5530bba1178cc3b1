/** Does one step of a record, if it is still to be done: as something new, or as a change of what the import said before. */
import {
  type Caller,
  type CommandRequest,
  DomainError,
  defineRefusals,
  fieldsOf,
  history,
  type Json,
  type JsonObject,
  type PayloadClass,
  type Stated,
  type StoredEvent,
  type Viewer,
} from '#kernel'
import type { Step } from '../records/step.js'
import { type ImportPorts, openedBy } from './ports.js'
import { fieldsAfter, fieldsNow, says, statable, type Written, writtenBy } from './written.js'

export type Outcome = 'recorded' | 'changed' | 'unchanged'

/** In whose name and for which import rows are written. */
export interface Importing {
  importId: string
  source: string
  viewer: Viewer
  /** No other import of this source has been started, so nothing of it can be known yet. */
  isFirst: boolean
}

export const importRefusals = defineRefusals({
  'mapping-faulty': ['rule', 'The mapping cannot be used as it is.'],
  'file-faulty': ['rule', 'A file cannot be read to its end, so nothing of it was imported.'],
  'changed-since-import': [
    'conflict',
    'Somebody has changed this since it was imported; theirs stays. Settle it by hand.',
  ],
})

/** Somebody has changed the same since the import wrote it; the row is refused, and theirs stays. */
function conflict(what: string): never {
  return importRefusals('changed-since-import', { field: what })
}

export class StepWriter {
  constructor(
    private readonly ports: ImportPorts,
    private readonly importing: Importing,
  ) {}

  /** @throws DomainError, InvalidInput: the row is refused; anything else ends the import */
  settle(step: Step, record: string): Promise<Outcome> {
    return this.settled(step, record, true)
  }

  /** What `settle` would do, without doing it; rules and rights are not asked. */
  foresee(step: Step, record: string): Promise<Outcome> {
    return this.settled(step, record, false)
  }

  private async settled(step: Step, record: string, writes: boolean): Promise<Outcome> {
    const id = step.id ?? this.namedBy(step)
    const source = { system: this.importing.source, record }
    if (writes && this.importing.isFirst && !step.complete) {
      const outcome = await this.beginAtOnce({ step, id, source, events: [], written: nothing, writes })
      if (outcome) return outcome
    }
    const events = await this.ports.core.ports.log.readStream(`${step.category}-${id}`)
    const written = writtenBy(source, step, events)
    const of: Settling = { step, id, source, events, written, writes }
    if (written.live.length === 0) return this.begin(of)
    if (this.isRepeated(of)) return this.outcomeOfRepeat(written)
    switch (step.change.by) {
      case 'again':
        return this.sayAgain(of, step.change.slot)
      case 'restating':
        return this.restate(of)
      default:
        return this.edit(of, step.change)
    }
  }

  /** Without a look at the stream first; undefined when it turns out that the row had been seen before. */
  private async beginAtOnce(of: Settling): Promise<Outcome | undefined> {
    const { command, body, occurred } = of.step
    try {
      return await this.send(of, { command, body, occurred }, 'recorded')
    } catch (error) {
      if (error instanceof DomainError && error.code === 'idempotency-key-reused') return undefined
      throw error
    }
  }

  private namedBy({ category, command, body }: Step): string {
    const spec = this.ports.core.ports.registry.deciders.get(category)?.commands[command]
    return this.ports.core.ports.hash.shortId(...(spec?.names?.(body) ?? [category, command]))
  }

  private async begin(of: Settling): Promise<Outcome> {
    const { step, events } = of
    const body = step.complete
      ? step.complete(history(events.map((e) => openedBy(this.ports, e))), step.body)
      : step.body
    if (body === undefined) return 'unchanged'
    if (!of.writes) return 'recorded'
    return this.send(of, { command: step.command, body, occurred: step.occurred }, 'recorded')
  }

  /** Whether the source said exactly this the last time. */
  private isRepeated({ step, written: { live } }: Settling): boolean {
    const [version, another] = live.slice(-2)
    if (!version || another || version.first !== version.last) return false
    return version.first.metadata.fingerprint === this.fingerprintOf(step)
  }

  /** What this import itself had recorded before it was stopped counts as if it had not been stopped. */
  private outcomeOfRepeat({ live }: Written): Outcome {
    return live[0]?.first.metadata.importId === this.importing.importId ? 'recorded' : 'unchanged'
  }

  private fingerprintOf({ body, occurred }: Step): string {
    return this.ports.core.ports.hash.fingerprint({ ...body, '~at': occurred?.occurredAt ?? '' })
  }

  private async sayAgain(of: Settling, slot: string | undefined): Promise<Outcome> {
    const { step, events, written } = of
    const last = written.live.at(-1)?.last
    const opened = events.map((event) => openedBy(this.ports, event))
    const facts = history(opened).filter(
      ({ type, data }) => type === step.raises && (!slot || data[slot] === step.body[slot]),
    )
    const own = opened.find((event) => event.id === last?.id)
    if (own && says(step.body, own.data)) return 'unchanged'
    if (facts.at(-1)?.id !== written.live.at(-1)?.first.id) return conflict(step.raises)
    const body = step.complete ? step.complete(history(opened), step.body) : step.body
    if (body === undefined) return 'unchanged'
    if (!of.writes) return 'changed'
    return this.send(of, { command: step.command, body }, 'changed')
  }

  private async edit(of: Settling, change: { by: 'edits' | 'fields'; command: string }): Promise<Outcome> {
    const { step, written, events } = of
    const before = fieldsAfter(written.live.map(({ last }) => openedBy(this.ports, last).data))
    const names = this.fieldsOfCommand(step.category, change.command).filter(
      (name) => !says(step.body[name], statable(before[name])),
    )
    if (names.length === 0) return 'unchanged'
    if (!of.writes) return 'changed'
    if (change.by === 'edits') {
      const edits = names.map((name): [string, JsonObject] => [name, editOf(statable(before[name]), step.body[name])])
      return this.send(of, { command: change.command, body: Object.fromEntries(edits) }, 'changed')
    }
    const now = fieldsNow(
      step,
      events.map((event) => openedBy(this.ports, event)),
    )
    const moved = names.find((name) => !says(before[name], now[name]))
    if (moved !== undefined) return conflict(moved)
    const stated = names.flatMap((name): [string, Json][] => {
      const value = step.body[name]
      return value === undefined ? [] : [[name, value]]
    })
    if (stated.length === 0) return 'unchanged'
    return this.send(of, { command: change.command, body: Object.fromEntries(stated) }, 'changed')
  }

  private fieldsOfCommand(category: string, command: string): string[] {
    const payload = this.ports.core.ports.registry.deciders.get(category)?.commands[command]?.payload
    return payload ? fieldsOf(payload as PayloadClass).map(({ name }) => name) : []
  }

  private async restate(of: Settling): Promise<Outcome> {
    const { step, written, source } = of
    const version = written.live.at(-1)
    if (!version) return 'unchanged'
    const { data, metadata } = openedBy(this.ports, version.last)
    const isSame = says(step.body, data) && metadata.occurredAt === (step.occurred?.occurredAt ?? metadata.occurredAt)
    if (isSame) return 'unchanged'
    if (metadata.source?.record !== source.record) return conflict(step.raises)
    if (!of.writes) return 'changed'
    const { '~because': _, ...stated } = data
    await this.ports.core.correct(
      {
        stream: version.first.stream,
        eventId: version.first.id,
        mode: 'restate',
        body: { ...stated, ...step.body },
        because: `${this.importing.source} says otherwise now.`,
        occurred: step.occurred,
      },
      this.caller(of, 'restate'),
    )
    return 'changed'
  }

  private async send(
    of: Settling,
    request: { command: string; body: JsonObject; occurred?: Stated },
    outcome: 'recorded' | 'changed',
  ): Promise<Outcome> {
    const command: CommandRequest = { category: of.step.category, id: of.id, ...request }
    const recorded = await this.ports.core.dispatch(command, this.caller(of, request.command))
    return recorded.events.length === 0 ? 'unchanged' : outcome
  }

  /** The same for the same row, whichever run sends it: after a kill it may be sent again. */
  private caller({ source, written }: Settling, command: string): Caller {
    const { importId, viewer } = this.importing
    const commandId = this.ports.core.ports.hash.uuid(
      'import-row',
      source.system,
      source.record,
      command,
      written.lastId,
    )
    return { viewer, commandId, source, importId }
  }
}

const nothing: Written = { live: [], lastId: '' }

interface Settling {
  step: Step
  id: string
  source: { system: string; record: string }
  events: readonly StoredEvent[]
  written: Written
  /** Whether to do it, or only to say what would be done. */
  writes: boolean
}

function editOf(was: Json | undefined, is: Json | undefined): JsonObject {
  return { ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) }
}
