/**
 * Calls between threads: one side serves named functions, the other calls them and gets a promise.
 * Errors cross with their name, code and details, so that a refusal stays a refusal. Whoever serves a call that may be
 * given up hears of that by a signal, behind the arguments.
 */
import type { MessagePort, Worker } from 'node:worker_threads'
import {
  BadCursor,
  DomainError,
  type InputProblem,
  InvalidInput,
  LogRefused,
  NobodyWaits,
  ReadStoreRefused,
  SubjectErased,
  type Tellable,
  type TellingError,
} from '#kernel'

type Port = Pick<MessagePort, 'postMessage'> & { on(event: 'message', listener: (message: unknown) => void): unknown }
type Functions = Record<string, (...args: never[]) => unknown>

interface Call {
  call: number
  name: string
  args: unknown[]
  /** Whether it may be given up. */
  mayEnd?: boolean
}
/** Nobody waits for the result of a call any more. */
interface GivenUp {
  givenUp: number
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
type Message = Call | GivenUp | Told | Result

/** An error as it goes from one thread to another: plain values. */
export interface CrossedError {
  name: string
  message: string
  /** Why, in every language, where it says so. */
  sentence?: TellingError['sentence']
  /** Frames only: what stands above them quotes the message. */
  frames?: string
  refusal?: Pick<DomainError, 'code' | 'kind' | 'texts' | 'details'>
  problems?: readonly InputProblem[]
}

interface Served {
  functions: Functions
  /** Of calls at work that may be given up. */
  atWork: Map<number, AbortController>
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
  const served: Served = { functions: { ...added }, atWork: new Map(), unheard: [] }
  servedOn.set(port, served)
  port.on('message', (message) => {
    const asked = message as Message
    if ('tell' in asked) hear(served, asked)
    if ('call' in asked) void answer(port, served, asked)
    if ('givenUp' in asked) served.atWork.get(asked.givenUp)?.abort()
  })
}

function hear({ functions, unheard }: Served, told: Told): void {
  const hears = functions[told.tell] as ((...args: unknown[]) => unknown) | undefined
  if (hears) void hears(...told.args)
  else unheard.push(told)
}

async function answer(
  port: Port,
  { functions, atWork }: Served,
  { call, name, args, mayEnd = false }: Call,
): Promise<void> {
  try {
    const served = functions[name] as ((...args: unknown[]) => unknown) | undefined
    if (!served) throw new Error(`the other thread serves no ${name}`)
    port.postMessage({ result: call, value: await served(...args, ...signalOf(call, atWork, mayEnd)) } satisfies Result)
  } catch (error) {
    port.postMessage({ result: call, error: crossing(error) } satisfies Result)
  } finally {
    atWork.delete(call)
  }
}

function signalOf(call: number, atWork: Served['atWork'], mayEnd: boolean): AbortSignal[] {
  if (!mayEnd) return []
  const ending = new AbortController()
  atWork.set(call, ending)
  return [ending.signal]
}

/** Lets a thread end; the answer to the call that stops it goes out first. */
export function closeAfterAnswer(port: Pick<MessagePort, 'close'> | null): void {
  setImmediate(() => port?.close())
}

/** Calls what the other thread serves. */
export class ThreadCaller {
  private readonly waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  private calls = 0
  private ending: Error | undefined

  constructor(private readonly port: Port) {
    port.on('message', (message) => this.settle(message as Message))
  }

  /** @throws what the other thread threw, or an Error once it has ended */
  call<T>(name: string, ...args: unknown[]): Promise<T> {
    return this.send<T>({ call: this.calls++, name, args })
  }

  /**
   * The same, until nobody waits for it: the other thread is told, and what it does then is not waited for.
   * @throws NobodyWaits likewise
   */
  async callUntil<T>(gone: AbortSignal | undefined, name: string, ...args: unknown[]): Promise<T> {
    if (!gone) return this.call<T>(name, ...args)
    if (gone.aborted) throw new NobodyWaits()
    const call = this.calls++
    const giveUp = () => {
      this.waiting.get(call)?.reject(new NobodyWaits())
      this.waiting.delete(call)
      this.port.postMessage({ givenUp: call } satisfies GivenUp)
    }
    gone.addEventListener('abort', giveUp, { once: true })
    try {
      return await this.send<T>({ call, name, args, mayEnd: true })
    } finally {
      gone.removeEventListener('abort', giveUp)
    }
  }

  private send<T>(asked: Call): Promise<T> {
    if (this.ending) return Promise.reject(this.ending)
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(asked.call, { resolve: resolve as (value: unknown) => void, reject })
      this.port.postMessage(asked)
    })
  }

  /** Tells without waiting for an answer. */
  tell(name: string, ...args: unknown[]): void {
    this.port.postMessage({ tell: name, args } satisfies Told)
  }

  /** Whether the other thread is gone. */
  get hasEnded(): boolean {
    return this.ending !== undefined
  }

  /** Rejects everything that waits, and every later call: the other thread is gone. */
  end(reason: Error): void {
    this.ending ??= reason
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
      // It crossed by itself, as an error of no kind.
      failure = error instanceof Error ? crossed(crossing(error)) : new Error(String(error))
    })
    worker.once('exit', () => resolve(failure))
  })
}

/** An error made ready to cross; a SyntaxError goes without its message, which quotes what could not be read. */
export function crossing(error: unknown): CrossedError {
  if (error instanceof DomainError) return { name: 'DomainError', message: error.message, refusal: refusalOf(error) }
  if (error instanceof InvalidInput) return { name: 'InvalidInput', message: error.message, problems: error.problems }
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const known = rebuilt.find(([kind]) => error instanceof kind)?.[0].name
  const message = error instanceof SyntaxError ? '' : error.message
  const { sentence } = error as Partial<TellingError>
  return { name: known ?? error.name, message, frames: framesOf(error), ...(sentence && { sentence }) }
}

const refusalOf = ({ code, kind, texts, details }: DomainError): CrossedError['refusal'] => ({
  code,
  kind,
  texts,
  details,
})

/** The error that crossed, as this thread knows it. */
export function crossed({ name, message, sentence, frames, refusal, problems }: CrossedError): Error {
  if (refusal) return new DomainError(refusal.code, refusal.kind, refusal.texts, refusal.details)
  if (name === 'InvalidInput') return new InvalidInput(problems ?? [])
  const [, remake] = rebuilt.find(([known]) => known.name === name) ?? []
  const error = remake?.(sentence ?? message) ?? Object.assign(new Error(message), { name })
  if (frames !== undefined) error.stack = `${name}: ${message}\n${frames}`
  return error
}

type Remade = readonly [{ readonly name: string; new (...args: never[]): Error }, (why: Tellable) => Error]

/** Errors that mean something to whoever asked, also when they come from another thread. */
const rebuilt: readonly Remade[] = [
  [BadCursor, () => new BadCursor()],
  [NobodyWaits, () => new NobodyWaits()],
  [SubjectErased, () => new SubjectErased()],
  [LogRefused, (why) => new LogRefused(why)],
  [ReadStoreRefused, (why) => new ReadStoreRefused(why)],
]

const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n')
