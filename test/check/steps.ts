/** The steps of `npm run check`, one line each, in the order in which they are quickest to fix. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { licenceFindings } from './licences.js'

export interface Outcome {
  passed: boolean
  /** What to show when it failed. */
  output: string
}

export interface Step {
  name: string
  run(): Promise<Outcome>
}

const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']

export const steps: Step[] = [
  { name: 'format', run: () => node('node_modules/@biomejs/biome/bin/biome', 'format', '.') },
  { name: 'lint', run: () => node('node_modules/@biomejs/biome/bin/biome', 'lint', '--error-on-warnings', '.') },
  { name: 'types', run: () => node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.json') },
  { name: 'types of the web', run: () => node('node_modules/typescript/bin/tsc', '-p', 'apps/web/tsconfig.json') },
  { name: 'architecture', run: () => node(...jest, 'test/architecture') },
  { name: 'dead-code', run: () => node('node_modules/knip/bin/knip.js', '--no-progress') },
  { name: 'licences', run: async () => outcomeOf(licenceFindings(process.cwd())) },
  { name: 'generated', run: generatedIsFresh },
]

function outcomeOf(findings: string[]): Outcome {
  return { passed: findings.length === 0, output: findings.join('\n') }
}

/** Documents written from the definitions must be what the definitions say now. */
async function generatedIsFresh(): Promise<Outcome> {
  const generator = 'dist/test/check/generate.js'
  return existsSync(generator) ? node(generator, '--verify') : { passed: true, output: '' }
}

/** Runs a JavaScript file on this Node; passed means that it exits with 0. */
function node(...args: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ passed: code === 0, output: Buffer.concat(chunks).toString() }))
  })
}
