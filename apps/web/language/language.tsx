/** The language that everything is shown in, and what follows from it. */
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { type Formats, formatsOf } from './formats.js'
import type { Language } from './languages.js'
import { type Say, speaker, type Texts } from './texts.js'

interface Spoken {
  language: Language
  formats: Formats
}

const SpokenContext = createContext<Spoken>({ language: 'en', formats: formatsOf('en') })

export interface LanguageProps {
  language: Language
  /** IANA name of the reader's time zone. */
  zone?: string
  children: ReactNode
}

export function LanguageOf({ language, zone, children }: LanguageProps) {
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const spoken = useMemo(() => ({ language, formats: formatsOf(language, zone) }), [language, zone])
  return <SpokenContext value={spoken}>{children}</SpokenContext>
}

export const useLanguage = (): Language => useContext(SpokenContext).language

export const useFormats = (): Formats => useContext(SpokenContext).formats

/** The texts of a room, said in the language of the reader. */
export const useTexts = <K extends string>(texts: Texts<K>): Say<K> => speaker(texts, useLanguage())
