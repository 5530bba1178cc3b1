/** The door: it serves the web application, and every route of the API goes to the process that serves it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { business } from '#crm'
import { PAGE_CACHING, PAGE_POLICY } from '#platform/http/pages/web-application.js'
import { routesServed } from '#platform/http/routes/elsewhere-controller.js'
import { servedBy } from '#services'
import { freePort } from '../http/free-port.js'
import { describeWhen } from '../lanes/describe-when.js'
import { checkingProgram, has } from './checking-programs.js'
import { composeFile, fileAt } from './compose-file.js'

const services = ['recorder', 'projector', 'insights'] as const
const config = fileAt('deploy/door/nginx.conf')
const webFolder = fileURLToPath(new URL('../../web', import.meta.url))

/** Of every route, who serves it, with an address it is asked at. */
const routes = services.flatMap((service) =>
  routesServed(servedBy(service), business.registry).map((route) => {
    const [method = '', path = ''] = route.split(' ')
    return { method, path: `/api/v1${path.replace(/:[A-Za-z]+/g, 'w6k2m-x1')}`, service }
  }),
)

/** As nginx reads a map: the first expression that fits, else the default. */
function byRules(subject: string): string {
  const body = /map "\$request_method \$uri" \$service \{(.*?)\n {2}\}/s.exec(config)?.[1] ?? ''
  const rules = [...body.matchAll(/^\s*"~(.+)" (\w+);$/gm)]
  const found = rules.find(([, expression = '']) => new RegExp(expression).test(subject))
  return found?.[2] ?? /default (\w+);/.exec(body)?.[1] ?? ''
}

describe('the rules of the door', () => {
  it.each(services)('send to the %s what it serves, and nothing else', (service) => {
    const its = routes.filter((route) => route.service === service)
    expect(its.length).toBeGreaterThan(3)
    expect(its.filter(({ method, path }) => byRules(`${method} ${path}`) !== service)).toEqual([])
  })

  it('send pages and the API document to insights', () => {
    for (const path of ['/api', '/api/docs', '/api/openapi.json']) expect(byRules(`GET ${path}`)).toBe('insights')
  })

  it('know every process by a name that the compose file gives', () => {
    const addresses = [...fileAt('deploy/door/services.conf').matchAll(/^\s*(\w+) (\w+):3000;$/gm)].map(
      ([, name, host]) => [name, host],
    )
    expect(addresses).toEqual(services.map((service) => [service, service]))
    const names = Object.entries(composeFile().services).flatMap(([name, { networks = [] }]) => [
      name,
      ...(Array.isArray(networks) ? [] : (networks.inside?.aliases ?? [])),
    ])
    expect(names).toEqual(expect.arrayContaining([...services]))
  })
})

describeWhen(has('nginx'), 'the door, opened', () => {
  const standIns: Server[] = []
  let nginx: ChildProcess
  let address: string

  beforeAll(async () => {
    const addresses = await Promise.all(services.map(async (service) => `${service} ${await standIn(service)};`))
    const folder = mkdtempSync(join(tmpdir(), 'kumppani-door-'))
    const port = await freePort()
    writeFileSync(join(folder, 'services.conf'), `map $service $address {\n${addresses.join('\n')}\n}\n`)
    const inFolder = config.replaceAll('/tmp/', `${folder}/`).replace('root /web', `root ${webFolder}`)
    const here = inFolder.replace('listen 8080', `listen 127.0.0.1:${port}`)
    writeFileSync(join(folder, 'nginx.conf'), here.replaceAll(/\/dev\/std(err|out)/g, `${folder}/$1.log`))
    mkdirSync(join(folder, 'logs'))
    const args = ['-p', folder, '-e', `${folder}/err.log`, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;']
    nginx = spawn(checkingProgram('nginx') ?? '', args, { stdio: ['ignore', 'inherit', 'inherit'] })
    address = `http://127.0.0.1:${port}`
    while (!(await fetch(`${address}/door`).catch(() => undefined))) {
      if (nginx.exitCode !== null) throw new Error('nginx refuses its configuration')
      await pause(50)
    }
  }, 30_000)

  afterAll(async () => {
    nginx?.kill('SIGTERM')
    if (nginx && nginx.exitCode === null) await once(nginx, 'exit')
    for (const server of standIns) {
      server.close()
      server.closeAllConnections()
    }
  })

  async function standIn(service: string): Promise<string> {
    const server = createServer((request, response) => {
      request.resume()
      request.on('end', () => response.end(JSON.stringify({ service, url: request.url, host: request.headers.host })))
    })
    standIns.push(server)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return `127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  it('sends every route as the rules say, with its address as it came', async () => {
    const wrong: string[] = []
    for (const { method, path, service } of routes) {
      const url = `${path}?q=a%2Fb%20c`
      const response = await fetch(`${address}${url}`, { method, ...(method !== 'GET' && { body: '{}' }) })
      const told = (await response.json()) as { service: string; url: string }
      if (told.service !== service || told.url !== url) wrong.push(`${method} ${path}: ${JSON.stringify(told)}`)
    }
    expect(wrong).toEqual([])
  })

  it.each(['/', '/customers', '/customers/w6k2m-x1/brief'])('serves the web application at %s', async (path) => {
    const response = await fetch(`${address}${path}`)
    expect(response.headers.get('content-security-policy')).toBe(PAGE_POLICY)
    expect(response.headers.get('cache-control')).toBe(PAGE_CACHING)
    const page = await response.text()
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1] ?? ''
    const loaded = await fetch(`${address}${script}`, { headers: { 'accept-encoding': 'gzip' } })
    expect([loaded.status, loaded.headers.get('content-type'), loaded.headers.get('content-encoding')]).toEqual([
      200,
      'text/javascript',
      'gzip',
    ])
    expect(loaded.headers.get('cache-control')).toContain('immutable')
  })

  it('serves it where an address cannot be read, so that it can say so', async () => {
    const response = await fetch(`${address}/customers/%E0%A4%A?asOf=2025-03-01`)
    expect([response.status, response.headers.get('content-security-policy')]).toEqual([400, PAGE_POLICY])
    expect(await response.text()).toContain('<div id="root">')
    for (const path of ['/api/v1/customers/%E0%A4%A', '/assets/%zz']) {
      const refused = await fetch(`${address}${path}`)
      expect([refused.status, await refused.text()]).toEqual([400, expect.not.stringContaining('id="root"')])
    }
  })

  it('has no file that was not built', async () => {
    expect((await fetch(`${address}/assets/none.js`)).status).toBe(404)
  })

  it.each(['/metrics', '/health', '/ready'])('shows nobody outside %s of a process', async (path) => {
    expect((await fetch(`${address}${path}`)).status).toBe(404)
  })

  it('takes a configuration that its own test takes, and no other', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kumppani-door-'))
    writeFileSync(join(folder, 'nginx.conf'), config.replace('proxy_buffering off', 'proxy_buffering maybe'))
    writeFileSync(join(folder, 'services.conf'), fileAt('deploy/door/services.conf'))
    const tested = spawnSync(checkingProgram('nginx') ?? '', ['-t', '-p', folder, '-c', join(folder, 'nginx.conf')])
    expect([tested.status, String(tested.stderr)]).toEqual([1, expect.stringContaining('proxy_buffering')])
  })
})
