/** Rows hold the fields that they name, and no more of a document. */
import { describe, expect, it } from '@jest/globals'
import {
  BEFORE_ALL,
  defineEvents,
  defineSlice,
  defineView,
  type Guarded,
  Id,
  Instant,
  Integer,
  Optional,
  registryOf,
  unchanged,
} from '#kernel'
import { type PublishedView, publishedRow, publishedViews } from './published-rows.js'

class Opened {}
const parcels = defineEvents('parcel', { opened: { payload: Opened, version: 1, examples: [{}] } })

interface ParcelDocument {
  id: string
  grams?: number
  openedAt?: string
  remark?: Guarded<string>
}

class ParcelRow {
  @Id('parcel') id!: string
  @Optional() @Integer({ min: 0, max: 9_000 }) grams?: number
  @Optional() @Instant() openedAt?: string
}

const view = (name: string, published?: { name: string; version: number; about: string; row: typeof ParcelRow }) =>
  defineView<ParcelDocument>()({ name, version: 1, of: [parcels], on: { 'parcel.opened': unchanged }, published })
const shown = view('parcels', { name: 'parcel', version: 1, about: 'What is sent.', row: ParcelRow })
const registry = registryOf([
  defineSlice({ name: 'parcels', about: 'What is sent.', events: [parcels], views: [view('kept'), shown] }),
])

describe('published rows', () => {
  it('are those of the views that say so', () => {
    expect(publishedViews(registry)).toEqual([shown])
  })

  it('say of a document what they name, and nothing of what lies before everything', () => {
    const [published] = publishedViews(registry) as [PublishedView]
    const remark = { '~': 'k.e.t', at: 'remark' }
    expect(publishedRow(published, { id: 'x1', grams: 800, openedAt: '2026-02-10T08:00:00.000Z', remark })).toEqual({
      id: 'x1',
      grams: 800,
      openedAt: '2026-02-10T08:00:00.000Z',
    })
    expect(publishedRow(published, { id: 'x1', openedAt: BEFORE_ALL, grams: undefined })).toEqual({ id: 'x1' })
  })
})
