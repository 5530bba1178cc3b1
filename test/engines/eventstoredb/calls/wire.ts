/** What the stand-in of EventStoreDB says, as bytes: messages of the client's own classes, encoded once for each event. */
import features from '@eventstore/db-client/generated/serverfeatures_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { Metadata, status } from '@grpc/grpc-js'
import type { Recorded } from '../stored-log.js'

export const bytesOf = (message: { serializeBinary(): Uint8Array }): Buffer => Buffer.from(message.serializeBinary())

export function identifier(stream: string): InstanceType<typeof shared.StreamIdentifier> {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'))
}

const encoded = new WeakMap<Recorded, Buffer>()

/** An event as a read or a subscription brings it. */
export function eventBytes(recorded: Recorded): Buffer {
  const known = encoded.get(recorded)
  if (known) return known
  const { id, stream, revision, position, type, isJson, data, metadata, createdMs } = recorded
  const event = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(id))
    .setStreamIdentifier(identifier(stream))
    .setStreamRevision(String(revision))
    .setPreparePosition(String(position))
    .setCommitPosition(String(position))
    .setCustomMetadata(metadata)
    .setData(data)
  event
    .getMetadataMap()
    .set('type', type)
    .set('created', String(BigInt(createdMs) * 10_000n))
    .set('content-type', isJson ? 'application/json' : 'application/octet-stream')
  const read = new streams.ReadResp.ReadEvent().setEvent(event).setCommitPosition(String(position))
  const bytes = bytesOf(new streams.ReadResp().setEvent(read))
  encoded.set(recorded, bytes)
  return bytes
}

export const confirmationBytes = (): Buffer =>
  bytesOf(
    new streams.ReadResp().setConfirmation(
      new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID()),
    ),
  )

export const caughtUpBytes = bytesOf(new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()))

export const notFoundBytes = (stream: string): Buffer =>
  bytesOf(
    new streams.ReadResp().setStreamNotFound(
      new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream)),
    ),
  )

export function checkpointBytes(position: number): Buffer {
  const checkpoint = new streams.ReadResp.Checkpoint()
    .setCommitPosition(String(position))
    .setPreparePosition(String(position))
  return bytesOf(new streams.ReadResp().setCheckpoint(checkpoint))
}

/** An error in trailers. */
export function failure(
  code: status,
  details: string,
  trailers: Readonly<Record<string, string>> = {},
): { code: status; details: string; metadata: Metadata } {
  const metadata = new Metadata()
  for (const [name, value] of Object.entries(trailers)) metadata.set(name, value)
  return { code, details, metadata }
}

/** What a server says of everything that it did not expect. */
export const thrown = () => failure(status.UNKNOWN, 'Exception was thrown by handler.')

const offered: [service: string, method: string, features: string[]][] = [
  ['event_store.client.streams.streams', 'append', []],
  ['event_store.client.streams.streams', 'batchappend', ['deadline_duration']],
  ['event_store.client.streams.streams', 'read', ['position', 'events']],
  ['event_store.client.gossip.gossip', 'read', []],
]

/** What it says it can do. */
export function supportedMethods(version: string): InstanceType<typeof features.SupportedMethods> {
  const methods = offered.map(([service, method, of]) =>
    new features.SupportedMethod().setServiceName(service).setMethodName(method).setFeaturesList(of),
  )
  return new features.SupportedMethods().setEventStoreServerVersion(version).setMethodsList(methods)
}
