import { stableText } from '../../release/stableText.ts'
import type { ProofBundle, SignedProof } from './proofBundle.ts'

/** What is signed of a bundle, of whichever version: a signature made for something else never fits. */
export const proofText = (bundle: ProofBundle): string => `coloa-proof.v1.${stableText(bundle)}`

/** The file: one line in one possible form, so that no byte of it can differ unseen. */
export const proofFile = (proof: SignedProof): string => `${stableText(proof)}\n`
