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
   * Adds what a page shows: files whole, additions to others by their anchors.
   * @throws Error when a file does not hold an anchor once
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

/**
 * A file with the lines that a block adds, each behind the line above it in the block: its anchor, which the file holds
 * once, and of which the block may show the beginning alone. So whatever else the file comes to hold, the block fits.
 */
function changed(text: string, { difference, file }: { difference: string; file: string }): string {
  let anchor = ''
  let added = text
  for (const line of difference.trimEnd().split('\n')) {
    const content = line.slice(1)
    if (line.startsWith('+')) added = behind(added, { anchor, content, file })
    else if (line.startsWith('-')) throw new Error(`the page takes a line from ${file}; blocks only add`)
    anchor = line.startsWith('+') ? `${anchor}\n${content}` : `\n${content}`
  }
  return added
}

function behind(text: string, { anchor, content, file }: { anchor: string; content: string; file: string }): string {
  const [before, after, ...more] = text.split(anchor)
  if (anchor === '' || after === undefined || more.length > 0)
    throw new Error(`${file} does not hold once what the page anchors at:${anchor}`)
  const rest = after.startsWith('\n') ? after : `\n${after}`
  return `${before}${anchor}\n${content}${rest}`
}
