/** What the source says otherwise than before, as each kind of record is changed, and what it says no longer. */
import { history, type JsonObject, type Version } from '#kernel'
import { allOpenedBy, type ImportPorts, openedBy } from '../ports.js'
import { Corrections } from './corrections.js'
import { RecordEdits } from './record-edits.js'
import { isOfAnotherMoment, type Settling, saidLast, statedMoment } from './settling.js'
import { conflict } from './step-refusals.js'
import { resultOf, type StepResult, stepOf, unchangedStep } from './step-result.js'
import type { StepSending } from './step-sending.js'
import { emptied, says, saysAll, writtenIn } from './written.js'

export class StepChanges {
  private readonly corrections: Corrections
  private readonly edits: RecordEdits

  constructor(
    private readonly ports: Pick<ImportPorts, 'core'>,
    private readonly sending: StepSending,
  ) {
    this.corrections = new Corrections(ports, sending)
    this.edits = new RecordEdits(ports, this.corrections, sending)
  }

  /** @param last what the source had said last */
  async change(of: Settling, last: Version): Promise<StepResult> {
    const { change } = of.step
    switch (change.by) {
      case 'again':
        return this.sayAgain(of, last, change.slot)
      case 'restating':
        return this.restate(of, last)
      case 'turning':
        return this.turn(of, last)
      case 'replacing':
        return this.replace(of, last)
      case 'moving':
        return this.move(of, last, change)
      default: {
        const work = await this.edits.edit(of, change)
        return stepOf('changed', work.events, work)
      }
    }
  }

  private async sayAgain(of: Settling, last: Version, slot: string | undefined): Promise<StepResult> {
    const { step, written, events } = of
    const own = await openedBy(this.ports, saidLast(of, last))
    if (saysAll(step, own.data)) return this.moveBeginning(of, written.live[0] ?? last)
    const opened = await allOpenedBy(this.ports, events)
    const facts = history(opened).filter(
      ({ type, data }) => type === step.raises && (!slot || (data as JsonObject)[slot] === step.body[slot]),
    )
    if (facts.at(-1)?.id !== last.first.id) return conflict(step.raises)
    const kept = Object.entries(own.data).filter(([name]) => name !== '~because' && !emptied(step).includes(name))
    const body = { ...(slot ? Object.fromEntries(kept) : {}), ...step.body }
    return resultOf(await this.sending.send(of, { command: step.command, body }), 'changed')
  }

  /** What is said once more is so from then on; the moment that a row states is that of the first time. */
  private async moveBeginning(of: Settling, version: Version): Promise<StepResult> {
    const { step } = of
    if (!isOfAnotherMoment(step, saidLast(of, version))) return unchangedStep
    const isMoved = await this.corrections.restate(of, { version, fields: {}, occurred: step.occurred })
    return stepOf('changed', isMoved ? 1 : 0)
  }

  private async restate(of: Settling, last: Version): Promise<StepResult> {
    const isChanged = await this.corrections.restateOwn(of, last)
    return stepOf('changed', isChanged ? 1 : 0)
  }

  /** At another moment another turn was taken; of the same one the row says otherwise. */
  private async turn(of: Settling, last: Version): Promise<StepResult> {
    const { step } = of
    const own = await openedBy(this.ports, saidLast(of, last))
    const occurred = statedMoment(step)
    const first = of.written.live[0] ?? last
    if (saysAll(step, own.data)) return occurred ? this.restate(of, last) : this.moveBeginning(of, first)
    if (occurred && !isOfAnotherMoment(step, own)) return this.restate(of, last)
    const body = step.complete
      ? step.complete(await this.sending.factsUntil(of, occurred && this.sending.momentOf(of)), step.body)
      : step.body
    if (body === undefined) return unchangedStep
    return resultOf(await this.sending.send(of, { command: step.command, body, occurred }), 'changed')
  }

  private async replace(of: Settling, last: Version): Promise<StepResult> {
    const { step } = of
    const own = await openedBy(this.ports, saidLast(of, last))
    if (saysAll(step, own.data)) return this.moveBeginning(of, of.written.live[0] ?? last)
    const left = await this.leave(of)
    const said = await this.sending.send(of, { command: step.command, body: step.body })
    return stepOf('changed', left.events + said.events.length, said)
  }

  /** In the same slot, or at the same moment, the fact itself is corrected; else the old one ends where the new one begins. */
  private async move(of: Settling, last: Version, { slot, end }: { slot: string; end: string }): Promise<StepResult> {
    const { step } = of
    const own = await openedBy(this.ports, saidLast(of, last))
    const before = own.data[slot]
    const occurred = statedMoment(step)
    const isSame = before === undefined || before === step.body[slot]
    if (isSame || (occurred && !isOfAnotherMoment(step, own))) return this.restate(of, last)
    const ended = await this.sending.send(of, { command: end, body: { [slot]: before }, occurred })
    const begun = await this.sending.send(of, { command: step.command, body: step.body, occurred })
    return stepOf('changed', ended.events.length + begun.events.length, begun)
  }

  /** That a record had ended is taken back where its source, of which it had vanished, tells of it again. @returns whether it had */
  async takeBackEnding(of: Settling): Promise<boolean> {
    const { ends, raises } = of.step
    const last = ends && writtenIn(of.source, [raises, ends.raises], of.events).at(-1)
    if (last?.first.type !== ends?.raises) return false
    return last !== undefined && (await this.corrections.takeBack(of, last)) > 0
  }

  /** The source says it no longer. */
  async leave(of: Settling): Promise<StepResult> {
    const { step, written } = of
    const last = written.live.at(-1)
    if (!last) return unchangedStep
    const { leaving } = step
    if (!leaving) {
      const events = await this.corrections.retractAll(of)
      return stepOf('changed', events)
    }
    const said = (await openedBy(this.ports, saidLast(of, last))).data
    const body = leaving.body(said)
    if (
      last.first.type === leaving.raises &&
      says(body, said) &&
      emptied({ body, declared: step.declared }).every((name) => said[name] === undefined)
    )
      return unchangedStep
    const facts = history(await allOpenedBy(this.ports, of.events)).filter(({ type }) => type === step.raises)
    if (leaving.raises === step.raises && facts.at(-1)?.id !== last.first.id) return conflict(step.raises)
    return resultOf(
      await this.sending.send(of, { command: leaving.command, body }, `leave:${leaving.command}`),
      'changed',
    )
  }
}
