/** The words of the marks, in the language of the reader. */
import { useMemo } from 'react'
import { componentTexts } from '../../components/texts.js'
import { useWords } from '../../components/words.js'
import { useFormats, useTexts } from '../../language/language.js'
import type { ScoreFacts } from '../facts/facts.js'
import { scoreTexts } from '../texts.js'
import type { Saying } from './said.js'

export interface SayingOf {
  facts: ScoreFacts
  /** Of the group. */
  currency: string
  /** IANA name. */
  zone?: string
}

export function useSaying({ facts, currency, zone }: SayingOf): Saying {
  const say = useTexts(scoreTexts)
  const sayShared = useTexts(componentTexts)
  const words = useWords()
  const formats = useFormats()
  return useMemo(
    () => ({
      say,
      words,
      formats,
      facts,
      currency,
      ...(zone !== undefined && { zone }),
      gone: (value) => sayShared('erased' in value ? 'erased' : 'withheld'),
    }),
    [say, sayShared, words, formats, facts, currency, zone],
  )
}
