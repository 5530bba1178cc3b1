/** Generations over a connection of their own, which is opened by the first question, and the driver loaded with it. */
import type { Generations } from '#kernel'

export function connectedGenerations(url: string, identity?: string): Generations {
  let opened: Promise<Generations> | undefined
  const generations = () => {
    opened ??= connected(url, identity)
    // Whoever asks again tries again.
    opened.catch(() => {
      opened = undefined
    })
    return opened
  }
  return {
    current: async () => (await generations()).current(),
    next: async (shape) => (await generations()).next(shape),
    switchTo: async (generation) => (await generations()).switchTo(generation),
    settle: async (generation) => (await generations()).settle(generation),
    aside: async (work) => (await generations()).aside(work),
    clean: async () => (await generations()).clean(),
    close: async () => (await opened)?.close(),
  }
}

async function connected(url: string, identity: string | undefined): Promise<Generations> {
  const { MongoConnection, MongoGenerations } = await import('../adapters.js')
  return new MongoGenerations(await MongoConnection.open(url), identity)
}
