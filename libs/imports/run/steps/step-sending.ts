/** Sends what a step does, in the name of whoever imports, and knows where it belongs in its stream. */
import {
  type Caller,
  type CommandRequest,
  effectiveMoment,
  type Fact,
  history,
  type JsonObject,
  type Recorded,
} from '#kernel'
import { allOpenedBy, type ImportPorts } from '../ports.js'
import type { RowCommands } from './row-commands.js'
import type { Settling } from './settling.js'

export type StepCommand = Pick<CommandRequest, 'command' | 'occurred' | 'confirmed' | 'begins'> & { body: JsonObject }

export class StepSending {
  constructor(
    private readonly ports: Pick<ImportPorts, 'core'>,
    private readonly commands: RowCommands,
  ) {}

  /** @param doing the name of what is done, which tells apart what one step does */
  send(of: Settling, request: StepCommand, doing = request.command): Promise<Recorded> {
    const command: CommandRequest = { category: of.step.category, id: of.id, ...request }
    return this.ports.core.dispatch(command, this.caller(of, doing))
  }

  caller({ written, ...of }: Settling, doing: string): Caller {
    return this.commands.caller({ ...of, lastId: written.lastId }, doing)
  }

  fieldsOf({ step }: Settling, command: string): string[] {
    return this.commands.fieldsOf(step, command)
  }

  /** What had happened to the record until then. */
  async factsUntil({ events }: Settling, asOf: string | undefined): Promise<Fact[]> {
    return history(await allOpenedBy(this.ports, events), { asOf })
  }

  /** Where a step belongs in its stream's order; undefined for now. */
  momentOf({ step: { occurred, body }, events }: Settling): string | undefined {
    if (events.length === 0) return undefined
    const unit = events.at(-1)?.metadata.unit ?? (typeof body.unit === 'string' ? body.unit : undefined)
    const moments = history(events).map(({ at }) => at)
    return occurred && effectiveMoment(occurred, moments, this.ports.core.ports.zoneOf(unit))
  }
}
