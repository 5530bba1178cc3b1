/**
 * One keep-alive connection that carries one request at a time. Written on the bare socket, because the
 * load shares its two cores with the program: a full client would be measured as much as the server.
 */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface Request {
  method: 'GET' | 'POST'
  path: string
  token: string
  body?: string
  /** Makes a write one that can be repeated. */
  key?: string
}

export interface Answer {
  status: number
  /** What the answer stands for, where it says so. */
  position: number
}

export class Connection {
  private received = ''
  private answered: ((answer: Answer) => void) | undefined
  private failed: ((error: Error) => void) | undefined

  private constructor(
    private readonly socket: Socket,
    private readonly host: string,
  ) {
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.receive(chunk.toString('latin1')))
    socket.on('close', () => this.failed?.(new Error('the program closed a connection')))
  }

  static async open(url: string): Promise<Connection> {
    const { hostname, port, host } = new URL(url)
    const socket = connect(Number(port), hostname)
    await once(socket, 'connect')
    return new Connection(socket, host)
  }

  ask({ method, path, token, body, key }: Request): Promise<Answer> {
    const lines = [
      `${method} ${path} HTTP/1.1`,
      `Host: ${this.host}`,
      `Authorization: Bearer ${token}`,
      ...(key === undefined ? [] : [`Idempotency-Key: ${key}`]),
      ...(body === undefined ? [] : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`]),
    ]
    return new Promise((resolve, reject) => {
      this.answered = resolve
      this.failed = reject
      this.socket.write(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`)
    })
  }

  close(): void {
    this.failed = undefined
    this.socket.destroy()
  }

  /** Answers have a length, so one is whole when so many bytes follow its head. */
  private receive(text: string): void {
    this.received += text
    const headEnd = this.received.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const head = this.received.slice(0, headEnd)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (this.received.length < headEnd + 4 + length) return
    this.received = ''
    const position = Number(/kumppani-position: (\d+)/i.exec(head)?.[1] ?? 0)
    this.answered?.({ status: Number(head.slice(9, 12)), position })
  }
}
