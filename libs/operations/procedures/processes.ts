/** Procedures for processes that cannot go on by themselves: list, run again, give up. */

import { processRefusals } from '#commands'
import {
  type Caller,
  Choice,
  Code,
  Id,
  Instant,
  Label,
  ListOf,
  NoQuery,
  Optional,
  type Recorded,
  refuse,
  said,
  Text,
  type Viewer,
} from '#kernel'
import type { RecordingSide } from './installation.js'
import { defineProcedure, type Procedure } from './procedure.js'
import { only } from './upkeep.js'

const states = ['running', 'stuck', 'finished', 'given-up'] as const

class StepLeft {
  /** In what was asked; absent for the command that carried the others. */
  @Optional() @Label() place?: string
  @Label() stream!: string
  @Code() command!: string
  /** Why it is not recorded; absent while it has not been tried. */
  @Optional() @Code() code?: string
  @Optional() @Label({ max: 500 }) sentence?: string
}

class OpenProcessLine {
  @Id('process') id!: string
  @Code() process!: string
  @Choice(['running', 'stuck']) state!: 'running' | 'stuck'
  @Instant() since!: string
  @Instant() startedAt!: string
  /** Member who began it. */
  @Label() by!: string
  @Optional() @Id('unit') unit?: string
  @ListOf(StepLeft) steps!: StepLeft[]
}

class ProcessList {
  /** The longest first. */
  @ListOf(OpenProcessLine, { max: 100_000 }) processes!: OpenProcessLine[]
}

class GivingUp {
  /** Why; stands in the stream of the process. */
  @Optional() @Text({ max: 500 }) because?: string
}

class PartOutcome {
  @Label() place!: string
  @Label() stream!: string
  @Optional() @Code() refused?: string
}

class ProcessOutcome {
  @Id('process') id!: string
  @Choice(states) state!: (typeof states)[number]
  @ListOf(PartOutcome) parts!: PartOutcome[]
}

const refusals = { ...refuse.texts, ...processRefusals.texts }

export const processProcedures = ({ core }: RecordingSide): Procedure[] => [
  defineProcedure({
    name: 'open-processes',
    about: 'List what was begun over several records and has not ended, with what was refused of it.',
    route: 'GET /operations/processes',
    payload: NoQuery,
    answer: ProcessList,
    allow: only('admin'),
    run: async ({ language }) => ({
      processes: (await core.openProcesses()).map(({ steps, ...process }) => ({
        ...process,
        steps: steps.map(({ refused, ...step }) => ({ ...step, ...said(refused, language) })),
      })),
    }),
  }),
  defineProcedure({
    name: 'retry-process',
    about: 'Run a stuck process again, as whoever began it, after what stood against it was mended.',
    route: 'POST /operations/processes/:id/retry',
    payload: NoQuery,
    answer: ProcessOutcome,
    allow: only('admin'),
    refusals,
    run: async ({ viewer, params: { id = '' } }) => outcomeOf(await core.processes.retry(id, callerOf(viewer, core))),
  }),
  defineProcedure({
    name: 'give-up-process',
    about: 'Leave unrecorded what was refused of a stuck process; what was recorded stays.',
    route: 'POST /operations/processes/:id/giving-up',
    payload: GivingUp,
    answer: ProcessOutcome,
    allow: only('admin'),
    refusals,
    run: async ({ viewer, params: { id = '' }, body }) =>
      outcomeOf(await core.processes.giveUp(id, body.because, callerOf(viewer, core))),
  }),
]

/** Asked again it is another turn: what has ended refuses it. */
const callerOf = (viewer: Viewer, { ports }: RecordingSide['core']): Caller => ({
  viewer,
  commandId: ports.hash.freshId(),
})

const outcomeOf = ({ process = refuse('not-found') }: Recorded): ProcessOutcome => ({
  id: process.id,
  state: process.state,
  parts: process.parts.map(({ place, stream, refused }) => ({ place, stream, refused })),
})
