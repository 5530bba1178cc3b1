/** Writes what members note, in each one's language and never the same twice about one customer. */

import type { Company } from '../../customers/companies.js'
import type { Random } from '../../random.js'
import { textsOf } from '../../texts/texts.js'
import type { InventedLanguage, InventedTexts, TextContext } from '../../texts/vocabulary.js'

const attempts = 200

export class NoteGenerator {
  private readonly byLanguage = new Map<InventedLanguage, InventedTexts>()
  private readonly written = new Map<string, Set<string>>()

  constructor(private readonly random: Random) {}

  in(language: InventedLanguage): InventedTexts {
    const known = this.byLanguage.get(language) ?? textsOf(language, this.random)
    this.byLanguage.set(language, known)
    return known
  }

  /** Whether a text is new at that customer; from then on it is not. */
  claim({ company }: { company: Company }, text: string): boolean {
    const written = this.writtenOf(company)
    return !written.has(text) && written.add(text) !== undefined
  }

  /** A text that nobody has written about that customer yet. */
  fresh({ company }: { company: Company }, write: (context: TextContext) => string, context: TextContext): string {
    const written = this.writtenOf(company)
    for (let attempt = 0; attempt < attempts; attempt++) {
      const text = write(context)
      if (written.has(text)) continue
      written.add(text)
      return text
    }
    throw new Error(`demo texts: nothing new to write after ${attempts} attempts; add to the lists of the language`)
  }

  /** By business id: a customer that was registered twice is one. */
  private writtenOf({ businessId }: Company): Set<string> {
    const written = this.written.get(businessId) ?? new Set()
    this.written.set(businessId, written)
    return written
  }
}
