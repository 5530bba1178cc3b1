/** The call by which the stand-in of EventStoreDB answers reads and subscriptions: bytes, no faster than they are taken. */
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import type { ServerWritableStream } from '@grpc/grpc-js'

export type ReadCall = ServerWritableStream<ReadReq, Buffer>

/** Resolves when it can be written to again, or never will. */
export function drained(call: ReadCall): Promise<void> {
  return new Promise((resolve) => {
    const settle = () => {
      call.off('drain', settle)
      call.off('cancelled', settle)
      resolve()
    }
    call.on('drain', settle)
    call.on('cancelled', settle)
  })
}
