/** Does one step of a record, if it is still to be done: as something new, or as a change of what the import said before. */
import {
  type Caller,
  type CommandRequest,
  DomainError,
  defineRefusals,
  effectiveMoment,
  history,
  type Json,
  type JsonObject,
  type Recorded,
  type SentCommand,
  type Stated,
  type StoredEvent,
} from '#kernel'
import type { RecordStep } from '../records/step.js'
import { allOpenedBy, type ImportPorts, openedBy } from './ports.js'
import { RowCommands, type StepOfRecord, type WritingRows } from './row-commands.js'
import { emptied, fieldsAfter, fieldsNow, says, saysAll, statable, type WrittenRecords, writtenBy } from './written.js'

export type StepOutcome = 'recorded' | 'changed' | 'unchanged'

export const importRefusals = defineRefusals({
  'mapping-faulty': ['rule', 'The mapping cannot be used as it is.'],
  'file-faulty': ['rule', 'A file cannot be read to its end, so nothing of it was imported.'],
  'changed-since-import': [
    'conflict',
    'Somebody has changed this since it was imported; theirs stays. Settle it by hand.',
  ],
  'held-by-another': [
    'conflict',
    'Another record holds what this one claims, so it would be there twice. Leave it out, or have a steward settle whose it is.',
  ],
  'import-elsewhere': ['conflict', 'Another process has this import in hand. Ask again once it has ended there.'],
})

/** Somebody has changed the same since the import wrote it; the row is refused, and theirs stays. */
function conflict(what: string): never {
  return importRefusals('changed-since-import', { field: what })
}

export class StepWriter {
  private readonly commands: RowCommands

  constructor(
    private readonly ports: Pick<ImportPorts, 'core'>,
    private readonly importing: WritingRows,
  ) {
    this.commands = new RowCommands(ports, importing)
  }

  /**
   * Does steps of rows that have nothing to do with each other. Those told by DomainError or InvalidInput refuse
   * their row; anything else ends the import.
   */
  async settleAll(steps: readonly StepOfRecord[]): Promise<PromiseSettledResult<StepOutcome>[]> {
    const sent = steps.map((each) => this.commands.beginning(each))
    const answers = (await this.dispatched(sent.filter((one) => one !== undefined))).values()
    return Promise.all(
      steps.map((each, at) => {
        const answer = sent[at] && answers.next().value
        // Whether it had been seen before is looked up only where it turns out so.
        if (!answer || isSeen(answer)) return asSettled(this.settled(each, true))
        return answer.status === 'rejected' ? answer : { status: 'fulfilled', value: outcomeOf(answer.value) }
      }),
    )
  }

  /** In parts: while one is appended, the next is decided. */
  private async dispatched(commands: readonly SentCommand[]): Promise<PromiseSettledResult<Recorded>[]> {
    const parts: Promise<PromiseSettledResult<Recorded>[]>[] = []
    for (let at = 0; at < commands.length; at += commandsAtOnce) {
      parts.push(this.ports.core.dispatchAll(commands.slice(at, at + commandsAtOnce)))
    }
    return (await Promise.all(parts)).flat()
  }

  /** What `settle` would do, without doing it; rules and rights are not asked. */
  foresee(step: RecordStep, record: string): Promise<StepOutcome> {
    return this.settled({ step, mark: record }, false)
  }

  /** What this import has made of the step, looked up in the log. */
  async outcomeSoFar(step: RecordStep, record: string): Promise<StepOutcome> {
    const events = await this.ports.core.ports.log.readStream(`${step.category}-${this.idOf(step)}`)
    const { live } = writtenBy({ system: this.importing.source, record }, step, events)
    const isOurs = ({ metadata }: StoredEvent) => metadata.importId === this.importing.importId
    if (live[0] && isOurs(live[0].first)) return 'recorded'
    return live.some(({ last }) => isOurs(last)) ? 'changed' : 'unchanged'
  }

  /** Of the record that a step writes. */
  idOf(step: RecordStep): string {
    return this.commands.idOf(step)
  }

