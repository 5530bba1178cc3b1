/** The numbers of a brief's sources. */
import { describe, expect, it } from '@jest/globals'
import { sourcesOf } from './sources.js'

const line = (...positions: string[]) => ({ from: positions.map((position) => ({ position })) })

describe('the sources of a brief', () => {
  it('are numbered as they are first named, and the same event keeps its number', () => {
    const lines = [line('7'), line('9'), line('7')]
    const of = sourcesOf([{ lines }])
    expect(lines.map((each) => of(each).map(({ number }) => number))).toEqual([[1], [2], [1]])
  })

  it('are the latest two of many, and none of a line without', () => {
    const many = line('1', '2', '3', '4')
    const of = sourcesOf([{ lines: [line('4'), many, line()] }])
    expect(of(many)).toEqual([
      { position: '4', number: 1 },
      { position: '3', number: 2 },
    ])
    expect(of(line())).toEqual([])
  })
})
