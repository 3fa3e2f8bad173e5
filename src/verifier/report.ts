import type { Finding } from '#domain/board/verify/finding.ts'
import type { DecidedItem } from '#domain/board/verify/listDecisions.ts'
import { fill } from '#domain/text/fill.ts'
import { formatMoment } from '#domain/text/formatDate.ts'
import { findingWords } from './findingWords.ts'
import type { Verified } from './verifyRecords.ts'

type Language = 'vi' | 'en'

/** One line about one thing that is wrong: the row by name, then what it is. */
export const findingLine = ({ code, table, key, about }: Finding, language: Language): string =>
  `${table} ${key}: ${fill(findingWords[language][code], { about: about ?? '' })}`

/** The last lines: how much was checked, what is not covered, and the verdict. */
export const summaryLines = (
  { counts, findings, keys }: Verified,
  language: Language,
): string[] => {
  const signers = [...keys].map(([id, n]) => `${id} (${n})`).join(', ')
  return language === 'vi'
    ? [
        `Đã kiểm: ${counts.entries} mục trong ${counts.boards} chuỗi, ${counts.decisions} quyết định, ${counts.releases} bản phát hành, tổng cộng ${counts.rows} dòng.`,
        `Khóa đã ký: ${signers || 'không có'}.`,
        `Nhập hàng loạt, chỉ được bảo đảm bằng mã băm của chính văn bản, không nằm trong chuỗi: ${counts.imports}. Thành viên do chủ cơ sở dữ liệu ghi ban đầu: ${counts.founded}. Phát hành khẩn chưa được xem xét lại: ${counts.unreviewed}.`,
        findings.length === 0
          ? 'Kết luận: đúng như đã ký.'
          : `Kết luận: ${findings.length} điểm không đúng.`,
      ]
    : [
        `Checked: ${counts.entries} entries in ${counts.boards} chains, ${counts.decisions} decisions, ${counts.releases} releases; ${counts.rows} rows in all.`,
        `Signed by: ${signers || 'nobody'}.`,
        `Bulk imports, covered by the hash of their own text only and in no chain: ${counts.imports}. Members entered by the owner of the database: ${counts.founded}. Emergency releases nobody has reviewed yet: ${counts.unreviewed}.`,
        findings.length === 0
          ? 'Verdict: everything is as it was signed.'
          : `Verdict: ${findings.length} things are not as they were signed.`,
      ]
}

/** A decision in a few lines: what, who, in which capacity, under which mandate, on which ballots. */
export const decisionLines = (one: DecidedItem, language: Language): string => {
  const isVi = language === 'vi'
  const who = ({ id, name }: { id: number; name: string }) => `${name || '?'} (#${id})`
  const when = (at: string) => formatMoment(at, language)
  const lines = [
    `${when(one.decidedAt)}  ${one.board}/${one.entry}  ${one.kind}  ${one.collection}#${one.document}  ${one.title}`,
    `    ${who(one.by)}, ${one.capacity}${one.actingFor ? ` ${isVi ? 'thay' : 'for'} ${who(one.actingFor)}` : ''}${
      one.mandate
        ? `, ${isVi ? 'ủy quyền' : 'mandate'} ${one.mandate.document} (${one.mandate.startsOn} – ${one.mandate.endsOn})`
        : ''
    }${
      one.consent
        ? `, ${isVi ? 'văn bản đồng ý' : 'consent'} ${one.consent.document} (${one.consent.startsOn} – ${one.consent.endsOn})`
        : ''
    }${one.origin ? `, ${isVi ? 'từ' : 'from'} ${one.origin.log}/${one.origin.seq}` : ''}${one.reasonCode ? `, ${one.reasonCode}` : ''}${one.explanation ? `: ${one.explanation}` : ''}`,
    ...one.ballots.map(
      (ballot) =>
        `    ${isVi ? 'phiếu' : 'ballot'} ${ballot.step}: ${who(ballot.by)}, ${ballot.capacity}, ${when(ballot.at)}`,
    ),
    `    ${one.release ? `${isVi ? 'phát hành' : 'released'} ${one.log}/${one.release.seq}, ${when(one.release.at)}` : one.isRevoked ? (isVi ? 'đã rút lại' : 'taken back') : isVi ? 'chưa phát hành' : 'not released'}  ${one.sha256 ?? ''}`,
  ]
  return lines.join('\n')
}