  private async settled({ step, mark, sentAs }: StepOfRecord, writes: boolean): Promise<StepOutcome> {
    const id = this.idOf(step)
    const source = { system: this.importing.source, record: mark }
    const events = await this.ports.core.ports.log.readStream(`${step.category}-${id}`)
    const written = writtenBy(source, step, events)
    const of: Settling = { step, id, source, events, written, writes, sentAs }
    if (this.isDone(of)) return 'unchanged'
    if (written.live.length === 0) return this.begin(of)
    if (this.isRepeated(of)) return this.outcomeOfRepeat(written)
    switch (step.change.by) {
      case 'again':
        return this.sayAgain(of, step.change.slot)
      case 'restating':
        return this.restate(of)
      case 'moving':
        return this.move(of, step.change)
      default:
        return this.edit(of, step.change)
    }
  }

  /** Whether what was sent is recorded, whatever the source has said since. */
  private isDone({ step, source, events, sentAs }: Settling): boolean {
    if (sentAs === undefined) return false
    const ids = this.commands.sentIds({ step, source, sentAs })
    return events.some(({ metadata }) => ids.has(metadata.commandId))
  }

  private async begin(of: Settling): Promise<StepOutcome> {
    const { step, events } = of
    const opened = step.complete ? await allOpenedBy(this.ports, events) : []
    const at = step.complete && this.momentOf(step, events)
    const body = step.complete ? step.complete(history(opened, { asOf: at }), step.body) : step.body
    if (body === undefined) return 'unchanged'
    if (!of.writes) return 'recorded'
    // Of what the source tells in any order, an earlier part may follow a later one.
    const later = at === undefined ? [] : events.filter(({ metadata }) => metadata.effectiveAt > at)
    const confirmed = later.length > 0 && later.every(({ metadata }) => metadata.source?.system === of.source.system)
    return this.send(of, { command: step.command, body, occurred: step.occurred, confirmed }, 'recorded')
  }

  /** Where a step belongs in its stream's order; undefined for now. */
  private momentOf({ occurred, body }: RecordStep, events: readonly StoredEvent[]): string | undefined {
    const unit = events.at(-1)?.metadata.unit ?? (typeof body.unit === 'string' ? body.unit : undefined)
    const moments = history(events).map(({ at }) => at)
    return occurred && effectiveMoment(occurred, moments, this.ports.core.ports.zoneOf(unit))
  }

  /** Whether the source said exactly this the last time. */
  private isRepeated({ step, written: { live } }: Settling): boolean {
    const [version, another] = live.slice(-2)
    if (!version || another || version.first !== version.last) return false
    return version.first.metadata.fingerprint === this.fingerprintOf(step)
  }

  /** What this import itself had recorded before it was stopped counts as if it had not been stopped. */
  private outcomeOfRepeat({ live }: WrittenRecords): StepOutcome {
    return live[0]?.first.metadata.importId === this.importing.importId ? 'recorded' : 'unchanged'
  }

  private fingerprintOf({ body, occurred }: RecordStep): string {
    return this.ports.core.ports.hash.fingerprint({ ...body, '~at': occurred?.occurredAt ?? '' })
  }

  private async sayAgain(of: Settling, slot: string | undefined): Promise<StepOutcome> {
    const { step, events, written } = of
    const last = written.live.at(-1)?.last
    const opened = await allOpenedBy(this.ports, events)
    const facts = history(opened).filter(
      ({ type, data }) => type === step.raises && (!slot || data[slot] === step.body[slot]),
    )
    const own = opened.find((event) => event.id === last?.id)
    if (own && saysAll(step, own.data)) return 'unchanged'
    if (facts.at(-1)?.id !== written.live.at(-1)?.first.id) return conflict(step.raises)
    const body = step.complete ? step.complete(history(opened), step.body) : step.body
    if (body === undefined) return 'unchanged'
    if (!of.writes) return 'changed'
    return this.send(of, { command: step.command, body }, 'changed')
  }

