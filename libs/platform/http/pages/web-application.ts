/** Sends the web application: its files as they were built, and its page at every address that is its own. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import serveFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Nothing but what comes from here, and nothing written into the page. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Whoever comes back within minutes does not wait for the page itself; after an upgrade it is the former one for as long,
 * with the files that were loaded then.
 */
export const PAGE_CACHING = 'max-age=300'

const page = 'index.html'
/** Their names change with what they hold. */
const hashed = '/assets/'
/** What belongs to the interface, so that an unknown address there is refused as one. */
const elsewhere = /^\/(api|assets|ready|metrics)(\/|$|\?)/

/** Whether an address is one of its pages, or of none: it says so by itself. */
export const isOfApplication = (url: string): boolean => !elsewhere.test(url)

/**
 * @param folder of the built application
 * @throws Error when nothing was built there
 */
export function serveWebApplication(server: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, page))) throw new Error(`there is no web application in ${folder}`)
  void server.register(serveFiles, {
    root: folder,
    // Which files there are is looked up when they are asked for: a build may come while the program runs.
    serve: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const isHashed = path.includes(hashed)
      reply.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : PAGE_CACHING)
      reply.header('Content-Security-Policy', PAGE_POLICY)
      reply.header('Referrer-Policy', 'same-origin')
    },
  })
  server.get('/icon.svg', (_request, reply) => reply.sendFile('icon.svg'))
  server.get<{ Params: { '*': string } }>('/assets/*', (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`),
  )
  server.get('/*', (request: FastifyRequest, reply: FastifyReply) =>
    isOfApplication(request.url) ? reply.sendFile(page) : reply.callNotFound(),
  )
}
