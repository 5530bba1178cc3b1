/** How bodies come in: JSON within a time, and files, where a route takes them, as long as they keep coming. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readJson, UnreadableJson } from '#kernel'
import { Refused } from '../problems/problem.js'

export interface BodyPatience {
  /** How long a body of JSON may take. */
  wholeMs: number
  /** How long a file may pause. */
  pauseMs: number
}

export interface Bodies {
  patience: BodyPatience
  /** Routes that take a file, `POST /api/v1/uploads/:upload`. */
  takingFiles: ReadonlySet<string>
  /** Answers on a connection whose request will not be read to its end. */
  giveUp(request: FastifyRequest): void
}

const FILE = 'application/octet-stream'

export function takeBodies(server: FastifyInstance, { patience, takingFiles, giveUp }: Bodies): void {
  const takesFile = ({ method, routeOptions }: FastifyRequest) => takingFiles.has(`${method} ${routeOptions.url}`)
  // A body is JSON or refused; Fastify would take text as well, and guess at what JSON does not say.
  server.removeContentTypeParser(['text/plain', 'application/json'])
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, readJson(body as Buffer))
    } catch (error) {
      done(error instanceof UnreadableJson ? unreadable(error) : (error as Error))
    }
  })
  // Files come as they are and are read by whoever wants them; that procedure sets its own limit.
  server.addContentTypeParser(FILE, (request, payload, done) => {
    if (takesFile(request)) done(null, payload)
    else done(new Refused('media-type-unsupported'))
  })
  server.addHook('onRequest', (request, _reply, done) => {
    if (takesFile(request)) limitPauses(request, () => giveUp(request), patience.pauseMs)
    else if (hasBody(request)) limitWhole(request, () => giveUp(request), patience.wholeMs)
    done()
  })
}

function unreadable({ code, line, column, message }: UnreadableJson): Refused {
  const errors = [{ path: '', code, sentence: message }]
  return new Refused('malformed-json', { details: { line, column, errors } })
}

const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

function limitWhole({ raw }: FastifyRequest, giveUp: () => void, ms: number): void {
  const timer = setTimeout(() => {
    if (!raw.complete) giveUp()
  }, ms).unref()
  raw.once('close', () => clearTimeout(timer))
}

/** Also while the body is whole and the answer is prepared nothing moves; that is no pause of the file. */
function limitPauses({ raw }: FastifyRequest, giveUp: () => void, ms: number): void {
  raw.setTimeout(ms, () => {
    if (!raw.complete) giveUp()
  })
}

/** Whether a request failed because its sender went away, or was sent away, before it was whole. */
export function isCutOff(error: unknown, { raw }: FastifyRequest): boolean {
  const { code } = (error ?? {}) as { code?: unknown }
  return !raw.complete && raw.destroyed && (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
}
