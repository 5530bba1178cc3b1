/** The network between processes and engines: what comes through is whole and in order, whatever it is told meanwhile. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { Network } from './network.js'

let network: Network
let echo: Server

beforeEach(async () => {
  echo = createServer((socket) => {
    // A connection that the network cuts ends here with an error, which is no concern of this server.
    socket.on('error', () => undefined)
    socket.pipe(socket)
  })
  echo.listen(0, '127.0.0.1')
  await once(echo, 'listening')
  network = await Network.start()
  network.leadTo((echo.address() as AddressInfo).port)
})
afterEach(async () => {
  await network.stop()
  echo.close()
})

async function connected(): Promise<{ socket: Socket; heard: () => string }> {
  const socket = connect({ port: network.port, host: '127.0.0.1' })
  let text = ''
  socket.on('data', (piece) => (text += piece))
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return { socket, heard: () => text }
}

async function until(holds: () => boolean): Promise<void> {
  for (const untilMs = performance.now() + 10_000; !holds() && performance.now() < untilMs; ) await delay(5)
}

it('keeps the order of what was slow and what comes once it is quick again', async () => {
  const { socket, heard } = await connected()
  network.delayMs = 80
  for (const piece of 'abc') {
    socket.write(piece)
    await delay(5)
  }
  await delay(20)
  network.mend()
  socket.write('d')
  await delay(10)
  expect(heard()).toBe('')
  await until(() => heard().length === 4)
  expect(heard()).toBe('abcd')
  socket.end()
})

it('holds everything back while it is silent, and passes it on after that', async () => {
  const { socket, heard } = await connected()
  network.silence()
  socket.write('held back')
  await delay(50)
  expect(heard()).toBe('')
  network.mend()
  await until(() => heard() !== '')
  expect(heard()).toBe('held back')
  socket.end()
})

it('ends connections when it is cut, takes none until it is mended, and then takes them again', async () => {
  const { socket } = await connected()
  const closed = once(socket, 'close')
  network.cut()
  await closed
  const refused = connect({ port: network.port, host: '127.0.0.1' })
  refused.on('error', () => undefined)
  await once(refused, 'close')
  network.mend()
  const { socket: again, heard } = await connected()
  again.write('there')
  await until(() => heard() !== '')
  expect(heard()).toBe('there')
  again.end()
})
