/** The next page of a list, asked for when somebody comes near its end. */
import { useEffect, useRef } from 'react'
import { Button } from '../components/button.js'
import { goesOn, type Paged } from '../components/table/paging.js'
import { useTexts } from '../language/language.js'
import { historyTexts } from './texts.js'

export interface MoreProps {
  of: Paged
}

const nearPx = 600

export function More({ of }: MoreProps) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = of
  const isOn = goesOn(of)
  const say = useTexts(historyTexts)
  const end = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const seen = end.current
    if (!seen || !isOn) return
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && fetchNextPage(),
      { rootMargin: `${nearPx}px` },
    )
    observer.observe(seen)
    return () => observer.disconnect()
  }, [isOn, fetchNextPage])
  if (!hasNextPage) return null
  return (
    <div ref={end}>
      <Button disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
        {say('more')}
      </Button>
    </div>
  )
}
