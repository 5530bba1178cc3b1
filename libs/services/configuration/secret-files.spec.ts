/** URLs in files: read once, refused in one line. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { readConfiguration } from './configuration.js'
import { withFilesRead } from './secret-files.js'

const folder = mkdtempSync(join(tmpdir(), 'kumppani-secrets-'))
function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const url = 'mongodb://recorder:secret@localhost/kumppani'

describe('a URL in a file', () => {
  it('is read without blanks around it', () => {
    const { engines } = readConfiguration({ READ_STORE_URL_FILE: file('url', ` ${url}\n`), KUMPPANI_DATA: folder })
    expect(engines.readStore).toMatchObject({ scheme: 'mongodb', url, database: 'kumppani' })
  })

  it('is refused where the variable is set as well', () => {
    expect(() => withFilesRead({ KEYS_URL: url, KEYS_URL_FILE: file('keys', url) })).toThrow(
      'KEYS_URL and KEYS_URL_FILE are both set; one of them says what is used',
    )
  })

  it.each([
    ['two', `${url}\n${url}\n`],
    ['none', '\n'],
  ])('is one: not %s', (name, content) => {
    const path = file(name, content)
    expect(() => withFilesRead({ EVENT_LOG_URL_FILE: path })).toThrow(
      `EVENT_LOG_URL_FILE names ${path}, which holds no URL: it is one line`,
    )
  })

  it('has to be there', () => {
    expect(() => withFilesRead({ EVENT_LOG_URL_FILE: '/nowhere/url' })).toThrow(
      'EVENT_LOG_URL_FILE names /nowhere/url, which cannot be read: ENOENT',
    )
  })
})
