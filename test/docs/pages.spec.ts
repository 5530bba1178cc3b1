/** The commands in the README and the how-to pages do what the pages show, against the demo group. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DemoProgram } from './demo-program.js'
import { commandsOf, filesOf } from './page-blocks.js'
import { differences } from './same-shape.js'

const root = resolve(import.meta.dirname, '../../..')
const pages = [
  'README.md',
  'docs/how-to/daily-work.md',
  'docs/how-to/ask-the-past.md',
  'docs/how-to/use-the-api.md',
  'docs/how-to/import.md',
  'docs/how-to/run.md',
  'docs/how-to/privacy.md',
]
/** Blocks that start or stop programs of their own, by their first line. */
const notRun = new Set([
  'npm start     # the program, filled with a simulated group, at http://localhost:3000',
  'KUMPPANI_DATA=/srv/kumppani npm start',
  'KUMPPANI_DATA=/srv/kumppani KUMPPANI_DEMO=off KUMPPANI_GROUP=Norrkyla KUMPPANI_CURRENCY=SEK KUMPPANI_COUNTRY=SE \\',
  'KAFKA_BROKERS=kafka-1:9092,kafka-2:9092 PORT=3001 npm run relay',
  'KAFKA_BROKERS=kafka-1:9092 KAFKA_PARTITIONS=24 npx kumppani stream replay kumppani.2',
  'npx kumppani restore /srv/backups/monday --replace',
  'curl -N http://localhost:3000/api/v1/changes -H "Authorization: Bearer $TOKEN"',
])
const startMs = 600_000
const pageMs = 120_000

let program: DemoProgram
beforeAll(async () => {
  program = await DemoProgram.start(root)
}, startMs)
afterAll(() => program?.stop(), pageMs)

describe('the commands shown in', () => {
  it.each(pages)(
    '%s answer as shown',
    async (name) => {
      const page = readFileSync(resolve(root, name), 'utf8')
      for (const [file, content] of filesOf(page)) program.write(file, encoded(file, content))
      const blocks = commandsOf(page).filter(({ commands }) => !notRun.has(commands.split('\n')[0] ?? ''))
      const outputs = await program.run(blocks.map(({ commands }) => commands))
      const found = blocks.flatMap(({ answer, line }, at) =>
        answer ? differences(answer, outputs[at] ?? '').map((difference) => `${name}:${line}: ${difference}`) : [],
      )
      expect(found).toEqual([])
    },
    pageMs,
  )

  it('every page that shows commands', () => {
    const shown = pages.flatMap((name) => commandsOf(readFileSync(resolve(root, name), 'utf8')))
    const firstLines = shown.map(({ commands }) => commands.split('\n')[0] ?? '')
    expect([...notRun].filter((line) => !firstLines.includes(line))).toEqual([])
  })
})

/** The guide to imports shows files of an old system, whose letters are in windows-1252. */
const encoded = (file: string, content: string): Buffer | string =>
  file.endsWith('.csv') ? Buffer.from(content.replaceAll('€', '\u0080'), 'latin1') : content
