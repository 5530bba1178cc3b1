/**
 * Calls between threads: one side serves named functions, the other calls them and gets a promise.
 * Errors cross with their name, code and details, so that a refusal stays a refusal.
 */
import type { MessagePort, Worker } from 'node:worker_threads'
import { BadCursor, DomainError, InvalidInput, type Problem, type RefusalKind } from '#kernel'

type Port = Pick<MessagePort, 'postMessage'> & { on(event: 'message', listener: (message: unknown) => void): unknown }
type Functions = Record<string, (...args: never[]) => unknown>

interface Call {
  call: number
  name: string
  args: unknown[]
}
interface Told {
  tell: string
  args: unknown[]
}
interface Result {
  result: number
  value?: unknown
  error?: CrossedError
}
type Message = Call | Told | Result

interface CrossedError {
  name: string
  message: string
  code?: string
  kind?: RefusalKind
  details?: Record<string, unknown>
  problems?: readonly Problem[]
}

interface Served {
  functions: Functions
  /** Told before anything here was served that hears it. */
  unheard: Told[]
}

const servedOn = new WeakMap<Port, Served>()

/**
 * Serves functions to the other thread; what it tells without waiting goes to the same functions. Served
 * again on the same port, functions add to those served before, and hear what was told since the first.
 */
export function serve(port: Port, added: Functions): void {
  const known = servedOn.get(port)
  if (known) {
    Object.assign(known.functions, added)
    for (const told of known.unheard.splice(0)) hear(known, told)
    return
  }
  const served: Served = { functions: { ...added }, unheard: [] }
  servedOn.set(port, served)
  port.on('message', (message) => {
    const asked = message as Message
    if ('tell' in asked) hear(served, asked)
    if ('call' in asked) void answer(port, served.functions, asked)
  })
}

function hear({ functions, unheard }: Served, told: Told): void {
  const hears = functions[told.tell] as ((...args: unknown[]) => unknown) | undefined
  if (hears) void hears(...told.args)
  else unheard.push(told)
}

async function answer(port: Port, functions: Functions, { call, name, args }: Call): Promise<void> {
  try {
    const served = functions[name] as ((...args: unknown[]) => unknown) | undefined
    if (!served) throw new Error(`the other thread serves no ${name}`)
    port.postMessage({ result: call, value: await served(...args) } satisfies Result)
  } catch (error) {
    port.postMessage({ result: call, error: crossing(error) } satisfies Result)
  }
}

/** Calls what the other thread serves. */
export class Caller {
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  private calls = 0

  constructor(private readonly port: Port) {
    port.on('message', (message) => this.settle(message as Message))
  }

  /** @throws what the other thread threw, or an Error once it has ended */
  call<T>(name: string, ...args: unknown[]): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const call = this.calls++
      this.waiting.set(call, { resolve: resolve as (value: unknown) => void, reject })
      this.port.postMessage({ call, name, args } satisfies Call)
    })
  }

  /** Tells without waiting for an answer. */
  tell(name: string, ...args: unknown[]): void {
    this.port.postMessage({ tell: name, args } satisfies Told)
  }

  /** Rejects everything that waits: the other thread is gone. */
  end(reason: Error): void {
    for (const { reject } of this.waiting.values()) reject(reason)
    this.waiting.clear()
  }

  private settle(message: Message): void {
    if (!('result' in message)) return
    const waiting = this.waiting.get(message.result)
    this.waiting.delete(message.result)
    if (message.error) waiting?.reject(crossed(message.error))
    else waiting?.resolve(message.value)
  }
}

/** Resolves with the error that ended a worker, or undefined when it ended well. */
export function ended(worker: Worker): Promise<Error | undefined> {
  return new Promise((resolve) => {
    let failure: Error | undefined
    worker.once('error', (error) => {
      failure = error instanceof Error ? error : new Error(String(error))
    })
    worker.once('exit', () => resolve(failure))
  })
}

function crossing(error: unknown): CrossedError {
  if (error instanceof DomainError)
    return { name: 'DomainError', message: error.sentence, code: error.code, kind: error.kind, details: error.details }
  if (error instanceof InvalidInput) return { name: 'InvalidInput', message: error.message, problems: error.problems }
  if (error instanceof BadCursor) return { name: 'BadCursor', message: error.message }
  return { name: 'Error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

function crossed({ name, message, code, kind, details, problems }: CrossedError): Error {
  if (name === 'DomainError') return new DomainError(code ?? '', message, kind, details)
  if (name === 'InvalidInput') return new InvalidInput(problems ?? [])
  return name === 'BadCursor' ? new BadCursor() : new Error(message)
}
