/** The words of codes, as the group's vocabulary calls them in the reader's language. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { vocabulary } from '../api/questions.js'

export interface Word {
  code: string
  word: string
}

export interface Words {
  /** The code itself until its word is known. */
  of(set: string, code: string): string
  has(set: string, code: string): boolean
  /** All of a set, in its order. */
  in(set: string): readonly Word[]
}

export function useWords(): Words {
  const { data } = useQuery(vocabulary())
  return useMemo(() => {
    const wordsIn = (set: string) => data?.sets.find((each) => each.set === set)?.words ?? []
    return {
      of: (set, code) => wordsIn(set).find((each) => each.code === code)?.word ?? code,
      has: (set, code) => wordsIn(set).some((each) => each.code === code),
      in: wordsIn,
    }
  }, [data])
}

const letterPx = 6.6
const paddingPx = 8

/** CSS width of a column: as long as its head and its words are in the language of the reader. */
export const widthOf = (head: string, words: readonly Word[]): string =>
  `${Math.ceil(Math.max(head.length, ...words.map(({ word }) => word.length)) * letterPx) + paddingPx}px`

/** With a capital, as it stands at the beginning of a line. */
export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
