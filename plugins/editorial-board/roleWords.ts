const roles = {
  head: ['Trưởng Ban', 'head'],
  deputy: ['Phó Trưởng Ban', 'deputy head'],
  member: ['Thành viên', 'member'],
  editor: ['Biên tập viên', 'editor'],
  collaborator: ['Cộng tác viên', 'collaborator'],
  checker: ['Người thẩm định', 'checker'],
  supplier: ['Nơi cung cấp', 'supplier'],
  acting: ['Thay mặt Trưởng Ban', 'acting for the head'],
  emergency: ['Phát khẩn', 'emergency'],
  consent: ['Theo văn bản đồng ý của Ban', 'by consent of the board'],
  origin: ['Theo trang gốc', 'by the site of origin'],
  registrar: ['Người lập danh sách Ban', 'registrar'],
  import: ['Dữ liệu nạp ban đầu', 'import'],
  system: ['Hệ thống', 'system'],
  owner: ['Khi thành lập', 'founding'],
} satisfies Record<string, [string, string]>

/** A role or capacity as people call it. */
export const roleWords = (role: string, language: string): string => {
  const found = Object.entries(roles).find(([code]) => code === role)
  return found ? found[1][language === 'en' ? 1 : 0] : role
}
