/** A copy of the sources in a temporary folder, to which the code blocks of a page are added as the page says. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Ran {
  code: number | null
  output: string
}

export class ScratchCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'kumppani-copy-'))

  constructor(root: string) {
    const copied = ['apps', 'libs', 'test', 'package.json', 'package-lock.json', 'tsconfig.json', '.swcrc']
    for (const name of copied) cpSync(join(root, name), join(this.folder, name), { recursive: true })
    symlinkSync(realpathSync(join(root, 'node_modules')), join(this.folder, 'node_modules'))
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8')
  }

  write(file: string, text: string): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true })
    writeFileSync(join(this.folder, file), text)
  }

  /**
   * Adds what a page shows: files whole, changes as differences.
   * @throws Error when a difference does not fit the file
   */
  add(page: string): void {
    let file = ''
    for (const [, named, language, block = ''] of page.matchAll(/^`([^`\n]+)`$|^```(ts|diff)\n(.*?)^```$/gms)) {
      if (named !== undefined) file = named
      else if (language === 'ts') this.write(file, block)
      else this.write(file, changed(this.read(file), { difference: block, file }))
    }
  }

  /** Runs a JavaScript file of the copy, or of its packages, on this Node. */
  run(...args: string[]): Ran {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: this.folder, encoding: 'utf8' })
    return { code: status, output: status === 0 ? stdout : `${stdout}${stderr}` }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function changed(text: string, { difference, file }: { difference: string; file: string }): string {
  const lines = difference.trimEnd().split('\n')
  const without = (sign: string) =>
    lines
      .filter((line) => !line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n')
  const before = without('+')
  if (text.split(before).length !== 2) throw new Error(`${file} does not hold what the page shows:\n${before}`)
  return text.replace(before, () => without('-'))
}
