/** Fetches the jars of Apache Kafka into this machine's cache; Maven finds out which ones there are. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { kafkaFolder, kafkaVersion } from '../engine-cache.js'
import { ran } from './fetching.js'

const dependency = (group: string, artifact: string, version: string): string =>
  `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`

const project = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>kumppani</groupId><artifactId>kafka-for-tests</artifactId><version>1</version>
  <dependencies>
    ${dependency('org.apache.kafka', 'kafka_2.13', kafkaVersion)}
    ${dependency('org.apache.logging.log4j', 'log4j-slf4j-impl', '2.25.5')}
  </dependencies>
</project>
`

/** Without one it says nothing of having started. */
const logging = `<Configuration status="WARN">
  <Appenders><Console name="console"><PatternLayout pattern="%p %m (%c)%n"/></Console></Appenders>
  <Loggers><Root level="INFO"><AppenderRef ref="console"/></Root></Loggers>
</Configuration>
`

/** @returns whether they are there now */
export async function fetchKafka(): Promise<boolean> {
  const folder = kafkaFolder()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'pom.xml'), project)
  writeFileSync(join(folder, 'log4j2.xml'), logging)
  if (!(await ran('java', ['-version']))) return false
  const into = [`-DoutputDirectory=${join(folder, 'libs')}`, '-DincludeScope=runtime']
  const copied = await ran('mvn', ['-B', '-q', '-f', join(folder, 'pom.xml'), 'dependency:copy-dependencies', ...into])
  if (copied) writeFileSync(join(folder, 'fetched'), `${kafkaVersion}\n`)
  return copied
}
