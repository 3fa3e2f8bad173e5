import type { Topic } from '../topic.ts'

export const environment: readonly Topic[] = [
  {
    key: 'flood-drill',
    category: 'moi-truong',
    department: 'nong-nghiep-moi-truong',
    picture: 'rain',
    lists: [
      {
        heading: 'Túi dự phòng của mỗi gia đình',
        items: [
          'Nước uống và lương khô cho ba ngày.',
          'Đèn pin, còi, pin dự phòng.',
          'Thuốc đang dùng và bông băng.',
          'Giấy tờ bọc kín trong túi chống nước.',
        ],
      },
    ],
    quotes: [
      'Diễn tập để lúc nước lên ai cũng biết mình phải làm gì, ban chỉ huy phòng thủ dân sự nhấn mạnh.',
      'Người già, trẻ em và người khuyết tật được đưa đi trước, không chờ nước vào nhà, {committee} quy định.',
    ],
    paragraphs: [
      'Khu vực có {#4-18} điểm trũng được cắm cột báo mức nước; [camera truyền hình ảnh về phòng trực|tổ tự quản báo tin mỗi giờ khi mưa lớn].',
      '{#6-24} máy bơm di động và {#2-9} nghìn bao cát được tập kết tại kho gần {street}.',
      'Loa truyền thanh và bảng tin điện tử phát cảnh báo theo ba mức, kèm hướng dẫn lối đi an toàn.',
    ],
    stories: [
      {
        titles: [
          '{Who} diễn tập ứng phó ngập lụt {dm1} tại {to}',
          'Diễn tập di dời dân khi ngập ở {to}, ngày {dm1}',
        ],
        lead: 'Cuộc diễn tập với {#120-420} người tham gia diễn ra {thu1}, {d1}, giả định mưa trên 200 mm trong sáu giờ.',
        paragraphs: [
          'Kịch bản gồm cảnh báo sớm, đưa người ở vùng trũng đến {house} và cứu người bị nước cuốn. Loa sẽ phát tín hiệu kèm câu “đây là diễn tập”.',
          'Người dân không cần lo lắng khi nghe còi; các tuyến đường quanh {street} có thể cấm xe trong khoảng {#40-90} phút.',
        ],
        when: 'coming',
        isWeekend: true,
      },
      {
        titles: [
          '{Who} khơi thông {#8-26} km kênh mương trước {dm1}',
          'Kênh thoát nước quanh {street} đã được khơi thông, {dm1}',
        ],
        lead: 'Đến {d1}, các tuyến kênh chính tại {area} đã được nạo vét, [vớt hàng trăm tấn bèo và rác|thay mới {#12-40} song chắn rác].',
        paragraphs: [
          'Công việc làm vào ban đêm để không ảnh hưởng giao thông. Bùn được chở đến bãi đã được phép, không đổ tạm ven đường.',
          'Các hộ dọc kênh ký cam kết không lấn chiếm hành lang và không xả rác xuống dòng chảy.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} lắp trạm đo mưa tự động bên {street}, vận hành {dm1}',
          'Thêm {#2-6} trạm đo mưa phục vụ cảnh báo ngập tại {area} từ {dm1}',
        ],
        lead: 'Các trạm đo mưa tự động hoạt động từ {d1}, gửi số liệu mười phút một lần để cảnh báo ngập cho {area}.',
        paragraphs: [
          'Số liệu hiển thị công khai trên bản đồ ngập của Thành phố. Khi mưa vượt ngưỡng, tin nhắn được gửi đến tổ trưởng và ban quản lý nhà trường.',
          'Thiết bị dùng pin mặt trời, chịu được gió mạnh; {dept} bảo dưỡng mỗi quý một lần.',
        ],
        when: 'coming',
      },
    ],
    english: {
      titles: [
        '{placeEn} rehearses for floods on {dateEn}',
        'Flood drill in {placeEn}: what residents will hear on {dateEn}',
      ],
      lead: 'On {dateEn} sirens and loudspeakers in {placeEn} announce a drill; there is no danger.',
      paragraphs: [
        'The drill assumes two hundred millimetres of rain in six hours. Volunteers bring people from low-lying streets to the community house and practise first aid.',
        'Each announcement begins with the words “this is an exercise”. Some streets close for about an hour.',
        'Every household is advised to keep drinking water, a torch and its papers in a waterproof bag.',
      ],
    },
  },
  {
    key: 'waste-sorting',
    category: 'moi-truong',
    department: 'nong-nghiep-moi-truong',
    picture: 'street',
    contentKind: 'policyLaw',
    lists: [
      {
        heading: 'Ba loại túi',
        items: [
          'Tái chế: giấy, nhựa, kim loại đã rửa sạch.',
          'Thực phẩm: thức ăn thừa, vỏ rau quả.',
          'Còn lại: rác không thuộc hai loại trên.',
          'Pin và bóng đèn đưa tới điểm thu gom riêng.',
        ],
      },
    ],
    quotes: [
      'Phân loại chỉ mất vài phút ở bếp nhưng bớt được cả xe rác mỗi tuần, tổ vệ sinh môi trường nói.',
      'Xe thu gom không trộn các loại rác đã phân, {dept} cam kết.',
    ],
    paragraphs: [
      'Lượng rác phải chôn lấp tại {area} giảm {#8-24}% so với cùng kỳ, [rác thực phẩm được ủ thành phân|vật liệu tái chế bán lấy tiền làm quỹ khu dân cư].',
      'Tháng đầu chỉ nhắc nhở; từ tháng thứ hai, túi chưa phân loại được dán phiếu và để lại.',
      'Học sinh là những người nhắc bố mẹ nhiều nhất, theo khảo sát {#300-900} gia đình.',
    ],
    stories: [
      {
        titles: [
          '{Who} phân loại rác tại nguồn ở {to} từ {dm1}',
          'Từ {dm1}, {to} để rác theo ba loại túi',
        ],
        lead: 'Từ {thu1}, {d1}, các hộ tại {to} để rác theo ba loại túi; xe thu gom chạy theo lịch riêng từng loại.',
        paragraphs: [
          'Mỗi gia đình nhận bộ thùng nhỏ và tờ hướng dẫn có hình. Túi rác thực phẩm thu hằng ngày, túi tái chế thu vào tối thứ Tư và Chủ nhật.',
          'Cán bộ môi trường đứng tại điểm tập kết trong hai tuần đầu để hướng dẫn từng túi.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} đổi {#4-19} tấn rác tái chế lấy cây xanh, {dm1}',
          'Đổi rác lấy cây ở {house} ngày {dm1}',
        ],
        lead: 'Ngày hội đổi rác lấy cây tại {house} {d1} thu hút {#400-1600} người, [nhiều nhất là chai nhựa và giấy báo|trẻ em mang pin cũ đến đổi].',
        paragraphs: [
          'Hai ki-lô-gam giấy đổi được một chậu rau mầm, mười viên pin đổi một chậu sen đá.',
          'Vật liệu được chuyển đến cơ sở tái chế; số tiền thu về mua thùng rác cho {street}.',
        ],
        when: 'past',
        isWeekend: true,
      },
      {
        titles: [
          '{Who} xóa {#3-14} điểm tập kết rác tự phát, tính đến {dm1}',
          'Điểm rác cũ cạnh {street} không còn từ {dm1}',
        ],
        lead: 'Đến {d1}, các điểm rác tự phát tại {area} được dọn sạch, [thay bằng bồn hoa|lắp camera và đèn chiếu sáng].',
        paragraphs: [
          'Trước đó người đi đường thường vứt rác vào ban đêm. Tổ tự quản chia ca trông coi trong {#20-40} ngày cho tới khi nền nếp ổn định.',
          'Người vi phạm bị xử phạt theo quy định; biên bản gửi về nơi cư trú.',
        ],
        when: 'past',
      },
    ],
  },
  {
    key: 'lake',
    category: 'moi-truong',
    department: 'nong-nghiep-moi-truong',
    picture: 'lake',
    lists: [
      {
        heading: 'Quanh hồ xin đừng',
        items: [
          'Thả túi nhựa, tro hoặc vàng mã xuống nước.',
          'Cho cá ăn bánh mì.',
          'Đi xe máy trên đường dạo.',
          'Tắm hoặc câu cá ngoài khu vực cho phép.',
        ],
      },
    ],
    quotes: [
      'Nước hồ trong là nhờ cống không xả thẳng, sau đó mới đến việc vớt rác, {dept} giải thích.',
      'Hồ là phòng khách chung của cả khu phố, ban tự quản ven hồ viết trên bảng tin.',
    ],
    paragraphs: [
      'Mẫu nước lấy {#4-8} tuần một lần; [độ trong tăng từ 40 lên hơn 70 cm|hàm lượng ô-xy đạt ngưỡng cho cá] so với đầu năm.',
      'Bè thủy sinh rộng {#200-800} m² trồng cây lọc nước, thân cây già được cắt định kỳ.',
      'Đường dạo dài {#1-3} km có đèn thấp, ghế nghỉ và lối cho xe lăn.',
    ],
    stories: [
      {
        titles: [
          '{Who} cải tạo hồ cạnh {street} từ {dm1}',
          'Hồ bên {street} được nạo vét, kè lại từ {dm1}',
        ],
        lead: 'Hồ rộng {#1-6} ha cạnh {street} được nạo vét, tách nước thải và làm lại đường dạo từ {d1}.',
        paragraphs: [
          'Trong thời gian làm, một nửa đường quanh hồ vẫn mở cho người đi bộ. Cá được chuyển sang hồ bên cạnh.',
          'Thiết kế giữ nguyên hàng cây cổ thụ và bến nước cũ theo nguyện vọng người dân.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who}: {#300-900} người vớt rác trên hồ sáng {dm1}',
          'Sáng {dm1}, người dân {area} làm sạch hồ',
        ],
        lead: 'Sáng {thu1}, {d1}, tình nguyện viên vớt được {#1-6} tấn rác trên hồ và dọc bờ kè gần {street}.',
        paragraphs: [
          'Ba chục thuyền nhỏ được huy động cùng đội vệ sinh. Rác được phân loại ngay trên bờ, phần nhựa gửi đi tái chế.',
          'Sau buổi sáng, các nhóm đăng ký nhận từng đoạn bờ để chăm sóc hằng tháng.',
        ],
        when: 'past',
        isWeekend: true,
      },
      {
        titles: [
          '{Who} mở phố đi bộ ven hồ gần {street} từ {dm1}',
          'Cuối tuần đi bộ quanh hồ ở {area}, bắt đầu {dm1}',
        ],
        lead: 'Từ {d1}, đường ven hồ gần {street} dành cho người đi bộ từ 18 giờ thứ Sáu đến 22 giờ Chủ nhật.',
        paragraphs: [
          'Bãi gửi xe bố trí tại ba trường học, giá niêm yết. Nhạc sống chỉ ở một điểm và tắt trước 22 giờ.',
          'Hộ dân bên trong được cấp thẻ ra vào. {committee} lấy ý kiến sau tháng đầu để điều chỉnh.',
        ],
        when: 'coming',
        isWeekend: true,
      },
    ],
  },
  {
    key: 'cold-weather',
    category: 'moi-truong',
    department: 'y-te',
    picture: 'rain',
    lists: [
      {
        heading: 'Giữ ấm an toàn',
        items: [
          'Không đốt than trong phòng kín.',
          'Mặc nhiều lớp, giữ ấm cổ và bàn chân.',
          'Uống nước ấm, ăn đủ bữa.',
          'Hỏi thăm hàng xóm cao tuổi sống một mình.',
        ],
      },
    ],
    quotes: [
      'Một chậu than trong phòng kín có thể cướp đi cả gia đình, cảnh báo của ngành y tế nhắc lại.',
      'Không để ai ngủ ngoài trời trong đêm rét, {committee} yêu cầu.',
    ],
    paragraphs: [
      'Tổ tuần tra đêm mang theo chăn và đồ ăn nóng, [đưa người vô gia cư về nhà tạm trú|gọi y tế khi có người ốm].',
      'Học sinh tiểu học được nghỉ khi nhiệt độ dưới 10 độ; thông báo gửi trước 6 giờ 30.',
      'Hợp tác xã che chắn {#20-90} ha rau màu, giữ nước ruộng mạ để giữ ấm gốc.',
    ],
    stories: [
      {
        titles: [
          '{Who} chuẩn bị ứng phó đợt rét từ {dm1}',
          'Rét đậm từ {dm1}: khuyến cáo cho người dân {area}',
        ],
        lead: 'Không khí lạnh tăng cường khiến nhiệt độ tại {area} giảm còn {#9-13} độ từ {d1}, trời mưa nhỏ.',
        paragraphs: [
          'Trạm y tế dự trữ thuốc, mở cửa thêm buổi tối. Nhà văn hóa tại {to} thành điểm sưởi ấm cho người cần.',
          'Người làm việc ngoài trời được đề nghị đổi giờ, có chỗ nghỉ kín gió và nước nóng.',
        ],
        when: 'coming',
      },
      {
        titles: [
          '{Who} trao {#150-600} chăn ấm cho người khó khăn, {dm1}',
          'Chăn ấm đến tận nhà ở {area} ngày {dm1}',
        ],
        lead: 'Trước đợt rét, chăn và áo ấm đã được trao đến người cao tuổi, hộ khó khăn tại {area} {thu1}, {d1}.',
        paragraphs: [
          'Danh sách do khu dân cư bình xét công khai. Quà đến tận nhà người không đi lại được.',
          'Mỗi phần gồm chăn, áo, dầu gió và tờ hướng dẫn phòng ngộ độc khí than.',
        ],
        when: 'past',
      },
      {
        titles: [
          '{Who} bảo vệ rau vụ đông trong đợt rét, {dm1}',
          'Nông dân {area} giữ ấm cho rau, {dm1}',
        ],
        lead: 'Đến {d1}, phần lớn diện tích rau vụ đông tại {area} được che phủ, [thiệt hại không đáng kể|giá rau ổn định tại chợ].',
        paragraphs: [
          'Cán bộ khuyến nông hướng dẫn tưới rửa sương sớm và bón thêm phân kali. Ni lông cũ được thu lại để tái chế.',
          'Các hợp tác xã chuyển lịch gieo muộn {#5-10} ngày theo bản tin thời tiết.',
        ],
        when: 'past',
      },
    ],
  },
]
