import { label } from '#kit/label.ts'

/**
 * Every category of bulletin any profile knows (S-10.1 to 5, H-10.1 to 8). The select is schema, so it holds all of them;
 * a profile says which ones its forms offer.
 */
export const bulletinTopics = [
  { value: 'policy', label: label('Chủ trương, chính sách, pháp luật', 'Policy and law') },
  { value: 'direction', label: label('Chỉ đạo, điều hành', 'Direction and administration') },
  { value: 'socioEconomic', label: label('Kinh tế – xã hội', 'Economy and society') },
  { value: 'urgentNews', label: label('Thông tin khẩn cấp', 'Emergency information') },
  {
    value: 'essential',
    label: label('Thông tin thiết yếu của cơ sở', 'Essential local information'),
  },
  { value: 'culture', label: label('Văn hóa, thể thao, du lịch', 'Culture, sports, tourism') },
  {
    value: 'security',
    label: label('Quốc phòng, an ninh, trật tự', 'Defence, security, public order'),
  },
  { value: 'goodDeeds', label: label('Người tốt, việc tốt', 'Good people, good deeds') },
]
