/** One line per request: which route, how it ended, how long it took, for whom. Never what was in it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { MemberRequest } from '../identity/member-guard.js'
import type { HttpMetrics } from './http-metrics.js'

/** Asked every few seconds by machines; not worth a line each. */
const routine = new Set(['/health', '/ready', '/metrics'])

export function observeRequests(
  server: FastifyInstance,
  { log, metrics }: { log: Logger; metrics: HttpMetrics },
): void {
  server.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown')
    const { method } = request
    const status = reply.statusCode
    if (!isStream(reply)) metrics.count({ method, route, status, seconds: reply.elapsedTime / 1000 })
    const line = {
      requestId: request.id,
      method,
      route,
      status,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      member: (request as MemberRequest).visitor?.viewer.member,
    }
    log[routine.has(route) ? 'debug' : 'info'](line, 'request')
    done()
  })
}

/** A live stream lasts as long as somebody looks; its time says nothing. */
const isStream = (reply: FastifyReply): boolean =>
  String(reply.getHeader('content-type')).startsWith('text/event-stream')
