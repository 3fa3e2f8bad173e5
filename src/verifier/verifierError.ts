/** Why nothing could be checked, in one sentence: the command ends with 2. */
export class VerifierError extends Error {
  override name = 'VerifierError'
}
