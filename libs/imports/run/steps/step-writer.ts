/** Does one step of a record, if it is still to be done: as something new, or as a change of what the import said before. */
import { DomainError, type JsonObject, type Recorded, type SentCommand, type StoredEvent } from '#kernel'
import type { RecordStep } from '../../records/step.js'
import type { ImportPorts } from '../ports.js'
import { begunInPart } from './beginning-in-part.js'
import { RowCommands, type StepOfRecord, type WritingRows } from './row-commands.js'
import { isFollowedByOwnAlone, type Settling } from './settling.js'
import { StepChanges } from './step-changes.js'
import { isRefusal, resultOf, type StepOutcome, type StepResult, unchangedStep } from './step-result.js'
import { StepSending } from './step-sending.js'
import { writtenBy } from './written.js'

export class StepWriter {
  private readonly commands: RowCommands
  private readonly sending: StepSending
  private readonly changes: StepChanges

  constructor(
    private readonly ports: Pick<ImportPorts, 'core'>,
    private readonly importing: WritingRows,
  ) {
    this.commands = new RowCommands(ports, importing)
    this.sending = new StepSending(ports, this.commands)
    this.changes = new StepChanges(ports, this.sending)
  }

  /**
   * Does steps of rows that have nothing to do with each other. Those told by DomainError or InvalidInput were
   * refused; anything else ends the import.
   */
  async settleAll(steps: readonly StepOfRecord[]): Promise<PromiseSettledResult<StepResult>[]> {
    const sent = steps.map((each) => this.commands.beginning(each))
    const answers = (await this.dispatched(sent.filter((one) => one !== undefined))).values()
    return Promise.all(
      steps.map((each, at) => {
        const answer = sent[at] && answers.next().value
        // Whether it had been seen before is looked up only where it turns out so.
        if (!answer || isSeen(answer)) return asSettled(this.settled(each))
        if (answer.status === 'rejected') return asSettled(this.begunInPart(each, answer.reason))
        return { status: 'fulfilled', value: resultOf(answer.value, 'recorded') } as const
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

  /** What this import has made of the step, looked up in the log. */
  async outcomeSoFar({ step, mark }: StepOfRecord): Promise<StepOutcome> {
    const events = await this.read(`${step.category}-${this.idOf(step)}`)
    const { live } = writtenBy({ system: this.importing.source, record: mark }, step, events)
    const isOurs = ({ metadata }: StoredEvent) => metadata.importId === this.importing.importId
    if (live[0] && isOurs(live[0].first)) return 'recorded'
    return live.some(({ last }) => isOurs(last)) ? 'changed' : 'unchanged'
  }

  /** Of the record that a step writes. */
  idOf(step: RecordStep): string {
    return this.commands.idOf(step)
  }

  /** Streams that a step writes. */
  streamsOf({ step, mark }: StepOfRecord): string[] {
    return [`${step.category}-${this.idOf(step)}`, ...this.formerStreamsOf({ step, mark })]
  }

  /** Others on which the same record stands, as the source had said it. */
  private formerStreamsOf({ step, mark }: StepOfRecord): string[] {
    if (!step.placed || !this.importing.whereabouts) return []
    const stream = `${step.category}-${this.idOf(step)}`
    const found = this.importing.whereabouts.streamsOf(mark)
    return found.filter((one) => one !== stream && one.startsWith(`${step.category}-`))
  }

  private async settled(each: StepOfRecord): Promise<StepResult> {
    const { step, mark } = each
    if (step.gone && this.importing.isFirst) return unchangedStep
    const found = await this.settling(each, this.idOf(step))
    const isBack = !step.gone && (await this.changes.takeBackEnding(found))
    const of = isBack ? await this.settling(each, found.id) : found
    if (this.isDone(of) || (each.isRetold && of.written.live.length > 0)) return unchangedStep
    const result = step.gone ? await this.changes.leave(of) : await this.said(of)
    let left = 0
    for (const stream of this.formerStreamsOf(each)) {
      const former = await this.settling(each, stream.slice(stream.indexOf('-') + 1))
      left += (await this.changes.leave(former)).events
    }
    if (step.placed && !step.gone) this.importing.whereabouts?.note(mark, `${step.category}-${of.id}`)
    const besides = left + (isBack ? 1 : 0)
    return besides === 0 ? result : { ...result, outcome: 'changed', events: result.events + besides }
  }

  private async settling({ step, mark, sentAs, isWhole }: StepOfRecord, id: string): Promise<Settling> {
    const source = { system: this.importing.source, record: mark }
    const events = await this.read(`${step.category}-${id}`)
    return { step, id, source, events, written: writtenBy(source, step, events), sentAs, isWhole }
  }

  private read(stream: string): Promise<readonly StoredEvent[]> {
    return this.ports.core.ports.log.readStream(stream)
  }

  /** Whether what was sent is recorded, whatever the source has said since. */
  private isDone({ step, source, events, sentAs }: Settling): boolean {
    if (sentAs === undefined) return false
    const ids = this.commands.sentIds({ step, source, sentAs, events })
    return events.some(({ metadata }) => ids.has(metadata.commandId))
  }

  private async said(of: Settling): Promise<StepResult> {
    const { step, written } = of
    const last = written.live.at(-1)
    if (!last) return this.begin(of)
    if (step.leaving && step.leaving.raises !== step.raises && last.first.type === step.leaving.raises) {
      return resultOf(await this.sending.send(of, { command: step.command, body: step.body }), 'changed')
    }
    if (this.isRepeated(of)) return { ...unchangedStep, outcome: this.outcomeOfRepeat(of) }
    return this.changes.change(of, last)
  }

  private async begin(of: Settling): Promise<StepResult> {
    const { step } = of
    const at = this.sending.momentOf(of)
    const body = step.complete ? step.complete(await this.sending.factsUntil(of, at), step.body) : step.body
    if (body === undefined) return unchangedStep
    // Of what the source tells in any order, an earlier part may follow a later one.
    const confirmed = at !== undefined && isFollowedByOwnAlone(of, at)
    const send = (said: JsonObject) =>
      this.sending.send(of, { command: step.command, body: said, occurred: step.occurred, confirmed })
    try {
      return resultOf(await send(body), 'recorded')
    } catch (error) {
      return begunInPart({ body, optional: this.optionalOf(of), send }, error)
    }
  }

  /** Of what could not begin with all of its fields. */
  private async begunInPart(each: StepOfRecord, refusal: unknown): Promise<StepResult> {
    if (!isRefusal(refusal)) throw refusal
    const { command, body, occurred } = each.step
    const of = await this.settling(each, this.idOf(each.step))
    const send = (said: JsonObject) => this.sending.send(of, { command, body: said, occurred })
    return begunInPart({ body, optional: this.optionalOf(of), send }, refusal)
  }

  private optionalOf({ step, isWhole }: Settling): string[] {
    return isWhole ? [] : this.commands.optionalFieldsOf(step, step.command)
  }

  /** Whether the source said exactly this the last time. */
  private isRepeated({ step, written: { live } }: Settling): boolean {
    const [version, another] = live.slice(-2)
    if (!version || another || version.first !== version.last || step.fills) return false
    return version.first.metadata.fingerprint === this.fingerprintOf(step)
  }

  /** What this import itself had recorded before it was stopped counts as if it had not been stopped. */
  private outcomeOfRepeat({ written: { live } }: Settling): StepOutcome {
    return live[0]?.first.metadata.importId === this.importing.importId ? 'recorded' : 'unchanged'
  }

  private fingerprintOf({ body, occurred }: RecordStep): string {
    return this.ports.core.ports.hash.fingerprint({ ...body, '~at': occurred?.occurredAt ?? '' })
  }
}

/** So many are decided while those before them are appended. */
const commandsAtOnce = 250

const isSeen = (answer: PromiseSettledResult<Recorded>): boolean =>
  answer.status === 'rejected' &&
  answer.reason instanceof DomainError &&
  answer.reason.code === 'idempotency-key-reused'

const asSettled = <T>(work: Promise<T>): Promise<PromiseSettledResult<T>> =>
  work.then(
    (value) => ({ status: 'fulfilled', value }),
    (reason: unknown) => ({ status: 'rejected', reason }),
  )
