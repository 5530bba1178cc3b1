/** What every write does: take key, envelope and payload apart, send the command, answer with its events. */
import { Inject } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import type { FastifyReply } from 'fastify'
import { type AsSaid, type Caller, isId, type Notice, type Recorded, type RecordedProcess, refuse, said } from '#kernel'
import type { Commands, KnownMembers } from '#operations'
import { type MemberRequest, visitorOf } from '../../identity/member-guard.js'
import { COMMANDS, KNOWN_MEMBERS, RecordFacts } from '../buses.js'
import { openEnvelope } from '../requests/envelope.js'
import { requireIdempotencyKey } from '../requests/idempotency-key.js'
import { KeyedRecords } from '../requests/keyed-records.js'
import { languageFor } from '../requests/language-asked.js'
import type { CommandRoute } from './registry-routes.js'

export const POSITION_HEADER = 'Kumppani-Position'

interface Answering {
  request: MemberRequest
  reply: FastifyReply
  status: 200 | 201
}

/** The answer to a write. */
export interface WriteAnswer {
  /** Of the record. */
  id: string
  /** Its stream: events are corrected under `/events/{stream}/{event}`. */
  stream: string
  /** Decimal string; reads with `after` this position show what was written. */
  position: string
  events: { id: string; type: string }[]
  /** Whether the same request had been done before. */
  repeated: boolean
  /** Where nothing was recorded, since all was as asked for already. */
  unchanged?: true
  /** What came otherwise than asked: kept as a contradiction, owned by another system. */
  notices?: AsSaid<Notice>[]
  /** Of a request that carried more than the command itself: what became of all that. */
  process?: RecordedProcess
}

export class Writes {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(COMMANDS) private readonly commands: Commands,
    @Inject(KNOWN_MEMBERS) private readonly members: KnownMembers,
    @Inject(KeyedRecords) private readonly keyed: KeyedRecords,
  ) {}

  /** @throws InvalidInput, DomainError, LogRefused, Refused; then nothing was recorded */
  async record(route: CommandRoute, request: MemberRequest, reply: FastifyReply): Promise<WriteAnswer> {
    const { member } = visitorOf(request).viewer
    const { id: named } = request.params as { id?: string }
    const id = named && (await this.keyed.idIn(named, route.category, member))
    if (id !== undefined && !isId(id)) refuse('not-found')
    const caller = this.callerOf(request, `${route.method} ${route.path}`, id ?? '')
    const { payload, occurred, confirmed } = openEnvelope(request.body)
    const command = {
      category: route.category,
      command: route.command,
      body: await this.keyed.resolved(payload, route.body, member),
      confirmed,
      ...(id !== undefined && { id }),
      ...(occurred && { occurred }),
    }
    const recorded = await this.bus.execute(new RecordFacts(command, caller))
    return this.answered(recorded, { request, reply, status: route.begins ? 201 : 200 })
  }

  /** Says what was recorded, with the status of what is new. */
  answered(recorded: Recorded, { request, reply, status }: Answering): WriteAnswer {
    const { id, stream, events, repeated, process } = recorded
    const position = String(recorded.position)
    const goesOn = process?.state === 'running' || process?.state === 'stuck'
    reply.code(goesOn ? 202 : repeated ? 200 : status).header(POSITION_HEADER, position)
    const notices = recorded.notices && said(recorded.notices, languageFor(request, this.members))
    const unchanged = events.length === 0 && !process && { unchanged: true as const }
    return {
      id,
      stream,
      position,
      events,
      repeated,
      ...unchanged,
      ...(notices && { notices }),
      ...(process && { process }),
    }
  }

  /** Who writes; the command id is the same whenever the member sends the same key to the same place. */
  callerOf(request: MemberRequest, ...place: string[]): Caller {
    const { viewer } = visitorOf(request)
    const key = requireIdempotencyKey(request.headers)
    return {
      viewer,
      commandId: this.commands.commandId(viewer.member, ...place, key),
      correlationId: request.id,
    }
  }
}
