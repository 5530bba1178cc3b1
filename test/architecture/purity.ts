/** Folds give the same answer for ever: neither the clock nor chance may be in them. */
import { type Finding, isSpec, lineAt, type Source } from './sources.js'

const folds = /(\.(view|metric|decider)\.ts$)|^libs\/kernel\/history\//
const impure =
  /\bDate\.now\s*\(|\bnew Date\s*(\(\s*\)|(?=[;,)\s]))|\bMath\.random\b|\brandomUUID\b|\bperformance\.now\b|\bTemporal\.Now\b/g

export function impureFolds(sources: Source[]): Finding[] {
  return sources
    .filter(({ path }) => folds.test(path) && !isSpec(path))
    .flatMap(({ path, text }) =>
      [...withoutComments(text).matchAll(impure)].map((match) => ({
        path,
        line: lineAt(text, match.index),
        message: `uses ${match[0].trim()}; time, ids and chance come in with the command or the event`,
      })),
    )
}

/** Blanks comments out and keeps every offset. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, ' '))
}
