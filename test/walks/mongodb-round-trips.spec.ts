/** Round trips to MongoDB, and documents written there, are counted and few, whatever there is of a customer. */
import { expect, it } from '@jest/globals'
import { mongodbCounts } from '../bench/engines/mongodb/counts.js'
import { hasMongodb } from '../engines/mongodb-server.js'
import { describeWhen } from '../lanes/describe-when.js'

describeWhen(hasMongodb, 'read models in MongoDB', () => {
  it('cost no more round trips and documents than pages, batches and a rebuild may', async () => {
    const counted = await mongodbCounts()
    expect(counted).toHaveLength(11)
    expect(counted.filter(({ met }) => !met)).toEqual([])
  }, 240_000)
})
