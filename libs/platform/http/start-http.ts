/** Starts the HTTP interface over what a process has, and ends it without cutting anybody off. */
import 'reflect-metadata'
import { NestFactory } from '@nestjs/core'
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify'
import type { Logger } from 'pino'
import { prepareSentences } from '#kernel'
import type { Core, Procedure, Queries } from '#operations'
import { StartRefused } from '../config/exit-codes.js'
import { type IdentityOptions, SignedInAs } from '../identity/identity.js'
import { isLoopback } from '../identity/loopback.js'
import { SignInRate } from '../identity/sign-in-rate.js'
import { type FurtherGauge, HttpMetrics } from '../observability/http-metrics.js'
import { NestLog } from '../observability/nest-log.js'
import { ProjectionLag } from '../observability/projection-lag.js'
import { type FurtherReasons, Readiness } from '../observability/readiness.js'
import { portRefusal } from './free-port.js'
import { httpModuleOf, type Sides } from './http.module.js'
import { type LiveOptions, LiveStreams } from './live/live-streams.js'
import { ApiDocuments } from './openapi/api-documents.js'
import { openApiOf } from './openapi/openapi.js'
import { isOfApplication, serveWebApplication } from './pages/web-application.js'
import type { BodyPatience } from './requests/bodies.js'
import { type RateLimit, RequestRate } from './requests/request-rate.js'
import type { ServedElsewhere } from './routes/elsewhere-controller.js'
import { API_ROOT } from './routes/registry-routes.js'
import { type Server, serverOf } from './server.js'

export interface HttpOptions {
  served: Sides
  /** How far the read models are; absent where none are served or derived. */
  lag?: Pick<Queries, 'lag'>
  /** What else is told of the program. */
  gauges?: readonly FurtherGauge[]
  /** Work on the installation that is done here; none unless told. */
  procedures?: readonly Procedure[]
  /** What the API document says of such work, wherever it is done; what is done here unless told. */
  described?: readonly Procedure[]
  /** What other processes serve: whoever asks for it here is told which. */
  elsewhere?: readonly ServedElsewhere[]
  settings: {
    host: string
    /** 0: any free port. */
    port: number
  }
  identity: IdentityOptions
  log: Logger
  /** Of the program; stands in the API document. */
  version: string
  /** Requests of one member; 200 a second and 1,000 at once unless told. */
  rate?: RateLimit
  /** Attempts to sign in from one address; on one machine one a second and 30 at once unless told. */
  signInRate?: RateLimit
  /** Live streams of one member; 8, with a sign of life every 15 s, unless told. */
  live?: LiveOptions
  /** For bodies; 30 s for the whole of one, and for a pause within a file, unless told. */
  patience?: BodyPatience
  /** Folder of the built web application; without it, none is served. */
  web?: string
  /** What must hold, besides the read models, for this process to be ready. */
  notReadyBecause?: FurtherReasons
}

/** All that a process serves which has both sides. */
export const allOf = (core: Core): Pick<HttpOptions, 'served' | 'lag'> => ({
  served: { registry: core.registry, members: core, commands: core, queries: core },
  lag: core,
})

export interface RunningHttp {
  /** `http://host:port`, with the port that was given. */
  url: string
  /** Takes no more requests, lets those under way finish, and is done within 5 seconds. */
  close(): Promise<void>
}

const rateUnlessTold: RateLimit = { perSecond: 200, burst: 1000 }
const patienceUnlessTold: BodyPatience = { wholeMs: 30_000, pauseMs: 30_000 }
const liveUnlessTold: LiveOptions = { perMember: 8, heartbeatMs: 15_000 }
const longestCloseMs = 5000
const letGoEveryMs = 50
const lagObservedEveryMs = 1000

/**
 * @throws StartRefused when the port is taken, or when the local issuer would be reachable from elsewhere
 * @throws Error when the registry states routes that cannot be served
 */
export async function startHttp(options: HttpOptions): Promise<RunningHttp> {
  const { served, settings, log } = options
  if (options.identity.kind === 'local' && !isLoopback(settings.host)) {
    throw new StartRefused('badSetting', `without an identity provider only loopback is served, not ${settings.host}`)
  }
  prepareSentences()
  const lag = options.lag && new ProjectionLag(options.lag)
  const readiness = new Readiness(lag, options.notReadyBecause ?? (() => []), log)
  const metrics = new HttpMetrics(lag, [readinessGauge(readiness), ...(options.gauges ?? [])])
  const { queries, members } = served
  const live = queries && new LiveStreams({ queries, members }, options.live ?? liveUnlessTold, log)
  const files = (options.procedures ?? []).filter(({ takesFile }) => takesFile)
  const bodies = {
    patience: options.patience ?? patienceUnlessTold,
    takingFiles: new Set(files.map(({ route }) => route.replace(' ', ` ${API_ROOT}`))),
  }
  const isPage = options.web === undefined ? () => false : isOfApplication
  const server = serverOf({ log, metrics, bodies, isPage })
  if (options.web !== undefined) serveWebApplication(server.fastify, options.web)
  const module = httpModuleOf({
    served,
    procedures: options.procedures ?? [],
    elsewhere: options.elsewhere ?? [],
    documents: new ApiDocuments(() =>
      openApiOf(served.registry, options.version, options.described ?? options.procedures),
    ),
    identity: new SignedInAs(options.identity, served.members),
    rate: new RequestRate(options.rate ?? rateUnlessTold),
    signInRate: new SignInRate(options.identity.kind, options.signInRate),
    live,
    metrics,
    readiness,
    log,
  })
  const app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(server.fastify), {
    logger: new NestLog(log),
    bodyParser: false,
    abortOnError: false,
  })
  await listen(app, settings)
  // Readiness takes note of what it sees even while nobody asks, so that the lag has a beginning.
  const observing = setInterval(() => void readiness.reasons(), lagObservedEveryMs).unref()
  return {
    url: await app.getUrl(),
    close: () => {
      clearInterval(observing)
      return closeGently({ app, server, live })
    },
  }
}

const readinessGauge = (readiness: Readiness): FurtherGauge => ({
  name: 'kumppani_ready',
  help: 'Whether the process can answer; why not is said by /ready.',
  read: async () => new Map([['answering', (await readiness.reasons()).length === 0 ? 1 : 0]]),
})

async function listen(app: NestFastifyApplication, { host, port }: HttpOptions['settings']): Promise<void> {
  try {
    await app.listen(port, host)
  } catch (error) {
    await app.close()
    throw portRefusal(error, { host, port }) ?? error
  }
}

interface Closing {
  app: NestFastifyApplication
  server: Server
  live: LiveStreams | undefined
}

async function closeGently({ app, server, live }: Closing): Promise<void> {
  server.refuseNew()
  live?.closeAll()
  // A connection whose last answer ends only now stays open for a next request that may not come.
  const letGo = setInterval(() => server.letGoOfIdle(), letGoEveryMs)
  const cutOff = setTimeout(() => server.fastify.server.closeAllConnections(), longestCloseMs)
  await app.close().finally(() => {
    clearInterval(letGo)
    clearTimeout(cutOff)
  })
}
