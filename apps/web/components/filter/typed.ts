/** What somebody types into a search, sent once they pause, and what the address says meanwhile. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'

export interface TypedOf {
  /** As the address says it. */
  text: string
  onChange(text: string): void
  pauseMs: number
}

/** What is typed stands until the address says something that was not sent from here. */
export function useTyped({ text, onChange, pauseMs }: TypedOf): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(text)
  const sent = useRef(text)
  const send = useEffectEvent(onChange)
  useEffect(() => {
    if (text === sent.current) return
    sent.current = text
    setTyped(text)
  }, [text])
  useEffect(() => {
    if (typed === sent.current) return
    const timer = setTimeout(() => {
      sent.current = typed
      send(typed)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed, pauseMs])
  return [typed, setTyped]
}
