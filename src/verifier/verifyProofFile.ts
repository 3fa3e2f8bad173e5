import { createHash, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ProofBundle } from '#domain/dispatch/proof/proofBundle.ts'
import { verifyProof } from '#domain/dispatch/proof/verifyProof.ts'
import type { ProofFault, ProofFinding } from '#domain/dispatch/proof/verifyProof.ts'
import { keyIdOf, publicKeyOf } from '#kit/signingKey.ts'
import { readDeviceKeys } from './readDeviceKeys.ts'
import { readKeys } from './readKeys.ts'
import { receiptLines } from './receiptLines.ts'

type Words = Readonly<Record<ProofFault, string>>

const words: Readonly<Record<'vi' | 'en', Words>> = {
  vi: {
    not_a_proof: 'tệp này không phải hồ sơ chứng minh',
    not_as_written: 'tệp đã bị sửa: không còn đúng như khi hệ thống ghi ra',
    key_unknown: 'khóa ký không nằm trong các khóa công khai đã cho',
    signature_wrong: 'chữ ký không khớp với nội dung',
    text_hash_wrong: 'lời phát không đúng mã băm của nó',
    release_hash_wrong: 'bản phát hành không đúng mã băm của nó',
    instruction_missing: 'lượt gửi tới thiết bị không thuộc lệnh nào trong hồ sơ',
    report_key_unknown: 'báo cáo ký bằng khóa không thuộc thiết bị này vào lúc đó',
    report_key_untrusted: 'báo cáo ký bằng khóa không có trong tệp khóa thiết bị đã cho',
    report_not_signed: 'chữ ký trên báo cáo không phải của thiết bị',
    receipt_unsigned: 'biên nhận không có trong báo cáo nào do thiết bị ký, dù kênh này có chữ ký',
    receipt_differs: 'biên nhận lưu lại khác với điều thiết bị đã ký',
    state_without_receipt: 'trạng thái không có biên nhận nào làm căn cứ',
    not_as_released: 'lệnh nói khác với bản phát hành mà nó dựa vào',
    before_release: 'lệnh có thời điểm sớm hơn bản phát hành mà nó dựa vào',
    before_instruction: 'lần gửi hoặc biên nhận có thời điểm sớm hơn lệnh của nó',
    given_after_end: 'lệnh được phát lại theo bản phát hành đã bị hủy trước đó',
  },
  en: {
    not_a_proof: 'this file is not a proof',
    not_as_written: 'the file was changed: it is not as the system writes it',
    key_unknown: 'the signing key is not among the public keys given',
    signature_wrong: 'the signature is not over this content',
    text_hash_wrong: 'what was sent does not have the hash it is stored with',
    release_hash_wrong: 'the release does not have the hash it is stored with',
    instruction_missing: 'a delivery belongs to no instruction of the proof',
    report_key_unknown: 'a report is signed with a key that was not this device’s at that time',
    report_key_untrusted: 'a report is signed with a key that is not among the device keys given',
    report_not_signed: 'the signature on a report is not that of the device',
    receipt_unsigned:
      'a receipt stands in no report the device signed, though devices of this channel sign',
    receipt_differs: 'a receipt is not stored as the device signed it',
    state_without_receipt: 'a state has no receipt to rest on',
    not_as_released: 'an instruction says something else than the release it rests on',
    before_release: 'an instruction is older than the release it rests on',
    before_instruction: 'an attempt or a receipt is older than its instruction',
    given_after_end: 'an instruction was given again by a release that had been cancelled before',
  },
}

const deviceKeysNote = {
  vi: 'Khóa của thiết bị lấy theo hệ thống đã đăng ký. Muốn không phụ thuộc hệ thống, hãy cho khóa ghi trong biên bản lắp đặt bằng --device-keys.',
  en: 'The keys of the devices are those the installation registered. To depend on nobody, give those of the installation papers with --device-keys.',
} as const

/**
 * Checks a proof of an emergency without network and database.
 *
 * @param asked.keys key files; without any, the file's own key is used and named, to be compared by eye
 * @param asked.deviceKeys a file of devices' keys known from elsewhere
 * @param asked.isListed lists every receipt
 * @returns the lines to print, whether everything is as it was signed, and whether by a key that is known to be the installation's
 * @throws VerifierError for key files that are none
 */
