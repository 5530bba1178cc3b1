/**
 * The Kafka that suites run against: the one of `KAFKA_BROKERS`, else a broker of their own on free ports of this
 * machine, with its data in a temporary folder. It ends with the process that started it, however that ends, and can
 * be killed and restarted where faults are what is tested.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Condition } from '#test/lanes/describe-when.js'
import { kafkaClasses, kafkaFolder } from './engine-cache.js'

const startMs = 180_000
const endMs = 10_000
const started = 'Kafka Server started'

/** Ends the broker when nothing is left to read, which nobody writes to: the process that started it is gone. */
const program = `exec 3<&0
"$@" </dev/null & broker=$!
echo "broker $broker"
(read -r _ <&3; kill -TERM $broker) >/dev/null 2>&1 &
follower=$!
trap 'kill -TERM $broker' TERM
wait $broker; code=$?
kill $follower 2>/dev/null
exit $code`
const brokerId = /^broker (\d+)$/m
/** A quick start and little memory; a broker of tests does not live for long. */
const quick = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xshare:auto']

/** For suites that kill and restart a broker of their own. */
export const startsKafka: Condition = {
  holds: kafkaClasses() !== undefined,
  otherwise: 'no Kafka to start: run "npm run engines" once',
}

/** Whether there are brokers, for suites that are left out without any. */
export const hasKafka: Condition = {
  holds: Boolean(process.env.KAFKA_BROKERS) || startsKafka.holds,
  otherwise: 'no Kafka: set KAFKA_BROKERS, or run "npm run engines" once',
}

/** Who may sign in where that is asked. */
export const kafkaUser = { username: 'relay', password: 'of-tests' }

export class KafkaServer {
  private prefixes = 0
  private broker: Broker | undefined

  private constructor(
    /** As `KAFKA_BROKERS` says them: `127.0.0.1:9092`, several with commas between. */
    readonly brokers: string,
    private readonly folder: string | undefined,
    /** Where one of its own asks who signs in. */
    readonly signedIn: string = '',
    /** The port to which a network leads that stands before one of its own. */
    readonly behind: number = 0,
  ) {}

  /**
   * @param ofItsOwn also where brokers are given, so that it can be killed
   * @param network the port by which it is reached through a network that leads to `behind`
   */
  static async start({ ofItsOwn = false, network = 0 } = {}): Promise<KafkaServer> {
    const given = process.env.KAFKA_BROKERS
    if (given && !ofItsOwn) return new KafkaServer(given, undefined)
    const classes = kafkaClasses()
    if (!classes) throw new Error(hasKafka.otherwise)
    const folder = mkdtempSync(join(tmpdir(), 'kumppani-kafka-'))
    const [port, controller, signedIn, behind] = await freePorts()
    const settings = join(folder, 'server.properties')
    writeFileSync(settings, settingsOf({ folder, port, controller, signedIn, behind, network }))
    const scram = ['--add-scram', `SCRAM-SHA-512=[name=${kafkaUser.username},password=${kafkaUser.password}]`]
    const format = ['kafka.tools.StorageTool', 'format', '-t', clusterId(), '-c', settings, ...scram]
    await promisify(execFile)('java', [...quick, '-Xmx128m', ...logging(), '-cp', classes, ...format])
    const server = new KafkaServer(`127.0.0.1:${port}`, folder, `127.0.0.1:${signedIn}`, behind)
    await server.restart()
    return server
  }

  /** Starts it where it does not run: with all that was durable when it was stopped or killed, on the same ports. */
  async restart(): Promise<void> {
    if (!this.folder) throw new Error('brokers that were given are not restarted')
    this.broker ??= await Broker.start(join(this.folder, 'server.properties'))
  }

  /** `kill -9`; resolves once it is gone. */
  async kill(): Promise<void> {
    await this.broker?.end('SIGKILL')
    this.broker = undefined
  }

  /** Begins the names of topics that nobody has used. */
  freshPrefix(): string {
    this.prefixes++
    return `kumppani-${process.pid}-${Date.now().toString(36)}-${this.prefixes}`
  }

