/** The REST API, typed by its document: the one way by which the application asks and records. */
import createClient, { type Middleware } from 'openapi-fetch'
import type { paths, Schemas } from './schema.generated.js'

export type Problem = Schemas['Problem']

/** A question or a command was refused, in the reader's words. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title)
  }

  get code(): string {
    return this.problem.code
  }
}

/** Whether nobody is signed in, or nobody any more. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof Refused && ['not-signed-in', 'session-ended'].includes(error.code)

/** Whether this browser has a session, as far as pages are told; one that has ended meanwhile is refused. */
export const hasSession = (): boolean => document.cookie.split('; ').includes('kumppani-signed-in=1')

/** What the server would say, which need not be asked. */
export const notSignedIn = (): Refused =>
  new Refused({ type: '/api/docs#not-signed-in', code: 'not-signed-in', status: 401, title: '', detail: '' })

/** Whether another member has signed in at this browser meanwhile. */
export const isOfAnother = (error: unknown): boolean =>
  error instanceof Refused && error.code === 'signed-in-as-another'

/** Nothing came back: the server cannot be reached, or does not speak as it should. */
export class Unreachable extends Error {}

/** Who reads, as every request says. */
export const reader: {
  language: string
  /** Why an auditor opens personal values. */
  reason: string | undefined
  /** Who it is, once that is known: no answer is taken, and nothing recorded, as anybody else. */
  member: string | undefined
  /** Place in the log of what was recorded here last: whatever is asked next has seen it. */
  after: string | undefined
} = { language: 'en', reason: undefined, member: undefined, after: undefined }

/** Whose page asks. */
export const readerHeader = 'Kumppani-Member'

const carried: Middleware = {
  onRequest({ request, schemaPath }) {
    request.headers.set('Accept-Language', reader.language)
    const { member, reason, after } = reader
    const isSaid = schemaPath === '/api/v1/me' || request.headers.has(readerHeader)
    if (member !== undefined && !isSaid) request.headers.set(readerHeader, member)
    if (request.method !== 'GET' || (reason === undefined && after === undefined)) return request
    const address = new URL(request.url)
    if (reason !== undefined) address.searchParams.set('reason', reason)
    if (after !== undefined) address.searchParams.set('after', after)
    return new Request(address, request)
  },
}

export const client = createClient<paths>({
  baseUrl: '/',
  // Lists of values are one word with commas, as the interface reads them.
  querySerializer: { array: { style: 'form', explode: true } },
})
client.use(carried)

interface Got<T> {
  data?: T
  error?: unknown
  response: Response
}

/** What came of a question, as far as it matters to what stands there meanwhile. */
export interface Outstanding {
  /** What stands there answers another question. */
  isPlaceholderData: boolean
  fetchStatus: 'fetching' | 'paused' | 'idle'
  failureReason: Error | null
}

const lineCut = new Unreachable('the line is cut')

/** Why what was answered to another question stands there no longer; nothing while this one may be answered soon. */
export function cutBy({ isPlaceholderData, fetchStatus, failureReason }: Outstanding): Error | undefined {
  if (!isPlaceholderData) return undefined
  return failureReason ?? (fetchStatus === 'paused' ? lineCut : undefined)
}

/**
 * @throws Refused when the server says no
 * @throws Unreachable when it says nothing that can be understood
 */
export async function answered<T>(asking: Promise<Got<T>>): Promise<T> {
  const got = await asking.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Unreachable(String(error))
  })
  if (got.response.ok) return got.data as T
  if (typeof got.error === 'object' && got.error !== null && 'code' in got.error) {
    throw new Refused(got.error as Problem)
  }
  throw new Unreachable(`HTTP ${got.response.status}`)
}
