import type { PayloadRequest } from 'payload'

/** What was found in an upload of sound or video, until its record is written. */
export type UploadFinding = {
  wasType: string
  isNormalised: boolean
  seconds: number | null
  loudness: number | null
}

const found = new WeakMap<object, UploadFinding>()

/** Keeps it for the hooks that follow in the same request. */
export const keepFinding = (req: PayloadRequest, finding: UploadFinding): void => {
  found.set(req, finding)
}

/** What was found in this request's upload; undefined when it is neither sound nor video. */
export const findingOf = (req: PayloadRequest): UploadFinding | undefined => found.get(req)
