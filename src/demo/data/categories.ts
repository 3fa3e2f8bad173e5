/** Sections that all sites share: slug, Vietnamese, English. */
export const categories = [
  ['chi-dao-dieu-hanh', 'Chỉ đạo, điều hành', 'Direction and administration'],
  ['chuyen-doi-so', 'Cải cách hành chính, chuyển đổi số', 'Public services and digital government'],
  ['giao-thong-do-thi', 'Giao thông, đô thị', 'Transport and city'],
  ['y-te-suc-khoe', 'Y tế, sức khỏe', 'Health'],
  ['giao-duc', 'Giáo dục, đào tạo', 'Education'],
  ['kinh-te', 'Kinh tế, thị trường', 'Economy'],
  ['moi-truong', 'Môi trường, thời tiết', 'Environment and weather'],
  ['van-hoa', 'Văn hóa, thể thao, du lịch', 'Culture, sports, tourism'],
  ['an-ninh-trat-tu', 'An ninh, phòng cháy', 'Public order and fire safety'],
  ['nong-thon', 'Nông thôn, làng nghề', 'Countryside and crafts'],
] as const
