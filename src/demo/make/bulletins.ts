import { vietnameseSlug } from '../../domain/text/vietnameseSlug.ts'
import type { RawDocument } from '../bulk/tableRows.ts'
import { addDays, at, dayOf, longDate, shortDate } from '../clock.ts'
import type { Random } from '../random.ts'

const kinds = [
  [
    'direction',
    'normal',
    'Lịch tiếp công dân tháng này',
    'Lịch tiếp công dân định kỳ được tổ chức từ 8 giờ đến 11 giờ các ngày thứ Năm tại trụ sở. Người dân mang theo giấy tờ liên quan; người cao tuổi và người khuyết tật được ưu tiên.',
  ],
  [
    'essential',
    'priority',
    'Tạm ngừng cấp nước để sửa đường ống',
    'Việc cấp nước tạm ngừng từ 22 giờ đến 5 giờ sáng hôm sau để thay đoạn ống cũ. Đề nghị các hộ trữ nước và khóa van trước khi đi ngủ. Xe bồn trực tại nhà văn hóa.',
  ],
  [
    'policy',
    'normal',
    'Hướng dẫn nộp hồ sơ trực tuyến',
    'Người dân nộp hồ sơ trực tuyến trên cổng dịch vụ công, theo dõi tình trạng bằng mã hồ sơ. Tổ công nghệ cộng đồng hỗ trợ tại nhà văn hóa vào tối thứ Ba và thứ Sáu.',
  ],
  [
    'essential',
    'normal',
    'Lịch tiêm chủng tại trạm y tế',
    'Trạm y tế tổ chức tiêm chủng cho trẻ em vào sáng thứ Năm, bắt đầu từ 7 giờ 30. Phụ huynh mang theo sổ tiêm và cho trẻ ăn nhẹ trước khi đến.',
  ],
  [
    'urgentNews',
    'emergency',
    'Cảnh báo mưa lớn và ngập cục bộ',
    'Mưa lớn kèm dông tập trung trong chiều tối, một số tuyến đường có thể ngập từ 20 đến 40 cm. Người dân hạn chế ra đường, kê cao đồ đạc, ngắt điện tầng thấp và tránh đứng dưới cây to.',
  ],
  [
    'culture',
    'normal',
    'Mời tham dự ngày hội đọc sách',
    'Ngày hội đọc sách mở cửa từ 8 giờ đến 21 giờ, vào cửa tự do. Các cháu thiếu nhi được đổi sách cũ lấy sách mới và nghe kể chuyện.',
  ],
  [
    'security',
    'priority',
    'Phòng ngừa lừa đảo qua điện thoại',
    'Cơ quan công an không yêu cầu người dân chuyển tiền hay cài ứng dụng qua điện thoại. Khi nhận cuộc gọi lạ, hãy bình tĩnh, không cung cấp mã xác thực và báo công an nơi cư trú.',
  ],
  [
    'goodDeeds',
    'normal',
    'Gương người tốt trong khu dân cư',
    'Trong đợt mưa vừa qua, nhiều hộ dân đã mở cửa cho người đi đường trú mưa, cùng nhau khơi thông miệng cống. Ban công tác mặt trận biểu dương tinh thần tương trợ đó.',
  ],
  [
    'socioEconomic',
    'normal',
    'Phiên chợ nông sản cuối tuần',
    'Phiên chợ nông sản an toàn mở từ 6 giờ sáng thứ Bảy. Hàng hóa niêm yết giá và có mã truy xuất; đề nghị người dân mang túi của mình và gửi xe đúng nơi quy định.',
  ],
  [
    'urgentNews',
    'emergency',
    'Diễn tập báo động phòng chống lụt bão',
    'Đây là bản tin diễn tập. Lực lượng xung kích tập trung tại nhà văn hóa, các hộ vùng thấp thực hành di chuyển đến điểm tránh trú theo sơ đồ. Không có thiên tai thật.',
  ],
] as const

/** A past or coming bulletin; no emergency is in force now. */
export const makeBulletin = (args: {
  index: number
  siteId: number
  supplierId: number
  areas: { unitId: number; name: string }[]
  now: Date
  random: Random
}): { data: RawDocument; releasedAt: Date } => {
  const { index, siteId, supplierId, areas, now, random } = args
  const [topic, priority, name, text] = kinds[index % kinds.length] ?? kinds[0]
  const isUpcoming = priority === 'normal' && index % 7 === 0
  const day = addDays(dayOf(now), isUpcoming ? random.whole(2, 6) : -random.whole(2, 200))
  const broadcast = at(day, priority === 'emergency' ? '15:40' : random.pick(['06:30', '17:00']))
  const released = isUpcoming
    ? now.getTime() - random.whole(2, 40) * 3_600_000
    : broadcast.getTime() - random.whole(1, 20) * 60_000
  const isExercise = name.startsWith('Diễn tập')
  const where = areas.map((one) => one.name).join(', ')
  const title = `${name} – ${where}, ${shortDate(day)}/${day.slice(0, 4)}`
  return {
    releasedAt: new Date(released),
    data: {
      title: { vi: title },
      text: { vi: `${text} Áp dụng tại ${where} ${longDate(day)}.` },
      spokenText: { vi: `Kính thưa bà con nhân dân. ${text} Xin cảm ơn bà con đã lắng nghe.` },
      priority,
      messageKind: isExercise ? 'exercise' : 'alert',
      topic,
      supplier: supplierId,
      broadcastAt: broadcast.toISOString(),
      expiresAt: new Date(
        broadcast.getTime() + (priority === 'emergency' ? 6 : 30) * 3_600_000,
      ).toISOString(),
      areas: areas.map((one) => one.unitId),
      site: siteId,
      slug: vietnameseSlug(title),
      ...(priority === 'emergency'
        ? { reasonCode: isExercise ? 'exercise' : 'naturalDisaster' }
        : {}),
    },
  }
}
