/** Whatever signs the entries of the chain: the installation's key, a person's own, a remote signing service. */
export type Signer = {
  /** Names the public key, as verifiers look it up: its RFC 7638 thumbprint. */
  keyId: string
  /** @returns the Ed25519 signature over the bytes, base64 */
  sign: (bytes: Uint8Array) => Promise<string>
}
