/** The repository keeps the rules of its house; a finding names the file and the line. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { brokenArrows } from './arrows.js'
import { cycles, loadedForRows, unreachable } from './graph.js'
import { replacedWords, sharedNames, wordsNotToUse } from './names.js'
import { optionsWithoutEffect } from './options.js'
import { impureFolds } from './purity.js'
import { businessInKernel, madePositions, namedTables, workInPrograms } from './rooms.js'
import { crowdedFolders, tooLong, withoutOpening, wrongFileNames } from './shapes.js'
import { type Finding, readSources } from './sources.js'
import { bannedWords } from './words.js'

const sources = readSources(process.cwd())
const printed = (findings: Finding[]) => findings.map(({ path, line, message }) => `${path}:${line} ${message}`)

describe('the house', () => {
  it('has sources to look at', () => {
    expect(sources.map((one) => one.path)).toContain('libs/kernel/index.ts')
    expect(sources.flatMap((one) => one.imports).length).toBeGreaterThan(10)
  })

  it.each([
    ['every import follows the arrows', brokenArrows],
    ['no imports run in a circle', cycles],
    ['every file is reached from an entry or a spec', unreachable],
    ['the thread that writes the log loads no whole library', loadedForRows],
    ['every file name is kebab-case with a known suffix', wrongFileNames],
    ['no file is too long', tooLong],
    ['every file opens with a comment', withoutOpening],
    ['no folder is crowded', crowdedFolders],
    ['no name holds a banned word', bannedWords],
    ['no name is exported by two modules', sharedNames],
    ['no fold uses the clock or chance', impureFolds],
    ['the kernel speaks of no slice', businessInKernel],
    ['no table of a slice is named outside the business', namedTables],
    ['every option of a definition has an effect, a user and a test', optionsWithoutEffect],
    ['programs only compose', workInPrograms],
    ['positions are made where logs and stores are read', madePositions],
  ])('%s', (_rule, findings) => {
    expect(printed(findings(sources))).toEqual([])
  })
  it('speaks the words of its glossary', () => {
    const glossary = readFileSync('docs/glossary.md', 'utf8')
    expect(wordsNotToUse(glossary).size).toBeGreaterThan(10)
    expect(printed(replacedWords(sources, glossary))).toEqual([])
  })
})