export const verifyProofFile = async (asked: {
  file: string
  keys: readonly string[]
  deviceKeys: string | undefined
  isListed: boolean
  language: 'vi' | 'en'
}): Promise<{ lines: string[]; isGood: boolean; isSignerKnown: boolean }> => {
  const { language } = asked
  const installation = asked.keys.length > 0 ? new Set((await readKeys(asked.keys)).keys()) : null
  const devices = asked.deviceKeys === undefined ? null : await readDeviceKeys(asked.deviceKeys)
  const file = await readFile(asked.file, 'utf8')
  const { findings, proof, receipts } = verifyProof(file, tools, { installation, devices })
  return {
    lines: [
      ...findings.map((one) => findingLine(one, language)),
      ...(proof ? summary(proof.bundle, proof.keyId, installation !== null, language) : []),
      ...(proof ? receiptLines(receipts, { language, isListed: asked.isListed }) : []),
      ...(proof && !devices ? [deviceKeysNote[language]] : []),
      verdict(findings.length, installation !== null, language),
    ],
    isGood: findings.length === 0,
    isSignerKnown: installation !== null,
  }
}

const tools = {
  sha256: (text: string) => createHash('sha256').update(text, 'utf8').digest('hex'),
  isSigned: (publicKey: string, text: string, signature: string) => {
    try {
      const bytes = Buffer.from(signature, 'base64')
      if (bytes.toString('base64') !== signature) return false
      return verify(null, Buffer.from(text, 'utf8'), publicKeyOf(publicKey), bytes)
    } catch {
      return null
    }
  },
  keyIdOf,
}

const findingLine = ({ code, about }: ProofFinding, language: 'vi' | 'en') =>
  `${about === '' ? '' : `${about}: `}${words[language][code]}`

const summary = (
  { chain, instructions, deliveries, madeAt, madeBy }: ProofBundle,
  keyId: string,
  isTrusted: boolean,
  language: 'vi' | 'en',
): string[] => {
  const states = new Map<string, number>()
  for (const { state } of deliveries) states.set(state, (states.get(state) ?? 0) + 1)
  const told = [...states].map(([state, n]) => `${state} ${n}`).join(', ')
  const isVi = language === 'vi'
  return [
    isVi
      ? `Hồ sơ của ${chain}, ${madeBy} lập lúc ${madeAt}: ${instructions.length} lệnh, ${deliveries.length} lượt gửi tới thiết bị (${told}).`
      : `Proof of ${chain}, made by ${madeBy} at ${madeAt}: ${instructions.length} instructions, ${deliveries.length} deliveries (${told}).`,
    ...instructions.map(
      ({ number, kind, createdAt, sha256, decision }) =>
        `  ${number} ${kind} ${createdAt} ${sha256} ${isVi ? 'quyết định' : 'decision'} ${decision?.decisionId ?? '–'}`,
    ),
    isTrusted
      ? `${isVi ? 'Khóa đã ký' : 'Signed by'}: ${keyId}`
      : isVi
        ? `Khóa đã ký: ${keyId}. Hãy so với khóa hệ thống công bố tại /.well-known/jwks.json, hoặc dùng --keys.`
        : `Signed by ${keyId}. Compare it with /.well-known/jwks.json of the installation, or use --keys.`,
  ]
}

const verdict = (count: number, isSignerKnown: boolean, language: 'vi' | 'en') => {
  if (count === 0 && !isSignerKnown)
    return language === 'vi'
      ? 'Kết luận: nội dung khớp với chữ ký, nhưng chưa kiểm tra ai đã ký. Ai cũng có thể ký như vậy bằng khóa của mình: hãy dùng --keys.'
      : 'Verdict: the content fits its signature, but who signed was not checked. Anybody can sign so with a key of their own: use --keys.'
  if (language === 'vi')
    return count === 0 ? 'Kết luận: đúng như đã ký.' : `Kết luận: ${count} điểm không đúng.`
  return count === 0
    ? 'Verdict: everything is as it was signed.'
    : `Verdict: ${count} things are not as they were signed.`
}
