/** Whether a request comes from this machine itself, and not from elsewhere by way of a browser or a proxy. */
import type { FastifyRequest } from 'fastify'

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|(\[?::ffff:)127(\.\d{1,3}){3}\]?)$/i

/** Whether a host name or address names this machine. */
export const isLoopback = (host: string): boolean => loopback.test(host)

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname : '')

/**
 * Host and Origin are checked too: a page whose name was pointed at 127.0.0.1 has the right address
 * and the wrong name. A forwarded request was not made here.
 */
export function isFromThisMachine({ headers, socket }: Pick<FastifyRequest, 'headers' | 'socket'>): boolean {
  if (headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined) return false
  if (headers.origin !== undefined && !isLoopback(hostOf(headers.origin))) return false
  return isLoopback(socket.remoteAddress ?? '') && isLoopback(hostOf(`http://${headers.host ?? ''}`))
}
