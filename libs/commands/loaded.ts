/** A record's stream as a command or a correction finds it: opened, with what was merged into it, and what was done before. */
import { type Decider, type Dispatching, type NewEvent, type Recorded, refuse, type StoredEvent } from '#kernel'

export interface Loaded {
  stream: string
  /** Of the stream itself: what the append expects. */
  own: StoredEvent[]
  /** Of the stream that was asked for, where another stands for it now. */
  asked: StoredEvent[]
  /** With those of merged records, opened. */
  events: StoredEvent[]
}

export function requireDecider(category: string, ports: Dispatching): Decider {
  return ports.registry.deciders.get(category) ?? refuse('not-found')
}

/** The stream with whatever was merged into it, in the newest versions, opened. */
export async function loadStream(stream: string, ports: Dispatching): Promise<Loaded> {
  const alias = ports.aliases(stream)
  const own = await ports.log.readStream(alias.stream)
  const all = [...own]
  for (const name of alias.with) all.push(...(await ports.log.readStream(name)))
  const asked = alias.stream === stream ? own : await ports.log.readStream(stream)
  all.sort((a, b) => a.position - b.position)
  const events = all.map((event) => ports.sealer.open(ports.registry.catalogue.read(event)))
  return { stream: alias.stream, own, asked, events }
}

/** The first answer, when the command has been done; refused when it then had another body. */
export function repeatOf({ own, asked }: Loaded, commandId: string, fingerprint: string): Recorded | undefined {
  const done = [...own, ...(asked === own ? [] : asked)].filter((event) => event.metadata.commandId === commandId)
  const last = done.at(-1)
  if (!last) return undefined
  if (last.metadata.fingerprint !== fingerprint) refuse('idempotency-key-reused')
  return { ...recorded(last.stream, done, last.position), repeated: true }
}

export const expectedOf = (own: readonly StoredEvent[]) => own.at(-1)?.revision ?? ('no-stream' as const)

export const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1)

/** The answer to what was recorded. */
export function recorded(stream: string, events: readonly NewEvent[], position: number): Recorded {
  return {
    id: idOf(stream),
    stream,
    events: events.map((e) => ({ id: e.id, type: e.type })),
    position,
    repeated: false,
  }
}
