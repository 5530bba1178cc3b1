/**
 * Topics for tests, kept in memory in the least convenient way: every answer late, publishing that fails before or
 * after it is there, and whoever was taken over hears it only when it publishes.
 */
import {
  type Bookmark,
  EnginesRefused,
  type PublishedStream,
  type Publisher,
  PublishingFailed,
  type StreamMessage,
  TakenOver,
  type TopicSpec,
} from '#kernel'
import { Lateness } from './late.js'

/** What all processes of one installation see. */
export class SharedTopics {
  /** Messages in the order of publishing. */
  readonly messages: StreamMessage[] = []
  readonly topics = new Map<string, TopicSpec>()
  readonly bookmarks = new Map<string, Bookmark>()
  /** How often each name was taken over. */
  readonly epochs = new Map<string, number>()

  of(topic: string): StreamMessage[] {
    return this.messages.filter((message) => message.topic === topic)
  }
}

export class HostilePublishedStream implements PublishedStream {
  private readonly late: Lateness

  /** @param failing how often publishing fails, from 0 to 1 */
  constructor(
    private readonly shared: SharedTopics,
    seed: number,
    private readonly failing = 0,
  ) {
    this.late = new Lateness(seed)
  }

  declare(topics: readonly TopicSpec[]): Promise<void> {
    return this.late.of(() => {
      for (const topic of topics) {
        const there = this.shared.topics.get(topic.name)
        if (there && there.isTable !== topic.isTable)
          throw new EnginesRefused('badSetting', `the topic ${topic.name} is of another kind`)
        this.shared.topics.set(topic.name, topic)
      }
    })
  }

  takeOver(name: string): Promise<Publisher> {
    return this.late.of(() => {
      const epoch = (this.shared.epochs.get(name) ?? 0) + 1
      this.shared.epochs.set(name, epoch)
      return new HostilePublisher({ ...this.given(), name, epoch, bookmark: this.shared.bookmarks.get(name) })
    })
  }

  keysOf(table: string): Promise<ReadonlySet<string>> {
    return this.late.of(() => {
      const keys = new Set<string>()
      for (const { key, value } of this.shared.of(table)) {
        if (value === null) keys.delete(key)
        else keys.add(key)
      }
      return keys
    })
  }

  async close(): Promise<void> {
    await this.late.pass()
  }

  private given() {
    return { shared: this.shared, late: this.late, failing: this.failing }
  }
}

interface Parts {
  shared: SharedTopics
  late: Lateness
  failing: number
  name: string
  epoch: number
  bookmark: Bookmark | undefined
}

class HostilePublisher implements Publisher {
  readonly bookmark: Bookmark | undefined
  #isLost = false

  constructor(private readonly o: Parts) {
    this.bookmark = o.bookmark
  }

  async publish(messages: readonly StreamMessage[], bookmark: Bookmark): Promise<void> {
    const { shared, late, name, epoch, failing } = this.o
    if (this.#isLost) throw new PublishingFailed('this publisher has failed before')
    await late.pass()
    const fails = late.chance() < failing
    const isThere = !fails || late.chance() < 0.5
    try {
      if (shared.epochs.get(name) !== epoch) throw new TakenOver(name)
      const unknown = messages.find(({ topic }) => !shared.topics.has(topic))
      if (unknown) throw new PublishingFailed(`there is no topic ${unknown.topic}`)
      if (isThere) {
        shared.messages.push(...messages)
        shared.bookmarks.set(name, bookmark)
      }
      await late.pass()
      if (fails) throw new PublishingFailed('the answer was lost')
    } catch (error) {
      this.#isLost = true
      throw error
    }
  }

  async close(): Promise<void> {
    this.#isLost = true
    await this.o.late.pass()
  }
}
