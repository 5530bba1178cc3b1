/** Answers on their way from one thread to another. */
import { describe, expect, it } from '@jest/globals'
import { storedPosition } from '#kernel'
import { jsonOf, readBack, writtenOf } from './question.js'

const answer = { body: { name: 'Hotelli Kuohuranta' }, position: storedPosition(7) }

describe('an answer that another thread wrote', () => {
  it('says the same when it is read', () => {
    expect(readBack(writtenOf(answer)).body).toEqual(answer.body)
    expect(jsonOf(readBack(writtenOf(answer))).toString()).toBe(jsonOf(answer).toString())
  })

  it('is handed on as it was written, without being read', () => {
    const unreadable = readBack({ position: storedPosition(7), json: Buffer.from('{') })
    expect(jsonOf(unreadable).toString()).toBe('{')
    expect(() => unreadable.body).toThrow(SyntaxError)
  })
})
