/** What the log says of an error: enough to find its cause, and nothing that a person wrote. */

export interface LoggedError {
  name: string
  message?: string
  /** Frames only. */
  stack: string[]
  /** What it came from: what a library calls failed is often said there alone. */
  cause?: Pick<LoggedError, 'name' | 'message'>
}

export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] }
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  const { cause } = error
  return {
    ...named(error),
    stack: stack.map((line) => line.trim()),
    ...(cause instanceof Error && { cause: named(cause) }),
  }
}

/** A SyntaxError of JSON.parse quotes what it could not read. */
const named = (error: Error) => ({
  name: error.name,
  message: error instanceof SyntaxError ? undefined : error.message,
})