  private async edit(of: Settling, change: { by: 'edits' | 'fields'; command: string }): Promise<StepOutcome> {
    const { step, written, events } = of
    const versions = written.live.map(({ last }) => last)
    const before = fieldsAfter((await allOpenedBy(this.ports, versions)).map(({ data }) => data))
    const isMeant = (name: string) =>
      step.body[name] !== undefined || (change.by === 'edits' && step.declared?.has(name) === true)
    const names = this.commands
      .fieldsOf(step, change.command)
      .filter((name) => isMeant(name) && !says(step.body[name], statable(before[name])))
    if (names.length === 0) return 'unchanged'
    if (!of.writes) return 'changed'
    if (change.by === 'edits') {
      const edits = names.map((name): [string, JsonObject] => [name, editOf(statable(before[name]), step.body[name])])
      return this.send(of, { command: change.command, body: Object.fromEntries(edits) }, 'changed')
    }
    const now = fieldsNow(step, await allOpenedBy(this.ports, events))
    const moved = names.find((name) => !says(before[name], now[name]))
    if (moved !== undefined) return conflict(moved)
    const stated = names.map((name): [string, Json] => [name, step.body[name] as Json])
    return this.send(of, { command: change.command, body: Object.fromEntries(stated) }, 'changed')
  }

  private async restate(of: Settling): Promise<StepOutcome> {
    const { step, written, source } = of
    const version = written.live.at(-1)
    if (!version) return 'unchanged'
    const { data, metadata } = await openedBy(this.ports, version.last)
    const isSame =
      saysAll(step, data) && metadata.occurredAt === (statedMoment(step)?.occurredAt ?? metadata.occurredAt)
    if (isSame) return 'unchanged'
    if (metadata.source?.record !== source.record) return conflict(step.raises)
    if (!of.writes) return 'changed'
    const { '~because': _, ...stated } = data
    for (const name of emptied(step)) delete stated[name]
    await this.ports.core.correct(
      {
        stream: version.first.stream,
        eventId: version.first.id,
        mode: 'restate',
        body: { ...stated, ...step.body },
        because: `${this.importing.source} says otherwise now.`,
        occurred: statedMoment(step),
      },
      this.caller(of, 'restate'),
    )
    return 'changed'
  }

  /** In the same slot the fact itself is corrected; in another the old one ends where the new one begins. */
  private async move(of: Settling, { slot, end }: { slot: string; end: string }): Promise<StepOutcome> {
    const { step, written } = of
    const last = written.live.at(-1)?.last
    const before = last && (await openedBy(this.ports, last)).data[slot]
    if (before === undefined || before === step.body[slot]) return this.restate(of)
    if (!of.writes) return 'changed'
    const occurred = statedMoment(step)
    await this.send(of, { command: end, body: { [slot]: before }, occurred }, 'changed')
    return this.send(of, { command: step.command, body: step.body, occurred }, 'changed')
  }

  private async send(
    of: Settling,
    request: Pick<CommandRequest, 'command' | 'occurred' | 'confirmed' | 'begins'> & { body: JsonObject },
    outcome: 'recorded' | 'changed',
  ): Promise<StepOutcome> {
    const command: CommandRequest = { category: of.step.category, id: of.id, ...request }
    const recorded = await this.ports.core.dispatch(command, this.caller(of, request.command))
    return outcomeOf(recorded, outcome)
  }

  private caller({ written, ...of }: Settling, command: string): Caller {
    return this.commands.caller({ ...of, lastId: written.lastId }, command)
  }
}

/** So many are decided while those before them are appended. */
const commandsAtOnce = 250

const outcomeOf = ({ events }: Recorded, outcome: 'recorded' | 'changed' = 'recorded'): StepOutcome =>
  events.length === 0 ? 'unchanged' : outcome

const isSeen = (answer: PromiseSettledResult<Recorded>): boolean =>
  answer.status === 'rejected' &&
  answer.reason instanceof DomainError &&
  answer.reason.code === 'idempotency-key-reused'

const asSettled = <T>(work: Promise<T>): Promise<PromiseSettledResult<T>> =>
  work.then(
    (value) => ({ status: 'fulfilled', value }),
    (reason: unknown) => ({ status: 'rejected', reason }),
  )

interface Settling {
  step: RecordStep
  id: string
  source: { system: string; record: string }
  events: readonly StoredEvent[]
  written: WrittenRecords
  /** Whether to do it, or only to say what would be done. */
  writes: boolean
  sentAs: string | undefined
}

/** Ahead of everything is no moment at which something changes. */
const statedMoment = ({ occurred }: RecordStep): Stated | undefined =>
  occurred?.occurredPrecision === 'before' ? undefined : occurred

function editOf(was: Json | undefined, is: Json | undefined): JsonObject {
  return { ...(was === undefined ? {} : { was }), ...(is === undefined ? {} : { is }) }
}
