/** What every refusal of the interface looks like: RFC 9457, with a stable code beside the sentence. */
import type { RefusalDetails, RefusalKind } from '#kernel'

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

export interface FieldProblem {
  /** Dot path of the field; '' for the whole. */
  path: string
  code: string
  sentence: string
}

export interface Problem {
  /** Reference to where the code is explained. */
  type: string
  title: string
  status: number
  /** Stable; for programs. */
  code: string
  /** A sentence; for people. */
  detail: string
  errors?: FieldProblem[]
  [more: string]: unknown
}

/** Refusals of the interface itself, before or after the business: code → status and sentence. */
export const interfaceProblems = {
  'invalid-input': [400, 'The request holds something that does not fit its description.'],
  'idempotency-key-missing': [
    400,
    'Every write needs an Idempotency-Key header, new for each new request and the same when it is sent again.',
  ],
  'idempotency-key-invalid': [400, 'An Idempotency-Key is 1 to 128 visible ASCII characters without spaces.'],
  'key-not-recorded': [
    409,
    'This names a record by the key of the request that begins it, and nothing has been recorded under that key. Send that request first.',
  ],
  'bad-cursor': [400, 'This cursor belongs to another list. Ask again without it.'],
  'malformed-json': [400, 'The body is not valid JSON.'],
  'malformed-request': [400, 'The request cannot be read.'],
  'not-signed-in': [401, 'This needs a bearer token in the Authorization header, or the cookie of a session.'],
  'token-invalid': [401, 'The bearer token is not valid here, or no longer.'],
  'session-ended': [401, 'The session has ended. Sign in again.'],
  'subject-unknown': [401, 'The token is valid, but its subject is no member here, or no longer.'],
  'cross-site-request': [403, 'With the cookie of a session, only pages of this installation may change anything.'],
  'sign-in-failed': [
    403,
    'The identity provider signed nobody in, or its answer belongs to another attempt. Begin again.',
  ],
  'sign-in-refused': [403, 'Signing in here is possible only on the machine itself, and as a member who may.'],
  'no-such-route': [404, 'There is nothing under this address.'],
  'served-elsewhere': [421, 'Another process of this installation serves this: `service` says which.'],
  'body-too-large': [413, 'The body is larger than 256 kB.'],
  'media-type-unsupported': [415, 'A body must be application/json.'],
  'too-many-requests': [429, 'Too many requests in a short time. Wait as long as Retry-After says.'],
  'too-many-sign-ins': [429, 'Too many attempts to sign in from this address. Wait as long as Retry-After says.'],
  'too-many-streams': [429, 'Too many live connections are open for this member. Close one first.'],
  internal: [500, 'Something went wrong here. It has been written down under the id in `requestId`.'],
  'log-unavailable': [
    503,
    'Nothing can be recorded at the moment. Send the same request again later, with the same key: it is recorded once.',
  ],
  'read-models-unavailable': [503, 'Nothing can be answered at the moment. Ask again.'],
  'identity-unavailable': [503, 'The identity provider does not answer. Try again later.'],
  closing: [503, 'This process is about to stop. Send the same request again.'],
} as const satisfies Record<string, readonly [number, string]>

export type InterfaceCode = keyof typeof interfaceProblems

/** Thrown inside the interface; the filter answers with its problem. */
export class Refused extends Error {
  constructor(
    readonly code: InterfaceCode,
    readonly options: {
      headers?: Record<string, string>
      details?: RefusalDetails
      /** For the operator's log alone. */
      cause?: unknown
    } = {},
  ) {
    super(interfaceProblems[code][1])
    this.name = 'Refused'
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  421: 'Served elsewhere',
  422: 'Against a rule',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available now',
}

export const statusOf: Readonly<Record<RefusalKind, number>> = {
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  rule: 422,
  unavailable: 503,
}

/** Details stand beside the members of a problem and never replace one. */
export function problem(
  status: number,
  { code, detail, details = {} }: { code: string; detail: string; details?: RefusalDetails },
): Problem {
  return { ...details, type: `/api/docs#${code}`, title: titles[status] ?? 'Refused', status, code, detail }
}
