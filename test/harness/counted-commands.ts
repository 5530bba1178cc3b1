/** Counts what a MongoDB client asks its server: each command is a round trip, and some write documents. */
import type { CommandSucceededEvent, MongoClient } from 'mongodb'

interface Written {
  nInserted?: number
  nUpserted?: number
  nModified?: number
  nDeleted?: number
  n?: number
  upserted?: unknown[]
}

/** Of the connection itself, or what nobody waits for: the end of what only read. */
const unasked = new Set(['hello', 'ping', 'endSessions', 'abortTransaction'])

export class CountedCommands {
  private readonly asked = new Map<string, number>()
  private readonly ofTables = new Set<number>()
  /** Documents that were inserted, changed or removed; without what says of each table that it is there, once. */
  written = 0

  /** As `ConnectionOptions.watch`. */
  readonly watch = (client: MongoClient): void => {
    client.on('commandStarted', ({ commandName, command, requestId }) => {
      if (command[commandName] === '~tables') this.ofTables.add(requestId)
      this.note(commandName, command)
    })
    client.on('commandSucceeded', (event) => this.noteWritten(event))
  }

  clear(): void {
    this.asked.clear()
    this.written = 0
  }

  get times(): number {
    return [...this.asked.values()].reduce((sum, times) => sum + times, 0)
  }

  /** Each with what it was asked of, and how often. */
  toString(): string {
    return JSON.stringify(Object.fromEntries(this.asked))
  }

  private note(name: string, command: Record<string, unknown>): void {
    if (unasked.has(name)) return
    const asked = typeof command[name] === 'string' ? `${name} ${command[name]}` : name
    this.asked.set(asked, (this.asked.get(asked) ?? 0) + 1)
  }

  private noteWritten({ commandName, reply, requestId }: CommandSucceededEvent): void {
    if (this.ofTables.delete(requestId)) return
    const { nInserted = 0, nUpserted = 0, nModified = 0, nDeleted = 0, n = 0, upserted = [] } = reply as Written
    if (commandName === 'bulkWrite') this.written += nInserted + nUpserted + nModified + nDeleted
    if (commandName === 'insert' || commandName === 'delete') this.written += n
    if (commandName === 'update') this.written += nModified + upserted.length
    if (commandName === 'findAndModify') this.written++
  }
}
