/**
 * Whether a page of ours makes a request. A browser sends the cookie of a session along with whatever any
 * page asks for, so that what changes something is taken from our own pages alone.
 */
import type { FastifyRequest } from 'fastify'
import { Refused } from '../../http/problems/problem.js'

const readOnly = new Set(['GET', 'HEAD'])

/** @throws Refused `cross-site-request` */
export function requireOwnPage({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): void {
  if (readOnly.has(method)) return
  // Browsers say it themselves over TLS and on the machine itself; no page can change what they say.
  const site = headers['sec-fetch-site']
  const isOwn = site === undefined ? isOwnOrigin(headers) : site === 'same-origin'
  if (!isOwn) throw new Refused('cross-site-request')
}

const isOwnOrigin = ({ origin, host }: FastifyRequest['headers']): boolean =>
  origin !== undefined && URL.canParse(origin) && new URL(origin).host === host
