import type { ProofBundle, SignedProof } from './proofBundle.ts'
import { proofFile, proofText } from './proofText.ts'
import { verifyReceipts } from './verifyReceipts.ts'
import { verifyStory } from './verifyStory.ts'
import type { ProvenReceipt } from './verifyReceipts.ts'

/** What is wrong with a proof. */
export type ProofFault =
  | 'not_a_proof'
  | 'not_as_written'
  | 'key_unknown'
  | 'signature_wrong'
  | 'text_hash_wrong'
  | 'release_hash_wrong'
  | 'instruction_missing'
  | 'report_key_unknown'
  | 'report_key_untrusted'
  | 'report_not_signed'
  | 'receipt_unsigned'
  | 'receipt_differs'
  | 'state_without_receipt'
  | 'not_as_released'
  | 'before_release'
  | 'before_instruction'
  | 'given_after_end'

/** One fault, and what it is about. */
export type ProofFinding = { code: ProofFault; about: string }

/** How hashes and signatures are worked out where this runs. */
export type ProofTools = {
  sha256: (text: string) => string
  /** Whether `signature` is over `text`; null for a key that is none. */
  isSigned: (publicKey: string, text: string, signature: string) => boolean | null
  keyIdOf: (publicKey: string) => string
}

/** What came of checking a proof. */
export type VerifiedProof = {
  findings: ProofFinding[]
  proof: SignedProof | null
  /** Every receipt, and whether the device itself signed it. */
  receipts: ProvenReceipt[]
}

/**
 * Checks a proof with nothing but public keys: the file is as it was written, signed by the installation, every text has the
 * hash it is said to have, and receipts are what the devices signed.
 *
 * @param trusted.installation ids of keys that are known to be the installation's; without any, only the file's own key is used
 * @param trusted.devices by device: keys known from elsewhere; without, those of the file are used
 */
export const verifyProof = (
  file: string,
  tools: ProofTools,
  trusted: {
    installation: ReadonlySet<string> | null
    devices: ReadonlyMap<string, ReadonlySet<string>> | null
  },
): VerifiedProof => {
  const proof = parse(file)
  if (!proof) return { findings: [{ code: 'not_a_proof', about: '' }], proof: null, receipts: [] }
  const { bundle, keyId, publicKey, signature } = proof
  const findings: ProofFinding[] = []
  const find = (code: ProofFault, about: string) => findings.push({ code, about })
  if (proofFile(proof) !== file) find('not_as_written', '')
  if (
    tools.keyIdOf(publicKey) !== keyId ||
    (trusted.installation && !trusted.installation.has(keyId))
  )
    find('key_unknown', keyId)
  if (tools.isSigned(publicKey, proofText(bundle), signature) !== true)
    find('signature_wrong', keyId)
  const told = verifyReceipts(bundle, tools, trusted.devices)
  findings.push(...contentFindings(bundle, tools), ...verifyStory(bundle), ...told.findings)
  return { findings, proof, receipts: told.receipts }
}

const contentFindings = (bundle: ProofBundle, tools: ProofTools): ProofFinding[] => {
  const known = new Set(bundle.instructions.map(({ id }) => id))
  return [
    ...bundle.instructions.flatMap(({ id, snapshot, sha256, release }): ProofFinding[] => [
      ...(tools.sha256(snapshot) === sha256
        ? []
        : [{ code: 'text_hash_wrong' as const, about: id }]),
      ...(!release || release.body === null || tools.sha256(release.body) === release.sha256
        ? []
        : [{ code: 'release_hash_wrong' as const, about: `${release.log}/${release.seq}` }]),
    ]),
    ...bundle.deliveries
      .filter(({ instruction }) => !known.has(instruction))
      .map(({ device }) => ({ code: 'instruction_missing' as const, about: device })),
  ]
}

const parse = (file: string): SignedProof | null => {
  try {
    const proof = JSON.parse(file) as Partial<SignedProof>
    const { bundle } = proof
    const isProof =
      bundle?.what === 'coloa-emergency-proof' &&
      Array.isArray(bundle.instructions) &&
      Array.isArray(bundle.deliveries) &&
      Array.isArray(bundle.deviceKeys) &&
      (bundle.reports === undefined || Array.isArray(bundle.reports)) &&
      [proof.keyId, proof.publicKey, proof.signature].every((one) => typeof one === 'string')
    return isProof ? (proof as SignedProof) : null // its members were looked at
  } catch {
    return null
  }
}
