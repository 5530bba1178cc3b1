/** A copy of what was built, in a temporary folder, in which definitions lose an option and tests run. */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { builderOf } from './strippings.js'

const copied = ['apps', 'deploy', 'dist', 'docs', 'libs', 'test', 'package.json', 'README.md']
const patienceMs = 180_000

/** A spec, and words of the test's name. */
export type NamedTest = readonly [spec: string, words: string]

/** `none`: no test is called so. `not begun`: what it tests cannot be put together, or does not end. */
export type Outcome = 'failed' | 'passed' | 'none' | 'not begun'

/** The part of Jest's report that is read here. */
interface RunReport {
  numPassedTests: number
  numFailedTests: number
}

export class StrippedCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'kumppani-stripped-'))

  constructor(root: string) {
    for (const name of copied) cpSync(join(root, name), join(this.folder, name), { recursive: true })
    symlinkSync(realpathSync(join(root, 'node_modules')), join(this.folder, 'node_modules'))
  }

  /** Runs a test while nothing that is defined has an option, `<shape>.<name>`. */
  runWithout(full: string, test: NamedTest): Outcome {
    const [shape = '', option = ''] = full.split('.')
    const { builder, file } = builderOf(shape)
    const module = join(this.folder, 'dist', file.replace(/\.ts$/, '.js'))
    const whole = module.replace(/\.js$/, '.whole.js')
    renameSync(module, whole)
    writeFileSync(
      module,
      `import { stripped } from '#test/stripped/strippings.js'
import * as whole from './${basename(whole)}'
export * from './${basename(whole)}'
export const ${builder} = stripped('${shape}', '${option}', whole.${builder})
`,
    )
    try {
      return this.run(test)
    } finally {
      renameSync(whole, module)
    }
  }

  /** Runs the tests of a spec whose names hold some words. */
  run([spec, words]: NamedTest): Outcome {
    const report = join(this.folder, 'report.json')
    rmSync(report, { force: true })
    const named = words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('%s', '.*')
    const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--runInBand', '--reporters=default']
    const of = ['--json', `--outputFile=${report}`, `--testNamePattern=${named}`]
    spawnSync(process.execPath, [...jest, ...of, '--runTestsByPath', join('dist', spec.replace(/\.ts$/, '.js'))], {
      cwd: this.folder,
      stdio: 'ignore',
      timeout: patienceMs,
    })
    return outcomeOf(report)
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

function outcomeOf(report: string): Outcome {
  if (!existsSync(report)) return 'not begun'
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as RunReport
  if (numFailedTests > 0) return 'failed'
  return numPassedTests > 0 ? 'passed' : 'none'
}
