/** The protocol's own error codes (OAI-PMH 2.0 § 3.6). */
export type OaiCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch'
  | 'noMetadataFormats'
  | 'noSetHierarchy'

/** A refusal that is answered with status 200 and its code, as the protocol wants it. */
export class OaiError extends Error {
  readonly code: OaiCode

  constructor(code: OaiCode, message: string) {
    super(message)
    this.name = 'OaiError'
    this.code = code
  }
}
