/** The image, as far as it can be told without a container engine: its Dockerfile, and the script that it begins with. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { validate } from 'dockerfile-utils'
import { fileAt, ourServices, root } from './compose-file.js'

const dockerfile = fileAt('deploy/image/Dockerfile')
const script = join(root, 'deploy/image/kumppani')

/** Ends by itself: the setting is wrong. */
function begun(args: readonly string[], environment: Record<string, string>) {
  const { status, stderr, stdout } = spawnSync('sh', [script, ...args], {
    env: { PATH: `${dirname(process.execPath)}:${process.env.PATH}`, PROGRAM_HOME: root, ...environment },
    encoding: 'utf8',
    timeout: 30_000,
  })
  return { status, said: stderr + stdout }
}

describe('the Dockerfile', () => {
  it('has nothing that a builder refuses or warns of', () => {
    expect(validate(dockerfile).map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([])
  })

  it('is told of what is wrong with it', () => {
    expect(validate(dockerfile.replace('USER 10001:10001', 'USER'))).toHaveLength(1)
  })

  it('ends as a user that is nobody, on an image that has no npm, with a folder for data', () => {
    const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '))
    expect(last).toMatch(/^\nFROM debian:/)
    expect(last.trimEnd().split('\n')).toEqual(
      expect.arrayContaining(['USER 10001:10001', 'VOLUME ["/data"]', 'ENTRYPOINT ["kumppani"]', 'CMD ["kumppani"]']),
    )
    expect(last).not.toMatch(/npm|apt-get|:latest/)
  })

  it('copies what there is', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(?:--\S+ )*(.+) \S+$/gm)].flatMap(([, from = '']) =>
      from.split(' '),
    )
    expect(copied).toContain('deploy/image/kumppani')
    for (const path of copied.filter((each) => each !== '.')) expect(() => fileAt(path)).not.toThrow()
  })
})

describe('the script of the image', () => {
  it('gives Node the flags that a launch gives it', () => {
    const { flags, environment } = JSON.parse(fileAt('apps/kumppani/launch/small-memory.json'))
    const [relays] = /--disable-warning=\w+/.exec(fileAt('apps/kumppani/launch/lanes.mjs')) ?? []
    for (const given of [flags.join(' '), relays]) expect(fileAt('deploy/image/kumppani')).toContain(given)
    for (const [name, value] of Object.entries(environment)) expect(dockerfile).toContain(`${name}=${value}`)
  })

  it.each([...new Set(['kumppani', ...ourServices().map(({ process: program }) => program)])])(
    'begins %s',
    (program) => {
      const settings = {
        PORT: 'nonsense',
        KAFKA_BROKERS: 'kafka:9092',
        KUMPPANI_DATA: mkdtempSync(join(tmpdir(), 'image-')),
      }
      expect(begun([program], settings)).toEqual({
        status: 3,
        said: `${program}: PORT was "nonsense"; allowed: a whole number from 0 to 65535\n`,
      })
    },
  )

  it('begins the command line with anything else', () => {
    expect(begun(['--version'], {})).toEqual({ status: 0, said: `${JSON.parse(fileAt('package.json')).version}\n` })
  })

  it('says of a process that does not answer that it is not well', () => {
    expect(begun(['health'], { PORT: '1' }).status).toBe(1)
  })
})
