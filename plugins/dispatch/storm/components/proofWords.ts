const vi = {
  backToWall: 'Về lượt phát',
  proofIntro:
    'Trích từ hồ sơ đã ký của hệ thống. Tệp JSON tải về kiểm tra được bằng lệnh “npm run coloa -- verify-proof”.',
  proofInstruction: 'Lệnh số {n}: {kind}',
  proofDecision: 'Quyết định',
  proofHash: 'Mã băm của lời phát (SHA-256)',
  proofAudience: 'Địa bàn',
  proofText: 'Lời phát',
  proofSigned: 'Khóa ký',
  proofLate: 'phát hoặc báo muộn',
  proofUnsigned: 'theo lời hệ thống, không có chữ ký của thiết bị',
  proofMore: '{n} dòng khác',
  print: 'In',
}

/** Texts of the proof of a dispatch. */
export type ProofWords = typeof vi

const en: ProofWords = {
  backToWall: 'Back to the dispatch',
  proofIntro:
    'From the signed proof of this system. The JSON file can be checked with “npm run coloa -- verify-proof”.',
  proofInstruction: 'Instruction {n}: {kind}',
  proofDecision: 'Decision',
  proofHash: 'Hash of what was sent (SHA-256)',
  proofAudience: 'Area',
  proofText: 'Text',
  proofSigned: 'Signing key',
  proofLate: 'late',
  proofUnsigned: 'by the word of this system, not signed by the device',
  proofMore: '{n} more {n?line:lines}',
  print: 'Print',
}

/** The texts in the language of the admin; Vietnamese unless it is English. */
export const proofWords = (language: string): ProofWords => (language === 'en' ? en : vi)
