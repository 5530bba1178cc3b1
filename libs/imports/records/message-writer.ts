/**
 * Records that others send one by one, written the way an import writes its rows: what is new begins, what is known is
 * changed, what was said already is left as it is.
 */
import type { DomainError, InvalidInput, Viewer } from '#kernel'
import type { PlannedRecord } from '../plan/planned-row.js'
import { wavesOf } from '../run/order/waves.js'
import type { ImportPorts } from '../run/ports.js'
import { type RowStep, RowWriter } from '../run/rows/row-writer.js'
import { StepWriter } from '../run/steps/step-writer.js'
import type { ImportTargets } from './define-target.js'
import { recordIds } from './record-ids.js'

/** What one message says. */
export interface SentRecord {
  record: PlannedRecord
  /** By which its sender knows the message: the same again is done once, whatever the record says by then. */
  sentAs?: string
}

/** Why a record was not written, or not to its end. */
export interface RefusedRecord {
  refusal: DomainError | InvalidInput
  /** Whether it refers to a record that is not there, and may yet come. */
  isAhead: boolean
}

export interface MessageWriting {
  /** The system that sends: the same record of the same system is one here, also where an import brought it. */
  source: string
  viewer: Viewer
  targets: ImportTargets
}

interface Writing {
  steps: RowStep[]
  refused?: DomainError | InvalidInput
}

export class MessageWriter {
  private readonly rows: RowWriter

  constructor(
    private readonly ports: Pick<ImportPorts, 'core'>,
    { source, viewer, targets }: MessageWriting,
  ) {
    const ids = recordIds(source, ports.core.ports.hash, { namingOf: targets.namingOf })
    const steps = new StepWriter(ports, { source, viewer, isFirst: false })
    this.rows = new RowWriter(targets, { ids, source }, steps, ports)
  }

  /**
   * In order where they have to do with each other; undefined for each that is done. A record that was refused may
   * be there in part: the same once more does the rest.
   * @throws whatever is no refusal; all of them may be sent again then
   */
  async writeAll(sent: readonly SentRecord[]): Promise<(RefusedRecord | undefined)[]> {
    const writings = sent.map((each): Writing => ({ steps: this.stepsOf(each) }))
    const placeOf = (writing: Pick<Writing, 'steps'>) => this.rows.placeOf(writing)
    for (const wave of wavesOf(writings, placeOf)) await this.write(wave)
    return Promise.all(
      writings.map(
        async ({ steps, refused }) =>
          refused && { refusal: refused, isAhead: await this.isAhead(placeOf({ steps }).refersTo) },
      ),
    )
  }

  private stepsOf({ record, sentAs }: SentRecord): RowStep[] {
    const row = { records: [record] }
    return [...this.rows.stepsOf(row, 1), ...this.rows.stepsOf(row, 2)].map((step) => ({ ...step, sentAs }))
  }

  private async write(wave: readonly Writing[]): Promise<void> {
    const results = await this.rows.writeAll(wave)
    for (const [at, writing] of wave.entries()) writing.refused = results[at]?.refusal
  }

  private async isAhead(streams: readonly string[]): Promise<boolean> {
    const found = await Promise.all(streams.map((stream) => this.read(stream)))
    return found.some((events) => events.length === 0)
  }

  private read(stream: string) {
    return this.ports.core.ports.log.readStream(stream)
  }
}
