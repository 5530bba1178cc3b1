/** The Fastify server under Nest, with its limits and what every answer carries. */
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { type FastifyInstance, fastify } from 'fastify'
import type { Logger } from 'pino'
import { InvalidInput } from '#kernel'
import type { HttpMetrics } from '../observability/http-metrics.js'
import { observeRequests } from '../observability/request-log.js'
import { compressAnswers } from './compression.js'
import { PROBLEM_TYPE, Refused } from './problems/problem.js'
import { answerProblem } from './problems/problem-filter.js'
import { problemOf } from './problems/problem-of.js'
import { type Bodies, takeBodies } from './requests/bodies.js'

const bodyLimitBytes = 262_144
/** Bodies have limits of their own. */
const headersTimeoutMs = 30_000
/** Names of files stand in paths, and are as long as their sender likes. */
const maxParamLength = 2000

/** The instant of each answer, by the server's clock. */
const TIME_HEADER = 'Kumppani-Time'

export interface Server {
  fastify: FastifyInstance
  /** From here on every new request is told to go elsewhere. */
  refuseNew(): void
  /** Ends connections on which nothing is under way. */
  letGoOfIdle(): void
}

interface Serving {
  log: Logger
  metrics: HttpMetrics
  bodies: Omit<Bodies, 'giveUp'>
  /** Whether an address is of the web application, which reads it by itself, however it is written. */
  isPage(url: string): boolean
}

export function serverOf({ log, metrics, bodies, isPage }: Serving): Server {
  const server = fastify({
    bodyLimit: bodyLimitBytes,
    requestTimeout: 0,
    rewriteUrl: ({ url = '/' }) => (isPage(url) && !isReadable(url.replace(/\?.*$/s, '')) ? '/' : url),
    routerOptions: { maxParamLength },
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    logger: false,
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => answerProblem(error, { request, reply, log }),
    clientErrorHandler: (_error, socket) => answerUnreadable(socket),
  })
  server.server.headersTimeout = headersTimeoutMs
  takeBodies(server, {
    ...bodies,
    giveUp: ({ raw: { socket } }) => {
      answerUnreadable(socket)
      socket.destroySoon()
    },
  })
  let isClosing = false
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers({ 'X-Request-Id': request.id, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' })
    if (!isClosing) return done()
    reply.header('Connection', 'close')
    answerProblem(new Refused('closing', { headers: { 'Retry-After': '5' } }), { request, reply, log })
  })
  server.addHook('onRequest', (request, reply, done) => {
    const { url = '' } = request.raw
    const path = isPage(url) ? undefined : unreadableIn(url)
    if (path === undefined) return done()
    answerProblem(new InvalidInput([{ path, code: 'not-utf-8' }]), { request, reply, log })
  })
  // How far a clock is from ours: what it records offline is put right by that.
  server.addHook('onSend', async (_request, reply) => {
    reply.header(TIME_HEADER, new Date().toISOString())
  })
  compressAnswers(server)
  observeRequests(server, { log, metrics })
  return {
    fastify: server,
    refuseNew: () => {
      isClosing = true
    },
    letGoOfIdle: idleEnder(server),
  }
}

/** The name of the first parameter that is no UTF-8: whatever would be read instead was not said. */
function unreadableIn(url: string): string | undefined {
  if (!url.includes('%')) return undefined
  const parts = url.slice(url.indexOf('?') + 1).split('&')
  const bad = url.includes('?') ? parts.find((part) => !isReadable(part)) : undefined
  const name = bad?.split('=')[0]
  return name !== undefined && isReadable(name) ? decodeURIComponent(name) : bad && 'query'
}

function isReadable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** Node counts a connection that never sent a byte as busy; clients open such ahead of need. */
function idleEnder({ server }: FastifyInstance): () => void {
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  return () => {
    server.closeIdleConnections()
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy()
  }
}

/** What is no HTTP at all gets an answer too, where the connection still takes one. */
function answerUnreadable(socket: Socket): void {
  const { body } = problemOf(new Refused('malformed-request'), 'en')
  const text = JSON.stringify(body)
  const head = [
    'HTTP/1.1 400 Bad Request',
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
  ].join('\r\n')
  if (socket.writable) socket.end(`${head}\r\n\r\n${text}`)
  else socket.destroy()
}
