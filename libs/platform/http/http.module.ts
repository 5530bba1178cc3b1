/** Puts the parts of the interface together for Nest. */
import { type DynamicModule, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD } from '@nestjs/core'
import { CqrsModule } from '@nestjs/cqrs'
import type { Logger } from 'pino'
import type { Core, Procedure } from '#operations'
import { SignedInAs } from '../identity/identity.js'
import { MemberGuard } from '../identity/member-guard.js'
import { SignInController } from '../identity/sign-in.controller.js'
import { HttpMetrics } from '../observability/http-metrics.js'
import { Readiness } from '../observability/readiness.js'
import { RunningController } from '../observability/running.controller.js'
import { Answerer, COMMANDS, Corrector, KNOWN_MEMBERS, QUERIES, Recorder } from './buses.js'
import { LiveController } from './live/live.controller.js'
import { LiveStreams } from './live/live-streams.js'
import type { OpenApi } from './openapi/openapi.js'
import { OPENAPI, PagesController } from './pages/pages.controller.js'
import { ProblemFilter } from './problems/problem-filter.js'
import type { RequestRate } from './requests/request-rate.js'
import { CorrectionsController } from './routes/corrections.controller.js'
import { procedureControllerOf } from './routes/procedure-controller.js'
import { Reads } from './routes/reads.js'
import { controllersOf } from './routes/slice-controllers.js'
import { Writes } from './routes/writes.js'

/** What the module is made of; everything here is built outside of Nest. */
export interface HttpParts {
  core: Core
  procedures: readonly Procedure[]
  openApi: OpenApi
  identity: SignedInAs
  rate: RequestRate
  live: LiveStreams
  metrics: HttpMetrics
  readiness: Readiness
  log: Logger
}

@Module({})
class HttpModule {}

/** @throws Error when a slice states a route that cannot be served */
export function httpModuleOf({
  core,
  procedures,
  openApi,
  identity,
  rate,
  live,
  metrics,
  readiness,
  log,
}: HttpParts): DynamicModule {
  return {
    module: HttpModule,
    imports: [CqrsModule.forRoot()],
    controllers: [
      PagesController,
      RunningController,
      SignInController,
      LiveController,
      CorrectionsController,
      procedureControllerOf(procedures),
      ...controllersOf(core.registry),
    ],
    providers: [
      ...[COMMANDS, QUERIES, KNOWN_MEMBERS].map((provide) => ({ provide, useValue: core })),
      { provide: OPENAPI, useValue: openApi },
      { provide: SignedInAs, useValue: identity },
      { provide: LiveStreams, useValue: live },
      { provide: HttpMetrics, useValue: metrics },
      { provide: Readiness, useValue: readiness },
      { provide: APP_GUARD, useValue: new MemberGuard(identity, rate) },
      { provide: APP_FILTER, useValue: new ProblemFilter(log) },
      ...[Recorder, Corrector, Answerer, Writes, Reads],
    ],
  }
}
