/** Kafka behind a network of ours: killed without warning, and restarted with what was durable. */
import { KafkaServer } from '../../../engines/kafka-server.js'
import type { Engine } from './engines.js'
import { Network } from './network.js'

export class KafkaEngine implements Engine {
  readonly name = 'Kafka'
  readonly takenDown = 'killed'

  private constructor(
    readonly network: Network,
    private readonly server: KafkaServer,
  ) {
    network.leadTo(server.behind)
  }

  static async start(): Promise<KafkaEngine> {
    const network = await Network.start()
    return new KafkaEngine(network, await KafkaServer.start({ ofItsOwn: true, network: network.port }))
  }

  /** As processes reach it, over the network. */
  get brokers(): string {
    return `127.0.0.1:${this.network.port}`
  }

  /** As the lane itself reaches it. */
  get directBrokers(): string {
    return this.server.brokers
  }

  halt(): Promise<void> {
    return this.server.kill()
  }

  resume(): Promise<void> {
    return this.server.restart()
  }

  async stop(): Promise<void> {
    await this.server.stop()
    await this.network.stop()
  }
}
