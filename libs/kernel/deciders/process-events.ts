/** What is written down of a process: its commands before any of them is done, and what came of them. */
import { defineEvents } from '../events/define-events.js'
import { type Precision, precisions } from '../events/stored-event.js'
import {
  Choice,
  Code,
  CommandBody,
  Flag,
  Id,
  Integer,
  Label,
  ListOf,
  Optional,
  Persons,
  Text,
} from '../fields/decorators.js'
import type { Guarded } from '../fields/personal.js'
import { mostEventsAtOnce } from '../ports/event-log.js'

/** The beginning of a process and all its commands are appended in one piece. */
export const mostSteps = mostEventsAtOnce - 1
const step = { min: 0, max: mostSteps - 1 }
const steps = { max: mostSteps }

export class ProcessStarted {
  /** Name of its definition. */
  @Code() process!: string
}

/** One command of a process: recorded on a stream of its own, as it was found possible beforehand. */
export class StepStated {
  @Integer(step) step!: number
  /** Dot path in what was asked, `promises.0`; absent for the command that carries the others. */
  @Optional() @Label() place?: string
  @Label() stream!: string
  @Code() command!: string
  /** Id of the record, where the caller named it; otherwise it follows from the command. */
  @Optional() @Id('record') record?: string
  /** Sealed as the fact will be: by who is in it. */
  @CommandBody() body!: Guarded<object>
  /** Whom it names, so that an erasure finds what has not been recorded yet. */
  @Persons() persons!: string[]
  /** Absent where it was before everything. */
  @Optional() @Label() occurredAt?: string
  @Choice(precisions) occurredPrecision!: Precision
  @Flag() confirmed!: boolean
}

export class StepEvent {
  @Id('event') id!: string
  @Code() type!: string
}

export class StepDone {
  @Integer(step) step!: number
  @Label() stream!: string
  /** None where nothing was to be changed. */
  @ListOf(StepEvent, { max: mostEventsAtOnce }) events!: StepEvent[]
}

export class StepRefused {
  @Integer(step) step!: number
  @Code() code!: string
}

export class ProcessFinished {
  @ListOf(StepDone, steps) done!: StepDone[]
}

/** It cannot go on by itself: some steps were refused. */
export class ProcessStuck {
  @ListOf(StepDone, steps) done!: StepDone[]
  @ListOf(StepRefused, steps) refused!: StepRefused[]
}

/** Its first command was refused while the caller waited: nothing is recorded, and it may be asked again. */
export class ProcessRefused {
  @Code() code!: string
}

/** Somebody has it run again, after what stood against it was mended. */
export class ProcessRetried {}

/** What was refused will not be recorded. */
export class ProcessGivenUp {
  @Optional() @Text({ max: 500 }) because?: Guarded<string>
}

const stream = 'promise-k3m8q2w7x1z9v4t6'
const done: StepDone = {
  step: 0,
  stream: 'note-t4n8k2m6p9q3r7s5',
  events: [{ id: '0f8fad5b-d9cb-869f-a165-70867728950e', type: 'note.written' }],
}

export const processEvents = defineEvents('process', {
  started: { payload: ProcessStarted, version: 1, examples: [{ process: 'follow-ups' }] },
  stepStated: {
    payload: StepStated,
    version: 1,
    examples: [
      {
        step: 1,
        place: 'promises.0',
        stream,
        command: 'make',
        body: { unit: 'fi-food', what: 'Send the drawings.' },
        persons: [],
        occurredAt: '2026-03-02T09:00:00.000Z',
        occurredPrecision: 'instant',
        confirmed: false,
      },
    ],
  },
  finished: { payload: ProcessFinished, version: 1, examples: [{ done: [done] }] },
  stuck: {
    payload: ProcessStuck,
    version: 1,
    examples: [{ done: [done], refused: [{ step: 1, code: 'person-erased' }] }],
  },
  refused: { payload: ProcessRefused, version: 1, examples: [{ code: 'not-allowed' }] },
  retried: { payload: ProcessRetried, version: 1, examples: [{}] },
  givenUp: { payload: ProcessGivenUp, version: 1, examples: [{ because: 'They were told by letter.' }] },
})
