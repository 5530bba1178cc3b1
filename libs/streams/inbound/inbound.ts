/**
 * What others send, recorded as the commands it comes to: by the same way in and under the same rules as everything
 * else. A message that its sender must mend is set aside with the reason; whatever is not the sender's fault waits.
 *
 * Of one record at most one message is done before it is said how far a partition is done. So what is handed over again
 * after a death is looked at in the state that it met the first time, and nothing is said twice or set back.
 */
import { type ImportPorts, type ImportTargets, MessageWriter, type RefusedRecord, type SentRecord } from '#imports'
import {
  DomainError,
  type Handled,
  type InboundStream,
  InvalidInput,
  type SentBatch,
  type SentMessage,
  type SetAside,
  type Viewer,
} from '#kernel'
import { heldCore } from './held-core.js'
import { PatienceAhead, type WaitsAhead } from './patience.js'
import { readSent, Unusable } from './sent-message.js'
import { type ReceivedTopic, topicOfSent } from './sent-schema.js'

/** Where what cannot be recorded is kept, as it came. */
export const setAsideTopic = 'in.dead-letters'

/** A topic, and as whom its messages are recorded. */
export interface InboundTopic extends ReceivedTopic {
  member: string
}

export interface InboundParts {
  stream: InboundStream
  core: ImportPorts['core']
  targets: ImportTargets
  /** Those that others refer to come first. */
  topics: readonly InboundTopic[]
  /** The system that sends. */
  source: string
  /** Told in one line why it waits. */
  onTrouble(error: Error): void
  patience?: WaitsAhead
}

/** Messages that are decided together: while they are, others wait. */
const mostAtOnce = 100

/** Refusals that are nobody's fault, and pass. */
const passing: ReadonlySet<string> = new Set(['try-again', 'clock-behind', 'clock-ahead', 'not-yet-visible'])

export class Inbound {
  private readonly topics: ReadonlyMap<string, InboundTopic>
  private readonly ahead: PatienceAhead
  private readonly counts: Map<string, number>

  constructor(private readonly p: InboundParts) {
    this.topics = new Map(p.topics.map((topic) => [topicOfSent(topic), topic]))
    this.ahead = new PatienceAhead((topics) => p.stream.lag(topics), this.names, p.patience)
    this.counts = new Map(this.names.map((name) => [name, 0]))
  }

  /** Since the start, by topic. */
  get setAside(): ReadonlyMap<string, number> {
    return this.counts
  }

  lag(): Promise<ReadonlyMap<string, number>> {
    return this.p.stream.lag(this.names)
  }

  private get names(): string[] {
    return this.p.topics.map(topicOfSent)
  }

  /** @throws EnginesRefused with one line where waiting does not help */
  async run(signal: AbortSignal): Promise<void> {
    const { stream, onTrouble } = this.p
    await stream.declare(this.names, setAsideTopic)
    await stream.receive({
      topics: this.names,
      setAsideTo: setAsideTopic,
      most: mostAtOnce,
      handle: (batch) => this.handle(batch),
      onTrouble,
      signal,
    })
  }

  private async handle(batch: SentBatch): Promise<Handled> {
    const topic = this.topics.get(batch.messages[0]?.topic ?? '')
    if (!topic) throw new Error('a topic that was not asked for')
    const viewer = this.viewerOf(topic)
    const pieces = this.read(batch.messages, topic)
    const written = await this.write(pieces, { viewer, batch })
    const waits = written.findIndex(({ waits }) => waits)
    const done = waits < 0 ? written : written.slice(0, waits)
    const setAside = done.flatMap(({ setAside }) => setAside ?? [])
    const kept = () => {
      const name = topicOfSent(topic)
      this.counts.set(name, (this.counts.get(name) ?? 0) + setAside.length)
      this.ahead.forget(done.map(({ message }) => message))
    }
    return { taken: done.length, setAside, kept }
  }

  private viewerOf({ name, member }: InboundTopic): Viewer {
    const viewer = this.p.core.viewer(member)
    // Whoever sets that up does one after the other, and no message is lost meanwhile.
    if (!viewer || viewer.grants.length === 0)
      throw new Error(
        `${topicOfSent({ name })} waits for a member ${member} with a role, as whom its messages are recorded`,
      )
    return viewer
  }

  /** As many as speak of different records, from the first on. */
  private read(messages: readonly SentMessage[], topic: InboundTopic): Piece[] {
    const { targets } = topic
    const pieces: Piece[] = []
    const seen = new Set<string>()
    for (const message of messages) {
      const piece = readPiece(message, { types: targets, catalogue: this.p.targets.catalogue })
      const of = piece.sent && JSON.stringify([piece.sent.record.target, piece.sent.record.key])
      if (of !== undefined && seen.has(of)) return pieces
      if (of !== undefined) seen.add(of)
      pieces.push(piece)
    }
    return pieces
  }

  private async write(
    pieces: readonly Piece[],
    { viewer, batch }: { viewer: Viewer; batch: SentBatch },
  ): Promise<Written[]> {
    const { source, targets } = this.p
    const core = heldCore(this.p.core, () => batch.requireHeld())
    const writer = new MessageWriter({ core }, { source, viewer, targets })
    const sent = pieces.flatMap(({ sent }) => sent ?? [])
    const refused = new Map((await writer.writeAll(sent)).map((one, at) => [sent[at], one]))
    return Promise.all(
      pieces.map(async ({ message, sent, setAside }): Promise<Written> => {
        const refusal = sent && refused.get(sent)
        if (!refusal) return { message, setAside, waits: false }
        if (await this.waits(message, refusal)) return { message, waits: true }
        return { message, setAside: refusedOf(message, refusal.refusal), waits: false }
      }),
    )
  }

  private async waits(message: SentMessage, { refusal, isAhead }: RefusedRecord): Promise<boolean> {
    if (refusal instanceof DomainError && passing.has(refusal.code)) return true
    return isAhead && this.ahead.isWorthwhile(message)
  }
}

/** A message with what it says, or why it says nothing. */
interface Piece {
  message: SentMessage
  sent?: SentRecord
  setAside?: SetAside
}

interface Written {
  message: SentMessage
  setAside?: SetAside | undefined
  waits: boolean
}

function readPiece(message: SentMessage, as: Parameters<typeof readSent>[1]): Piece {
  try {
    return { message, sent: readSent(message, as) }
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    const { code, message: sentence, path } = error
    return { message, setAside: { message, code, sentence, ...(path !== undefined && { path }) } }
  }
}

function refusedOf(message: SentMessage, refusal: DomainError | InvalidInput): SetAside {
  if (refusal instanceof InvalidInput) {
    const path = refusal.problems[0]?.path
    return { message, code: 'invalid-input', sentence: refusal.message, ...(path && { path: `fields.${path}` }) }
  }
  const { code, message: sentence, details } = refusal
  return { message, code, sentence, ...(typeof details.field === 'string' && { path: `fields.${details.field}` }) }
}
