/** What a client of live updates is sent for a change. */

import { describe, expect, it } from '@jest/globals'
import { storedPosition } from '#kernel'
import { messagesOf } from './messages.js'

const change = { position: storedPosition(7), partitions: ['customer:acme', 'contact:ida'] }

describe('messages of a change', () => {
  it('name each customer and contact, and stand under its position once all are heard', () => {
    expect(messagesOf(change)).toEqual([
      'event: changed\ndata: {"position":"7","customer":"acme"}\n\n',
      'id: 7\nevent: changed\ndata: {"position":"7","contact":"ida"}\n\n',
    ])
    expect(messagesOf(change, 'customer:acme')).toEqual([
      'id: 7\nevent: changed\ndata: {"position":"7","customer":"acme"}\n\n',
    ])
    expect(messagesOf(change, 'customer:other')).toEqual([])
  })

  it('say that anything may have changed, whatever one listens for', () => {
    const anything = ['id: 7\nevent: changed\ndata: {"position":"7"}\n\n']
    expect(messagesOf({ position: storedPosition(7), partitions: [] })).toEqual(anything)
    expect(messagesOf({ position: storedPosition(7), partitions: [] }, 'customer:acme')).toEqual(anything)
  })
})
