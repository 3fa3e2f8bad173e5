import { label } from '#kit/label.ts'
import type { StormProfile, StormTemplate } from './types.ts'

/** Words ready to be sent, by reason; square brackets are what the duty officer fills in. */
const templates: StormTemplate[] = [
  {
    code: 'storm',
    reasonCode: 'naturalDisaster',
    label: label('Bão đổ bộ', 'Storm making landfall'),
    hours: 12,
    title: 'Cảnh báo khẩn cấp: bão đổ bộ',
    text: 'Bão đang đổ bộ, gió mạnh và mưa rất to. Người dân ở trong nhà kiên cố, tránh xa cửa kính, cây to và biển quảng cáo. Không ra đường khi chưa có thông báo an toàn. Cần giúp đỡ, gọi 112 hoặc 114.',
  },
  {
    code: 'flood',
    reasonCode: 'naturalDisaster',
    label: label('Lũ, ngập sâu', 'Flood'),
    hours: 12,
    title: 'Cảnh báo khẩn cấp: nước lũ lên nhanh',
    text: 'Nước đang lên nhanh. Người dân ở vùng trũng thấp, ngoài đê và ven sông di chuyển ngay đến điểm sơ tán theo hướng dẫn của xã, phường. Ngắt cầu dao điện trước khi rời nhà, mang theo thuốc và giấy tờ. Cần giúp đỡ, gọi 112 hoặc 114.',
  },
  {
    code: 'fire',
    reasonCode: 'fire',
    label: label('Cháy lớn, sơ tán', 'Large fire, evacuation'),
    hours: 4,
    title: 'Cảnh báo khẩn cấp: cháy lớn, sơ tán ngay',
    text: 'Đang có cháy lớn trong khu vực. Người dân đóng cửa, rời khỏi khu vực có khói theo hướng dẫn của lực lượng chức năng, không dùng thang máy, không quay lại lấy đồ. Nhường đường cho xe chữa cháy. Có người mắc kẹt, gọi 114.',
  },
  {
    code: 'chemical',
    reasonCode: 'catastrophe',
    label: label('Sự cố hóa chất', 'Chemical accident'),
    hours: 6,
    title: 'Cảnh báo khẩn cấp: sự cố hóa chất',
    text: 'Đang có sự cố hóa chất. Người dân vào trong nhà, đóng kín cửa, tắt quạt thông gió và điều hòa, che mũi miệng bằng khăn ẩm. Không đến gần hiện trường. Chờ hướng dẫn tiếp theo.',
  },
  {
    code: 'epidemic',
    reasonCode: 'epidemic',
    label: label('Dịch bệnh', 'Epidemic'),
    hours: 24,
    title: 'Thông báo khẩn cấp: phòng, chống dịch bệnh',
    text: 'Trên địa bàn đang có dịch bệnh. Người dân đeo khẩu trang, hạn chế tụ tập, rửa tay thường xuyên. Ai có sốt, ho, khó thở gọi trạm y tế, không tự đến nơi đông người.',
  },
  {
    code: 'medical',
    reasonCode: 'medical',
    label: label('Cấp cứu y tế, cần máu', 'Medical emergency'),
    hours: 6,
    title: 'Thông báo khẩn cấp: cấp cứu y tế',
    text: 'Đang có tình huống cấp cứu nhiều người. Người dân nhường đường cho xe cứu thương và không tập trung tại hiện trường. Người có thể hiến máu đến điểm tiếp nhận do ngành y tế thông báo.',
  },
  {
    code: 'search',
    reasonCode: 'searchRescue',
    label: label('Tìm kiếm, cứu nạn', 'Search and rescue'),
    hours: 6,
    title: 'Thông báo khẩn cấp: tìm kiếm, cứu nạn',
    text: 'Lực lượng chức năng đang tìm kiếm, cứu nạn trong khu vực. Người dân giữ thông thoáng lối đi, báo ngay thông tin có được cho Ủy ban nhân dân xã, phường hoặc gọi 112.',
  },
  {
    code: 'security',
    reasonCode: 'security',
    label: label('An ninh, trật tự', 'Security'),
    hours: 4,
    title: 'Thông báo khẩn cấp về an ninh, trật tự',
    text: 'Đang có tình huống phức tạp về an ninh, trật tự. Người dân ở trong nhà, khóa cửa, không tụ tập, không chia sẻ tin chưa kiểm chứng. Thấy điều bất thường, gọi 113.',
  },
  {
    code: 'drill',
    reasonCode: 'exercise',
    label: label('Diễn tập thông báo khẩn cấp', 'Alert exercise'),
    hours: 1,
    title: 'DIỄN TẬP: thử hệ thống thông báo khẩn cấp',
    text: 'ĐÂY LÀ BẢN TIN DIỄN TẬP. Thành phố đang thử hệ thống thông báo khẩn cấp. Không có thiên tai, không có sự cố. Người dân không cần làm gì. Xin cảm ơn.',
  },
]

/** What the page for emergencies begins with. */
export const storm = (options: { hasCityOverride: boolean }): StormProfile => ({
  templates,
  exerciseReason: 'exercise',
  hasCityOverride: options.hasCityOverride,
  isSecondFactorNeeded: true,
  secondFactorHoldsMinutes: 10,
})
