/** A mapping or a file that cannot be used is its sender's to mend: every problem with its place. */

import { FileFault, importRefusals, MappingFault } from '#imports'
import type { Sentence, Texts } from '#kernel'

/** @throws DomainError `mapping-faulty`, `file-faulty` */
export async function usable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FileFault) return importRefusals('file-faulty', { errors: [fileProblemOf(error)] })
    if (!(error instanceof MappingFault)) throw error
    const errors = error.problems.map(({ line, path, sentence }) => {
      const place = `${error.file}:${line}${path === '' ? '' : `: ${path}`}`
      return { path, code: 'mapping', sentence: placedAt(place, sentence) }
    })
    return importRefusals('mapping-faulty', { errors })
  }
}

/** Where in which file, without what the file holds. */
function fileProblemOf({ problem: { file, line, column, code, sentence } }: FileFault) {
  return { path: [file, line, column].filter((part) => part !== undefined).join(':'), code, sentence }
}

const placed = '{place}: {sentence}'
const placedTexts: Texts = { en: placed, fi: placed, sv: placed, de: placed, nb: placed }

const placedAt = (place: string, sentence: Sentence): Sentence => ({ texts: placedTexts, values: { place, sentence } })
