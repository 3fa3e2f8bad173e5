import type { FormRule, ProposalRule, SizeHint } from '#plugins/dispatch/index.ts'

/** Forms each class of device receives in Hà Nội (S-11). */
export const hanoiForms: FormRule[] = [
  { clause: 'S-11.1a', deviceClass: 'radioStation', forms: ['text', 'audio'] },
  { clause: 'S-11.1b', deviceClass: 'loudspeakerCluster', forms: ['text', 'audio'] },
  { clause: 'S-11.2a', deviceClass: 'ledBoard', forms: ['text', 'image', 'video'] },
]

/**
 * Forms each class of device receives in Hải Phòng (H-11): clause 1 names multimedia for radio and boards together, clause 2
 * has everything for boards compiled into text, pictures or video.
 */
export const haiphongForms: FormRule[] = [
  { clause: 'H-11.1c', deviceClass: 'radioStation', forms: ['text', 'audio', 'video'] },
  { clause: 'H-11.1b', deviceClass: 'loudspeakerCluster', forms: ['text', 'audio'] },
  { clause: 'H-11.2', deviceClass: 'ledBoard', forms: ['text', 'image', 'video'] },
]

/** How long a supplied bulletin is, about: "khoảng 300 đến 500 chữ", "khoảng từ 02 đến 03 phút". */
export const haiphongSizes: SizeHint[] = [
  { clause: 'H-16.5.2', measure: 'words', from: 300, to: 500 },
  { clause: 'H-16.5.2', measure: 'minutes', from: 2, to: 3 },
]

/** Hà Nội sets no size; the same is offered as a help to whoever writes. */
export const hanoiSizes: SizeHint[] = haiphongSizes.map((one) => ({
  ...one,
  reading: {
    vi: 'Quy chế của Hà Nội không quy định độ dài; dùng mức của Hải Phòng để tham khảo.',
    en: 'The regulation of Hà Nội sets no length; that of Hải Phòng serves as a guide.',
  },
}))

/** What a department, an agency or the press must say of a bulletin it supplies. */
export const haiphongProposals: ProposalRule[] = [
  {
    clause: 'H-14.2a.2',
    supplierKinds: ['department', 'agency'],
    field: 'proposedPriority',
  },
  {
    clause: 'H-14.2a.3',
    supplierKinds: ['department', 'agency'],
    field: 'broadcastAt',
    whenProposed: ['emergency', 'priority'],
    reading: {
      vi: 'Khoản 5 Điều 16 đòi thời điểm phát ở mọi bản tin; ở đây chỉ bắt buộc khi đề xuất khẩn cấp hoặc ưu tiên, như điểm a khoản 2 Điều 14.',
      en: 'Article 16(5) asks for the time with every bulletin; here it is demanded for emergency and priority, as Article 14(2)(a) says.',
    },
  },
]
