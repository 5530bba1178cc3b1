/**
 * The command and query buses: a thin skin over commands and queries, one class for all commands and one for
 * all queries, because what differs between them is data.
 */
import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler, type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import type { Caller, CommandRequest, CorrectionRequest, Recorded } from '#kernel'
import type { Commands, Queries } from '#operations'
import type { Answer, Question } from '#queries'

/** What the interface is built on: a process has those that it serves. */
export const COMMANDS = Symbol('commands')
export const QUERIES = Symbol('queries')
export const KNOWN_MEMBERS = Symbol('known members')

export class RecordFacts extends Command<Recorded> {
  constructor(
    readonly request: CommandRequest,
    readonly caller: Caller,
  ) {
    super()
  }
}

@CommandHandler(RecordFacts)
export class Recorder implements ICommandHandler<RecordFacts> {
  constructor(@Inject(COMMANDS) private readonly commands: Commands) {}

  execute({ request, caller }: RecordFacts): Promise<Recorded> {
    return this.commands.dispatch(request, caller)
  }
}

export class Correct extends Command<Recorded> {
  constructor(
    readonly request: CorrectionRequest,
    readonly caller: Caller,
  ) {
    super()
  }
}

@CommandHandler(Correct)
export class Corrector implements ICommandHandler<Correct> {
  constructor(@Inject(COMMANDS) private readonly commands: Commands) {}

  execute({ request, caller }: Correct): Promise<Recorded> {
    return this.commands.correct(request, caller)
  }
}

export class Ask extends Query<Answer> {
  constructor(
    readonly question: Question,
    /** Aborted once nobody waits for the answer. */
    readonly signal?: AbortSignal,
  ) {
    super()
  }
}

@QueryHandler(Ask)
export class Answerer implements IQueryHandler<Ask> {
  constructor(@Inject(QUERIES) private readonly queries: Queries) {}

  execute({ question, signal }: Ask): Promise<Answer> {
    return this.queries.ask(question, signal)
  }
}
