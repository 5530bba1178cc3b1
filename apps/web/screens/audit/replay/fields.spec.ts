/** What a step shows is what differs, value by value. */
import { describe, expect, it } from '@jest/globals'
import { changesIn, fieldOf, fieldsIn, recordIn } from './fields.js'

describe('fields', () => {
  it('are single values by their paths, with marks of what is gone', () => {
    expect(fieldsIn({ name: 'Kuohu', notes: { goals: { withheld: true } }, sites: [{ city: 'Imatra' }] })).toEqual([
      { path: 'name', value: 'Kuohu' },
      { path: 'notes.goals', value: { withheld: true } },
      { path: 'sites.0.city', value: 'Imatra' },
    ])
  })

  it('are none of what is empty', () => {
    expect(fieldsIn({ sites: [], stages: {}, nothing: undefined })).toEqual([])
  })

  it('tell apart nothing, null and false', () => {
    expect(fieldsIn({ a: null, b: false, c: 0, d: '' })).toHaveLength(4)
  })
})

describe('a path', () => {
  it.each([
    ['city', 'city'],
    ['with.0', 'with'],
    ['sites.1.city', 'city'],
  ])('leads to a field, of which it may be one of several values: %s', (path, field) => {
    expect(fieldOf(path)).toBe(field)
  })
})

describe('a record', () => {
  it.each([
    ['customers.0', 'j6mxcn2ca28tjpdv', 'customer-j6mxcn2ca28tjpdv'],
    ['contact', 'vrbmaf77p8k61je0', 'contact-vrbmaf77p8k61je0'],
    ['unit', 'vrbmaf77p8k61je0', undefined],
    ['customer', 'fi-foodservice', undefined],
    ['contacts.0', { withheld: true as const }, undefined],
  ])('is known by its field and its id: %s', (path, value, stream) => {
    expect(recordIn({ path, value })).toBe(stream)
  })
})

describe('changes', () => {
  it('are only what differs inside of a document', () => {
    const fields = [
      { path: 'links', before: [{ system: 'erp', record: '1' }], after: [{ system: 'erp', record: '2' }] },
      { path: 'city', after: 'Imatra' },
      { path: 'note', before: 'x' },
    ]
    expect(changesIn(fields, 'e1')).toEqual([
      { path: 'links.0.record', before: '1', after: '2' },
      { path: 'city', before: undefined, after: 'Imatra' },
      { path: 'note', before: 'x', after: undefined },
    ])
  })

  it('leave out that a value comes from the event itself', () => {
    expect(changesIn([{ path: 'from', after: { city: 'e1', name: 'e0' } }], 'e1')).toEqual([
      { path: 'from.name', before: undefined, after: 'e0' },
    ])
  })
})
