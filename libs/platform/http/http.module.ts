/** Puts the parts of the interface together for Nest. */
import { type DynamicModule, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD } from '@nestjs/core'
import { CqrsModule } from '@nestjs/cqrs'
import type { Logger } from 'pino'
import type { Registry } from '#kernel'
import type { Commands, KnownMembers, Procedure, Queries } from '#operations'
import { SignedInAs } from '../identity/identity.js'
import { MemberGuard } from '../identity/member-guard.js'
import { SessionController } from '../identity/sessions/session.controller.js'
import { LocalSignIn, SignInController } from '../identity/sign-in.controller.js'
import { SignInRate } from '../identity/sign-in-rate.js'
import { HttpMetrics } from '../observability/http-metrics.js'
import { Readiness } from '../observability/readiness.js'
import { RunningController } from '../observability/running.controller.js'
import { Answerer, COMMANDS, Corrector, KNOWN_MEMBERS, QUERIES, Recorder } from './buses.js'
import { LiveController } from './live/live.controller.js'
import { LiveStreams } from './live/live-streams.js'
import { ApiDocuments } from './openapi/api-documents.js'
import { PagesController } from './pages/pages.controller.js'
import { ProblemFilter } from './problems/problem-filter.js'
import { KeyedRecords } from './requests/keyed-records.js'
import type { RequestRate } from './requests/request-rate.js'
import { CorrectionsController } from './routes/corrections.controller.js'
import { elsewhereControllerOf, type ServedElsewhere } from './routes/elsewhere-controller.js'
import { EventsController } from './routes/events.controller.js'
import { procedureControllerOf } from './routes/procedure-controller.js'
import { Reads } from './routes/reads.js'
import { readingControllersOf, writingControllersOf } from './routes/slice-controllers.js'
import { Writes } from './routes/writes.js'

/** What the module is made of; everything here is built outside of Nest. */
export interface HttpParts {
  served: Sides
  procedures: readonly Procedure[]
  elsewhere: readonly ServedElsewhere[]
  documents: ApiDocuments
  identity: SignedInAs
  rate: RequestRate
  signInRate: SignInRate
  metrics: HttpMetrics
  readiness: Readiness
  log: Logger
}

/** What stands behind the routes: a process serves those of what it has. */
export interface Sides {
  registry: Registry
  members: KnownMembers
  /** Absent where nothing is recorded. */
  commands?: Commands
  /** Absent where nothing is answered. */
  queries?: Queries
}

@Module({})
class HttpModule {}

type Parts = Required<Pick<DynamicModule, 'controllers' | 'providers'>>

/** @throws Error when a slice states a route that cannot be served */
export function httpModuleOf(parts: HttpParts & { live?: LiveStreams }): DynamicModule {
  const { served, live, documents, signInRate } = parts
  const { registry, commands, queries } = served
  const of = [
    running(parts),
    commands && writing(registry, commands),
    queries && live && reading({ registry, queries, live, documents, signInRate }),
  ]
  return {
    module: HttpModule,
    imports: [CqrsModule.forRoot()],
    controllers: of.flatMap((each) => each?.controllers ?? []),
    providers: of.flatMap((each) => each?.providers ?? []),
  }
}

/** What every process serves: whether it runs, and work on the installation that is done here. */
const running = ({ served, identity, metrics, readiness, rate, log, ...work }: HttpParts): Parts => ({
  controllers: [
    RunningController,
    procedureControllerOf(work.procedures, served),
    ...work.elsewhere.map((other) => elsewhereControllerOf(other, served.registry)),
  ],
  providers: [
    { provide: KNOWN_MEMBERS, useValue: served.members },
    { provide: SignedInAs, useValue: identity },
    { provide: HttpMetrics, useValue: metrics },
    { provide: Readiness, useValue: readiness },
    { provide: APP_GUARD, useValue: new MemberGuard(identity, rate) },
    { provide: APP_FILTER, useValue: new ProblemFilter(log, served.members) },
  ],
})

const writing = (registry: Registry, commands: Commands): Parts => ({
  controllers: [CorrectionsController, ...writingControllersOf(registry)],
  providers: [
    { provide: COMMANDS, useValue: commands },
    { provide: KeyedRecords, useValue: new KeyedRecords(registry, commands) },
    ...[Recorder, Corrector, Writes],
  ],
})

interface Reading {
  registry: Registry
  queries: Queries
  live: LiveStreams
  documents: ApiDocuments
  signInRate: SignInRate
}

const reading = ({ registry, queries, live, documents, signInRate }: Reading): Parts => ({
  controllers: [
    ...[PagesController, SignInController, SessionController, LiveController, EventsController],
    ...readingControllersOf(registry),
  ],
  providers: [
    { provide: QUERIES, useValue: queries },
    { provide: ApiDocuments, useValue: documents },
    { provide: LiveStreams, useValue: live },
    { provide: SignInRate, useValue: signInRate },
    ...[Answerer, Reads, LocalSignIn],
  ],
})
