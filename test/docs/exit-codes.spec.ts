/** The README lists every exit code there is, in the words of `--help`. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from '@jest/globals'
import { exitMeanings } from '#platform/config'

const ofSignals = '130'

it('lists every exit code, with what it says', () => {
  const readme = readFileSync(resolve(import.meta.dirname, '../../../README.md'), 'utf8')
  const [, table = ''] = readme.split('## Exit codes')
  const rows = [...table.matchAll(/^\| (\d+) +\| (.+?) +\|$/gm)].map(
    ([, code, why]) => [code, why?.replaceAll('`', '')] as const,
  )
  expect(rows.filter(([code]) => code !== ofSignals)).toEqual(Object.entries(exitMeanings))
})
