/** The network between processes and one engine: passes everything on, or is cut, silent or slow for a while, as it is told. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

export class Network {
  /** What comes is passed on so much later. */
  delayMs = 0
  private target: { host: string; port: number } = { host: '127.0.0.1', port: 0 }
  private isCut = false
  private isSilent = false
  private readonly ends = new Set<Socket>()

  private constructor(private readonly server: Server) {
    server.on('connection', (near) => this.join(near))
  }

  /** On a port that stays the same, whatever stands behind it. */
  static async start(): Promise<Network> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new Network(server)
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  /** From now on connections lead to that port; of this machine unless told. */
  leadTo(port: number, host = '127.0.0.1'): void {
    this.target = { host, port }
  }

  /** Ends every connection at once, and takes no other until it is mended. */
  cut(): void {
    this.isCut = true
    for (const end of this.ends) end.destroy()
  }

  /** Nothing comes through any more, and nobody is told. */
  silence(): void {
    this.isSilent = true
    for (const end of this.ends) end.pause()
  }

  /** As it was before, for connections that are there and for new ones. */
  mend(): void {
    this.isCut = false
    this.isSilent = false
    this.delayMs = 0
    for (const end of this.ends) end.resume()
  }

  async stop(): Promise<void> {
    this.cut()
    this.server.close()
    await once(this.server, 'close')
  }

  private join(near: Socket): void {
    if (this.isCut) {
      near.destroy()
      return
    }
    const far = connect(this.target)
    this.pass(near, far)
    this.pass(far, near)
  }

  private pass(from: Socket, to: Socket): void {
    const pieces = new Pieces()
    const deliver = (work: () => void) => pieces.deliver(work, this.delayMs)
    this.ends.add(from)
    from.setNoDelay(true)
    if (this.isSilent) from.pause()
    from.on('data', (piece) => deliver(() => to.write(piece)))
    from.on('end', () => deliver(() => to.end()))
    // An end that breaks breaks the other as well; why, both are told by their own connection.
    from.on('error', () => to.destroy())
    from.on('close', () => {
      this.ends.delete(from)
      deliver(() => to.destroySoon())
    })
  }
}

/** What is on its way in one direction, in order, also where what comes later would be quicker. */
class Pieces {
  private readonly waiting: { dueMs: number; work: () => void }[] = []

  deliver(work: () => void, delayMs: number): void {
    const last = this.waiting.at(-1)
    if (!last && delayMs === 0) {
      work()
      return
    }
    this.waiting.push({ dueMs: Math.max(performance.now() + delayMs, last?.dueMs ?? 0), work })
    if (!last) this.arm()
  }

  private arm(): void {
    const [first] = this.waiting
    if (!first) return
    setTimeout(
      () => {
        // It stays at the head until it is done, so that nothing that comes meanwhile overtakes it.
        first.work()
        this.waiting.shift()
        this.arm()
      },
      Math.max(0, first.dueMs - performance.now()),
    )
  }
}