  /** What was put into brokers that were given stays there. */
  async stop(): Promise<void> {
    await this.broker?.end('SIGTERM')
    this.broker = undefined
    if (this.folder) rmSync(this.folder, { recursive: true, force: true })
  }
}

/** One run of the broker's process. */
class Broker {
  private constructor(
    private readonly child: ChildProcess,
    private readonly pid: number,
    private readonly ended: Promise<unknown>,
  ) {}

  static async start(settings: string): Promise<Broker> {
    const java = ['java', ...quick, '-Xms128m', '-Xmx512m', ...logging(), '-cp', kafkaClasses() ?? '']
    const child = spawn('sh', ['-c', program, 'broker', ...java, 'kafka.Kafka', settings], {
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const ended = once(child, 'exit').catch(() => undefined)
    try {
      return new Broker(child, await pidOnceStarted(child), ended)
    } catch (error) {
      // With nothing left to read, the broker ends as well.
      child.stdin.destroy()
      await ended
      throw error
    }
  }

  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.child.exitCode === null) process.kill(this.pid, signal)
    const late = setTimeout(() => process.kill(this.pid, 'SIGKILL'), endMs)
    await this.ended
    clearTimeout(late)
  }
}

/** @throws Error with what it said, when it does not come to serve */
async function pidOnceStarted(child: ChildProcess): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  let said = ''
  let serves = false
  const failed = (why: string) => reject(new Error(`Kafka for tests ${why}:\n${said.slice(-4_000)}`))
  const hear = (piece: Buffer) => {
    // It is read on, so that it can go on saying things.
    if (serves) return
    said += piece
    serves = said.includes(started)
    if (serves) resolve(Number(brokerId.exec(said)?.[1]))
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  child.once('error', ({ message }) => failed(`cannot be started (${message})`))
  child.once('exit', (code) => failed(`ended with ${code}`))
  const late = setTimeout(() => failed(`did not serve within ${startMs} ms`), startMs)
  try {
    return await promise
  } finally {
    clearTimeout(late)
  }
}

const logging = (): string[] => [`-Dlog4j2.configurationFile=${join(kafkaFolder(), 'log4j2.xml')}`]

/** As its tool makes one: a UUID of 22 characters that does not begin with a dash. */
const clusterId = (): string => `k${Buffer.from(randomUUID()).toString('base64url').slice(1, 22)}`

/** All at once, so that they differ. */
async function freePorts(): Promise<[number, number, number, number]> {
  const servers = [createServer(), createServer(), createServer(), createServer()] as const
  const listen = async (server: (typeof servers)[number]) => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const [first, second, third, fourth] = servers
  const ports = [await listen(first), await listen(second), await listen(third), await listen(fourth)] as const
  for (const server of servers) server.close()
  return [...ports]
}

interface BrokerSettings {
  folder: string
  port: number
  controller: number
  signedIn: number
  behind: number
  network: number
}

/** One node that is broker and controller, with little of everything; it notices within seconds that it was killed. */
const settingsOf = ({ folder, port, controller, signedIn, behind, network }: BrokerSettings): string =>
  `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controller}
listeners=PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controller},SIGNED://127.0.0.1:${signedIn},BEHIND://127.0.0.1:${behind}
advertised.listeners=PLAINTEXT://127.0.0.1:${port},SIGNED://127.0.0.1:${signedIn},BEHIND://127.0.0.1:${network || behind}
inter.broker.listener.name=PLAINTEXT
controller.listener.names=CONTROLLER
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SIGNED:SASL_PLAINTEXT,BEHIND:PLAINTEXT
sasl.enabled.mechanisms=SCRAM-SHA-512
listener.name.signed.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
log.dirs=${join(folder, 'topics')}
auto.create.topics.enable=false
default.replication.factor=1
min.insync.replicas=1
offsets.topic.replication.factor=1
offsets.topic.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
group.initial.rebalance.delay.ms=0
group.min.session.timeout.ms=1000
log.cleaner.dedupe.buffer.size=4194304
broker.session.timeout.ms=1500
broker.heartbeat.interval.ms=300
`
