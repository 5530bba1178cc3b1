/** Writes what members note, in each one's language and never the same twice about one customer. */

import type { Random } from '../../random.js'
import type { TextMemory } from '../../texts/text-memory.js'
import { textsOf } from '../../texts/texts.js'
import type { InventedLanguage, InventedTexts } from '../../texts/vocabulary.js'

/** So many are tried for one of which every sentence is new; the first of them keep to what comes next in turn. */
const attempts = { forSentences: 16, inTurn: 6, forText: 200 }

/** To whom something is told; a customer that was registered twice is one. */
interface Listener {
  told: TextMemory
}

export class NoteGenerator {
  private readonly byLanguage = new Map<InventedLanguage, InventedTexts>()

  constructor(private readonly random: Random) {}

  in(language: InventedLanguage): InventedTexts {
    const known = this.byLanguage.get(language) ?? textsOf(language, this.random)
    this.byLanguage.set(language, known)
    return known
  }

  /** Whether a text is new at that customer; from then on it is not. */
  claim({ told }: Listener, text: string, day: string): boolean {
    const isNew = !told.has(text)
    if (isNew) told.tell(text, day)
    return isNew
  }

  /** A text if none of its sentences was told to that customer within years. */
  ifNews({ told }: Listener, text: string, day: string): string | undefined {
    if (told.staleIn(text, day) > 0) return undefined
    told.tell(text, day)
    return text
  }

  /**
   * Texts on one matter that nobody has written about that customer yet: those with the fewest sentences that were told
   * within years.
   * @param saying what they say, the note first
   */
  fresh<T>({ told }: Listener, day: string, write: () => T, saying: (texts: T) => readonly string[]): T {
    const best = this.newest(told, day, write, saying)
    for (const part of best.parts) told.count(part)
    for (const text of saying(best.texts)) told.tell(text, day)
    return best.texts
  }

  private newest<T>(told: TextMemory, day: string, write: () => T, saying: (texts: T) => readonly string[]) {
    told.settle()
    let best: { texts: T; parts: string[]; stale: number } | undefined
    for (let attempt = 0; attempt < attempts.forText; attempt++) {
      told.inTurn = attempt < attempts.inTurn
      const texts = write()
      const [said, parts] = [saying(texts), told.undo()]
      const stale = said.reduce((sum, text) => sum + told.staleIn(text, day), 0)
      if (!told.has(said[0] ?? '') && stale < (best?.stale ?? Number.POSITIVE_INFINITY)) best = { texts, parts, stale }
      if (best && (best.stale === 0 || attempt >= attempts.forSentences)) break
    }
    told.inTurn = true
    if (best) return best
    throw new Error(`demo texts: nothing new to write after ${attempts.forText} attempts; add to the lists`)
  }
}
