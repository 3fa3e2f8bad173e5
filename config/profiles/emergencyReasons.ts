import { label } from '#kit/label.ts'
import type { EmergencyReason } from './types.ts'

/** The emergencies that both source-information regulations name, under the clause of the one that is in force. */
export const emergencyReasons = (clause: string): EmergencyReason[] => [
  {
    code: 'security',
    clause,
    label: label('An ninh, trật tự an toàn xã hội', 'Security and public order'),
  },
  { code: 'naturalDisaster', clause, label: label('Thiên tai', 'Natural disaster') },
  { code: 'searchRescue', clause, label: label('Tìm kiếm, cứu nạn, cứu hộ', 'Search and rescue') },
  { code: 'fire', clause, label: label('Cháy, nổ', 'Fire or explosion') },
  { code: 'medical', clause, label: label('Cấp cứu y tế', 'Medical emergency') },
  { code: 'epidemic', clause, label: label('Dịch bệnh', 'Epidemic') },
  { code: 'catastrophe', clause, label: label('Thảm họa', 'Catastrophe') },
  { code: 'exercise', clause, label: label('Diễn tập', 'Exercise') },
]

/** Named by Hải Phòng alone (H-7.3.2, H-12.1.1). */
export const politicalEvents: EmergencyReason = {
  code: 'politicalEvent',
  clause: 'H-12.1.1',
  label: label('Sự kiện chính trị - xã hội quan trọng', 'Important socio-political event'),
}
