/**
 * A procedure is work on the installation itself that is neither a command nor a query: an import,
 * an erasure, a backup, a rebuild. Like those it is data, so that HTTP, documents and the command
 * line offer all of them.
 */
import type { PayloadClass, RefusalTexts, Viewer } from '#kernel'

export interface ProcedureCall<P> {
  viewer: Viewer
  /** From the route. */
  params: Readonly<Record<string, string>>
  body: P
  /** What was sent as a file, where the procedure takes one. */
  file?: AsyncIterable<Uint8Array>
  /** Aborted once nobody waits for the answer: for what only answers. */
  gone?: AbortSignal
}

export interface Procedure<P extends object = object, A extends object = object> {
  /** Kebab-case. */
  name: string
  about: string
  /** `METHOD /path` under the API's root. */
  route: `${'GET' | 'POST' | 'DELETE'} /${string}`
  payload: PayloadClass<P>
  answer: PayloadClass<A>
  /** What it may be refused with, besides `not-allowed` and what does not fit its description. */
  refusals?: RefusalTexts
  /** Parameters of the route that are no ids; the procedure looks at them itself. */
  otherParams?: readonly string[]
  /** The body is a file (`application/octet-stream`), not JSON. */
  takesFile?: boolean
  /** @throws DomainError `not-allowed` unless the viewer may do this */
  allow(viewer: Viewer): void
  run(call: ProcedureCall<P>): Promise<A>
}

/** Defines a procedure. */
export const defineProcedure = <P extends object, A extends object>(procedure: Procedure<P, A>): Procedure<P, A> =>
  procedure
