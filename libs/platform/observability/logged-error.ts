/** What the log says of an error: enough to find its cause, and nothing that a person wrote. */

export interface LoggedError {
  name: string
  message?: string
  /** Frames only. */
  stack: string[]
}

export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] }
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  // A SyntaxError of JSON.parse quotes what it could not read.
  const message = error instanceof SyntaxError ? undefined : error.message
  return { name: error.name, message, stack: stack.map((line) => line.trim()) }
}
